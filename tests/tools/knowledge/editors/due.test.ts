import { expect, it } from 'vitest';
import { due, dueLines } from '../../../../src/tools/knowledge/editors/due.ts';
import { DAY, sentence, smallKnowledge } from '../../../knowledge/fixture.ts';
import { entryIn } from '../validate/rule-test.ts';

it('puts the old and the shaky first', () => {
  const files = smallKnowledge();
  entryIn(files, 'soda').reviewedOn = '2025-11-24';
  entryIn(files, 'tonic').cautions = Array.from({ length: 12 }, () =>
    sentence('It may harm.', { status: 'unverified' }),
  );
  const names = due(files, DAY).map(({ name }) => name);
  expect(names.slice(0, 2)).toEqual(['tonic', 'soda']);
  expect(dueLines(files, DAY)[1]).toBe(
    'tonic: 0 months; of 16 sentences 0 second-hand, 12 unverified (knowledge/drugs/tonic.json)',
  );
});

it('counts sentences that no primary document carries', () => {
  const files = smallKnowledge();
  files.sources.data.sources[0]!.weak = 'blog';
  expect(due(files, DAY).find(({ name }) => name === 'soda')).toMatchObject({ secondHand: 1, sentences: 1, months: 0 });
});
