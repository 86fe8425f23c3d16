/** Looks medicines up by any of their names, also misspelt ones. Pure. */
import { distance } from 'fastest-levenshtein';
import type { Knowledge } from '../../knowledge/access.ts';
import type { CompiledEntry } from '../../knowledge/types.ts';
import { baseLanguage } from '../../shared/shapes.ts';
import { fold } from './page-name.ts';

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
 * contain it, then names that are spelt like it; of equals, those of the reader's language first.
 *
 * @param language BCP 47, of the interface
 */
export function createSearch(knowledge: Knowledge, language: string): (text: string) => readonly Hit[] {
  const items: (Hit & { readonly far: number })[] = knowledge.entries().flatMap((entry) => {
    const added = knowledge.additions(entry.id).flatMap(({ names }) => names);
    const forms = new Set([entry.name, ...[...entry.names, ...added].map(({ form }) => form)]);
    const wrong = new Set(entry.names.flatMap(({ form, kind }) => (kind === 'misspelling' ? form : [])));
    const langs = new Map(entry.names.map(({ form, lang }) => [form, lang]));
    return [...forms].map((form) => ({
      entry,
      form,
      misspelt: wrong.has(form),
      far: distanceOf(langs.get(form), language),
    }));
  });
  const folded = items.map(({ form }) => fold(form));
  /** Of one language the shortest first. */
  const nearest = (a: number, b: number): number =>
    items[a]!.far - items[b]!.far || folded[a]!.length - folded[b]!.length;

  return (text) => {
    const wanted = fold(text);
    if (wanted === '') return [];
    const begins = places(folded, (form) => form.startsWith(wanted)).sort(nearest);
    const contains = places(folded, (form) => !form.startsWith(wanted) && form.includes(wanted)).sort(nearest);
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

/** Indices of the forms that pass. */
function places(forms: readonly string[], passes: (form: string) => boolean): number[] {
  return forms.flatMap((form, index) => (passes(form) ? [index] : []));
}

/** 0 of the reader's language, 1 of none or English, 2 of another. */
function distanceOf(lang: string | undefined, language: string): number {
  if (lang === undefined || baseLanguage(lang) === 'en') return 1;
  return baseLanguage(lang) === language ? 0 : 2;
}

function firstOfEachEntry(items: readonly Hit[]): Hit[] {
  const hits = new Map<string, Hit>();
  for (const item of items) if (!hits.has(item.entry.id)) hits.set(item.entry.id, item);
  return [...hits.values()];
}
