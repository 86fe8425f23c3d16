/** Which pairs the popup leads with, and how it counts them. */
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../../src/generated/catalogue.ts';
import { openKnowledge } from '../../../src/knowledge/access.ts';
import { bundledKnowledge } from '../../../src/knowledge/bundled.ts';
import {
  byAction,
  checkTogether,
  earlyVerdicts,
  otherVerdicts,
  saidOfAny,
  verdictsWithWatched,
} from '../../../src/pages/popup/verdicts.ts';

const knowledge = openKnowledge(bundledKnowledge());
const page = ['donepezil', 'warfarin', 'ketamine', 'acetazolamide', 'amantadine'];
const brief = (all: ReturnType<typeof verdictsWithWatched>) =>
  all.map(({ drug, other, action }) => [drug, other, action]);

describe('verdicts with watched medicines', () => {
  test('are there whether or not the page names the watched one, worst first', () => {
    expect(brief(verdictsWithWatched(page, ['memantine'], knowledge))).toEqual([
      ['ketamine', 'memantine', 'avoid'],
      ['amantadine', 'memantine', 'avoid'],
      ['acetazolamide', 'memantine', 'caution'],
      ['warfarin', 'memantine', 'monitor'],
      ['donepezil', 'memantine', 'none-found'],
    ]);
  });

  test('are the same from the catalogue, before the knowledge is there, with the sentences of the grave ones', () => {
    const all = knowledge.entries().map(({ id }) => id);
    const full = verdictsWithWatched(all, ['memantine'], knowledge);
    const early = earlyVerdicts(all, ['memantine']);
    expect(brief(early)).toEqual(brief(full));
    for (const [index, { action, lead }] of early.entries()) {
      const grave = ['contains-memantine', 'avoid', 'caution'].includes(action);
      expect(lead).toBe(grave ? full[index]!.lead : undefined);
    }
  });

  test('of two that are both watched are said once', () => {
    const found = verdictsWithWatched(['memantine', 'warfarin'], ['memantine', 'warfarin'], knowledge);
    expect(found).toHaveLength(1);
    expect(earlyVerdicts(page, ['warfarin'])).toEqual([]);
  });

  test('and those among the others are no pair twice', () => {
    const others = otherVerdicts([...page, 'memantine'], ['memantine'], knowledge);
    expect(others.length).toBeGreaterThan(0);
    for (const { drug, other } of others) expect([drug, other]).not.toContain('memantine');
  });

  test('say the same of two medicines that are alike, but for the name', () => {
    const said = (drug: string) => saidOfAny(catalogue[drug]!.lead!, catalogue[drug]!.name);
    expect(said('ketamine')).toBe(said('amantadine'));
    expect(said('esketamine')).not.toBe(said('amantadine'));
  });

  test('are counted and folded by what a reader has to do', () => {
    const found = verdictsWithWatched(page, ['memantine'], knowledge);
    expect(byAction(found).map(([action, all]) => [action, all.length])).toEqual([
      ['avoid', 2],
      ['caution', 1],
      ['monitor', 1],
      ['none-found', 1],
    ]);
  });
});

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
