/** Abbreviations that a passage introduces: "persistent genital arousal disorder (PGAD)". */
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
