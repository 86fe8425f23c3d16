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
  /** The name to show beside that of the entry, where it is right and another. */
  readonly other: string | undefined;
}

/** `folded` as it is compared with what is typed, `far` from the reader's language. */
type Item = Hit & { readonly folded: string; readonly far: number };

/** How many results a reader looks at. */
const LIMIT = 8;

/**
 * A search over all names of the knowledge, packs included: names that begin with the text first, then names that
 * contain it, then names that are spelt like it; of equals, those of the reader's language first.
 *
 * @param language BCP 47, of the interface
 */
export function createSearch(knowledge: Knowledge, language: string): (text: string) => readonly Hit[] {
  const items: Item[] = knowledge.entries().flatMap((entry) => {
    const added = knowledge.additions(entry.id).flatMap(({ names }) => names);
    const forms = new Set([entry.name, ...[...entry.names, ...added].map(({ form }) => form)]);
    const named = new Map(entry.names.map((name) => [name.form, name]));
    return [...forms].map((form) => {
      const { kind, lang } = named.get(form) ?? {};
      const misspelt = kind === 'misspelling';
      const other = misspelt || form.toLowerCase() === entry.name.toLowerCase() ? undefined : form;
      return { entry, form, misspelt, other, folded: fold(form), far: distanceOf(lang, language) };
    });
  });
  /** Of one language the shortest first. */
  const nearest = (a: Item, b: Item): number => a.far - b.far || a.folded.length - b.folded.length;

  return (text) => {
    const wanted = fold(text);
    if (wanted === '') return [];
    const begins = items.filter(({ folded }) => folded.startsWith(wanted)).sort(nearest);
    const contains = items.filter(({ folded }) => folded.indexOf(wanted) > 0).sort(nearest);
    const exact = [...begins, ...contains];
    const alike = exact.length >= LIMIT ? [] : spelledAlike(items, wanted);
    return firstOfEachEntry([...exact, ...alike]).slice(0, LIMIT);
  };
}

/**
 * Those that differ by few letters, the nearest first: a wrong letter in three at most. What is still being typed is compared
 * with the beginning of the form.
 */
function spelledAlike(items: readonly Item[], wanted: string): Item[] {
  const most = Math.floor(wanted.length / 3);
  const costs = items.map((item) => {
    const cost = Math.min(distance(wanted, item.folded), distance(wanted, item.folded.slice(0, wanted.length)) + 0.5);
    return { item, cost };
  });
  const near = costs.filter(({ cost }) => cost <= most).sort((a, b) => a.cost - b.cost);
  return near.map(({ item }) => item);
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
