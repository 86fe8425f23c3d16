/** Looks medicines up by any of their names, also misspelt ones. Pure. */
import { distance } from 'fastest-levenshtein';
import type { Knowledge } from '../../knowledge/access.ts';
import type { CompiledEntry } from '../../knowledge/types.ts';

/** An entry with the name that led to it. */
export interface Hit {
  readonly entry: CompiledEntry;
  readonly form: string;
  /** The name is one that some write by mistake. */
  readonly misspelt: boolean;
}

/** How many results a reader looks at. */
const LIMIT = 8;

/**
 * A search over all names of the knowledge, packs included: names that begin with the text first, then names that
 * contain it, then names that are spelt like it.
 */
export function createSearch(knowledge: Knowledge): (text: string) => readonly Hit[] {
  const items: Hit[] = knowledge.entries().flatMap((entry) => {
    const added = knowledge.additions(entry.id).flatMap(({ names }) => names);
    const forms = new Set([entry.name, ...[...entry.names, ...added].map(({ form }) => form)]);
    const wrong = new Set(entry.names.flatMap(({ form, kind }) => (kind === 'misspelling' ? form : [])));
    return [...forms].map((form) => ({ entry, form, misspelt: wrong.has(form) }));
  });
  const folded = items.map(({ form }) => fold(form));

  return (text) => {
    const wanted = fold(text);
    if (wanted === '') return [];
    const begins = places(folded, (form) => form.startsWith(wanted));
    const contains = places(folded, (form) => !form.startsWith(wanted) && form.includes(wanted));
    const exact = [...begins, ...contains];
    const alike = exact.length >= LIMIT ? [] : spelledAlike(folded, wanted);
    return firstOfEachEntry([...exact, ...alike].map((index) => items[index]!)).slice(0, LIMIT);
  };
}

/**
 * Indices of the forms that differ by few letters, the nearest first: a wrong letter in three at most. What is still
 * being typed is compared with the beginning of the form.
 */
function spelledAlike(forms: readonly string[], wanted: string): number[] {
  const most = Math.floor(wanted.length / 3);
  const near: [index: number, cost: number][] = [];
  for (const [index, form] of forms.entries()) {
    const cost = Math.min(distance(wanted, form), distance(wanted, form.slice(0, wanted.length)) + 0.5);
    if (cost <= most) near.push([index, cost]);
  }
  return near.sort(([, a], [, b]) => a - b).map(([index]) => index);
}

/** Indices of the forms that pass, the shortest form first. */
function places(forms: readonly string[], passes: (form: string) => boolean): number[] {
  const found = forms.flatMap((form, index) => (passes(form) ? [index] : []));
  return found.sort((a, b) => forms[a]!.length - forms[b]!.length);
}

function firstOfEachEntry(items: readonly Hit[]): Hit[] {
  const hits = new Map<string, Hit>();
  for (const item of items) if (!hits.has(item.entry.id)) hits.set(item.entry.id, item);
  return [...hits.values()];
}

/** Without case and accents: what a reader types rarely has them. */
function fold(text: string): string {
  return text.trim().normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ');
}
