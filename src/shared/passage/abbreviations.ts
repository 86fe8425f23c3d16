/** Abbreviations that a passage, or the page before it, introduces: "persistent genital arousal disorder (PGAD)". */
import type { Concept, Vocabulary } from './vocabulary.ts';
import { wordsOf } from './words.ts';

/** What each means; undefined where only the shape of its long form is known. */
export type Introduced = ReadonlyMap<string, Concept | undefined>;

const IN_BRACKETS = /^ ?\(([A-Z][A-Za-z0-9-]{1,7}?)s?\)/;

/** Those of a text. Their letters are the first letters of the words before them. */
export function introducedIn(text: string, vocabulary: Pick<Vocabulary, 'find'>): Introduced {
  const introduced = new Map<string, Concept | undefined>();
  if (!text.includes('(')) return introduced;
  const words = wordsOf(text);
  for (const { concept, end, last } of vocabulary.find(text, words)) {
    const short = IN_BRACKETS.exec(text.slice(end))?.[1];
    if (short === undefined) continue;
    const letters = short.toLowerCase().replace(/[^a-z]/g, '');
    const initials = words
      .slice(Math.max(0, last + 1 - letters.length), last + 1)
      .map((word) => word.text[0]!.toLowerCase())
      .join('');
    if (initials === letters) introduced.set(short, concept);
  }
  return introduced;
}

const CAPITALS = /(?<![\p{L}\d-])\p{Lu}[\p{Lu}\d]{1,6}(?=s?(?![\p{L}\d-]))/gu;
/** Abbreviations of a passage that are looked for, and characters before each in which its long form may stand. */
const MOST = 12;
const LONG_FORM = 90;

/** Abbreviations that a passage uses. */
export const abbreviationsOf = (passage: string): string[] => [...new Set(passage.match(CAPITALS))].slice(0, MOST);

/** Where a text introduces some abbreviations: the last places, one a line, each with the words before it. */
export function introductionsFor(abbreviations: readonly string[], text: string): string {
  return abbreviations
    .flatMap((short) => {
      const at = Math.max(text.lastIndexOf(`(${short})`), text.lastIndexOf(`(${short}s)`));
      return at < 0 ? [] : text.slice(Math.max(0, at - LONG_FORM), text.indexOf(')', at) + 1);
    })
    .join('\n');
}
