import { expect, it } from 'vitest';
import { pairWord } from '../../src/knowledge/pair-word.ts';
import type { PairView } from '../../src/knowledge/types.ts';

type Says = NonNullable<PairView['interaction']['positions'][number]['says']>;

const word = (action: PairView['interaction']['action'], ...says: Says[]) => {
  const positions = says.map((one) => ({ says: one }));
  const view = { interaction: { action, positions }, first: 'lithium', second: 'memantine' } as unknown as PairView;
  return pairWord(view, () => []);
};

it('is that nothing is listed where all that were asked are silent', () => {
  expect(word('theoretical', 'silent', 'silent')).toBe('nothing');
});

it('is a possible concern where somebody speaks of one, or nobody was asked', () => {
  expect(word('theoretical', 'silent', 'possible')).toBe('theoretical');
  expect(word('theoretical')).toBe('theoretical');
});

it('is the verdict where there is one', () => {
  expect(word('monitor', 'silent')).toBe('monitor');
  expect(word('none-found', 'no-effect')).toBe('none-found');
});
