import { expect, it } from 'vitest';
import { drawn, sampleLines } from '../../../../src/tools/knowledge/editors/sample.ts';
import { sentence, smallKnowledge } from '../../../knowledge/fixture.ts';
import { entryIn } from '../validate/rule-test.ts';

const places = (count: number, seed: number) =>
  drawn(smallKnowledge(), count, seed).map(({ file, place }) => `${file}#${place}`);

it('draws the same sentences for a seed, others for another, and none twice', () => {
  expect(places(6, 7)).toEqual(places(6, 7));
  expect(places(6, 7)).not.toEqual(places(6, 8));
  const all = places(1000, 1);
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBeGreaterThan(10);
});

it('shows place, words, quote, document and where it was read', () => {
  const files = smallKnowledge();
  entryIn(files, 'soda').cautions = [sentence('Some labels warn of it.', { quote: 'labels warn' })];
  const text = sampleLines(files, 1000, 1).join('\n');
  expect(text).toContain(
    'knowledge/drugs/soda.json#/cautions/0 [verified]\n   Some labels warn of it.\n   quoted: "labels warn"',
  );
  expect(text).toContain('- label (label): Label of memantine; National Library of Medicine; US; 2018-11; 12.1');
  expect(text).toContain('read: original, section, 2026-11-24 https://example.org/label');
});
