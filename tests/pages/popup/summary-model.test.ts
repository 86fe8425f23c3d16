/** The sheet to take along: sourced, bounded, and silent on what the reader watches. */
import { describe, expect, test } from 'vitest';
import { openKnowledge } from '../../../src/knowledge/access.ts';
import { bundledKnowledge } from '../../../src/knowledge/bundled.ts';
import { summaryOf } from '../../../src/pages/popup/summary-model.ts';

const knowledge = openKnowledge(bundledKnowledge());
const found = (...drugs: string[]) => drugs.map((drug) => ({ drug, names: [drug], places: [] }));

describe('the sheet to take along', () => {
  test('has the pairs with memantine, named on the page or not, and those among the others, worst first', () => {
    const { medicines, withMemantine, among, left } = summaryOf(
      found('ketamine', 'dextromethorphan', 'donepezil'),
      knowledge,
    );
    expect(medicines).toEqual(['ketamine', 'dextromethorphan', 'donepezil']);
    expect(withMemantine.map(({ names, action }) => [names, action])).toEqual([
      ['dextromethorphan', 'avoid'],
      ['ketamine', 'avoid'],
      ['donepezil', 'none-found'],
    ]);
    for (const { names } of among) expect(names).toContain(' + ');
    expect(left).toBe(0);
  });

  test('has a source for every sentence, each once', () => {
    const { withMemantine, among, sources } = summaryOf(found('ketamine', 'warfarin', 'amantadine'), knowledge);
    expect(new Set(sources).size).toBe(sources.length);
    for (const { marks } of [...withMemantine, ...among]) {
      expect(marks.length).toBeGreaterThan(0);
      for (const mark of marks) expect(sources[mark - 1]).toBeDefined();
    }
  });

  test('keeps the gravest where there are more than a sheet holds, and says how many are left', () => {
    const { withMemantine, among, left } = summaryOf(found(...knowledge.entries().map(({ id }) => id)), knowledge);
    expect(withMemantine.length + among.length).toBeLessThanOrEqual(18);
    expect(withMemantine[1]!.action).toBe('avoid');
    expect(left).toBeGreaterThan(100);
  });
});
