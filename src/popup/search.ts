/** Looks medicines up by any of their names, also misspelt ones. Pure. */
import Fuse from 'fuse.js';
import type { Knowledge } from '../knowledge/access.ts';
import type { CompiledEntry } from '../knowledge/types.ts';

/** An entry with the name that led to it. */
export interface Hit {
  readonly entry: CompiledEntry;
  readonly form: string;
}

interface Item {
  readonly entry: CompiledEntry;
  readonly form: string;
}

/** How many results a reader looks at. */
const LIMIT = 8;

/**
 * A search over all names of the knowledge, packs included: names that begin with the text first, then names that
 * contain it, then names that are spelt like it.
 */
export function createSearch(knowledge: Knowledge): (text: string) => readonly Hit[] {
  const items: Item[] = knowledge.entries().flatMap((entry) => {
    const added = knowledge.additions(entry.id).flatMap(({ names }) => names);
    const forms = new Set([entry.name, ...[...entry.names, ...added].map(({ form }) => form)]);
    return [...forms].map((form) => ({ entry, form }));
  });
  const folded = items.map(({ form }) => fold(form));
  const fuse = new Fuse(folded, { includeScore: true, threshold: 0.4, ignoreLocation: true, minMatchCharLength: 2 });

  return (text) => {
    const wanted = fold(text);
    if (wanted === '') return [];
    const begins = places(folded, (form) => form.startsWith(wanted));
    const contains = places(folded, (form) => !form.startsWith(wanted) && form.includes(wanted));
    const exact = [...begins, ...contains];
    const alike = wanted.length < 3 || exact.length >= LIMIT ? [] : fuse.search(wanted, { limit: 40 });
    const similar = alike.map(({ refIndex }) => refIndex);
    return firstOfEachEntry([...exact, ...similar].map((index) => items[index]!)).slice(0, LIMIT);
  };
}

/** Indices of the forms that pass, the shortest form first. */
function places(forms: readonly string[], passes: (form: string) => boolean): number[] {
  const found = forms.flatMap((form, index) => (passes(form) ? [index] : []));
  return found.sort((a, b) => forms[a]!.length - forms[b]!.length);
}

function firstOfEachEntry(items: readonly Item[]): Hit[] {
  const hits = new Map<string, Hit>();
  for (const { entry, form } of items) if (!hits.has(entry.id)) hits.set(entry.id, { entry, form });
  return [...hits.values()];
}

/** Without case and accents: what a reader types rarely has them. */
function fold(text: string): string {
  return text.trim().normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ');
}
