import { expect, it } from 'vitest';
import { describeWarnings } from '../../../../src/tools/knowledge/validate/index.ts';
import type { Violation } from '../../../../src/tools/knowledge/validate/rule.ts';

const warning = (place: string, rule = 'sources-complete'): Violation => ({
  severity: 'warning',
  rule,
  file: 'sources.json',
  place,
  message: 'is not on https',
  repair: 'Use the https address.',
});

const MANY = [warning('/1'), warning('/2'), warning('/3'), warning('/4'), warning('/5', 'other')];

it('shows the first warnings of each kind, and says how many more there are', () => {
  const told = describeWarnings(MANY, false);
  expect(told).toEqual([
    expect.stringContaining('sources.json#/1'),
    expect.stringContaining('sources.json#/2'),
    'and 2 more like that [sources-complete]: --warnings names each',
    expect.stringContaining('sources.json#/5'),
  ]);
});

it('names each where all are asked for', () => {
  expect(describeWarnings(MANY, true)).toHaveLength(5);
});
