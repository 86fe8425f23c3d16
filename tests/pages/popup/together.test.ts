import { describe, expect, test } from 'vitest';
import { openKnowledge } from '../../../src/knowledge/access.ts';
import { bundledKnowledge } from '../../../src/knowledge/bundled.ts';
import { checkTogether } from '../../../src/pages/popup/together.ts';

const knowledge = openKnowledge(bundledKnowledge());

describe('medicines checked together', () => {
  test('each two of them are either listed, worst first, or said to be looked for', () => {
    const ids = ['memantine', 'ketamine', 'donepezil', 'amiloride'];
    const { listed, unlisted } = checkTogether(ids, knowledge);
    expect(listed[0]).toMatchObject({ action: 'avoid' });
    const pairs = [...listed.map(({ drug, other }) => [drug, other]), ...unlisted].map((pair) =>
      [...pair].sort().join(' '),
    );
    expect(new Set(pairs).size).toBe(6);
    expect(pairs).toHaveLength(6);
    for (const [a, b] of unlisted) expect(knowledge.pair(a, b)).toEqual([]);
  });

  test('one alone is no pair', () => {
    expect(checkTogether(['memantine'], knowledge)).toEqual({ listed: [], unlisted: [] });
  });
});
