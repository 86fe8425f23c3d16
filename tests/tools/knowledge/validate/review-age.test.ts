import { describe, expect, it } from 'vitest';
import { wholeMonths } from '../../../../src/knowledge/review-age.ts';
import { reviewAge } from '../../../../src/tools/knowledge/validate/review-age.ts';
import { entryIn, testRule } from './rule-test.ts';

const soda = { file: 'drugs/soda.json', place: '/reviewedOn' };

testRule(reviewAge, [
  {
    name: 'a review of 24 months',
    breaks: () => {},
    today: '2028-11-24',
    ...soda,
    says: '24 months ago',
    severity: 'warning',
  },
  {
    name: 'a review of 29 months',
    breaks: () => {},
    today: '2029-05-23',
    ...soda,
    says: '29 months ago',
    severity: 'warning',
  },
  { name: 'a review of 30 months', breaks: () => {}, today: '2029-05-24', ...soda, says: '30 months ago' },
  {
    name: 'a review to come',
    breaks: (files) => Object.assign(entryIn(files, 'soda'), { reviewedOn: '2027-01-01' }),
    ...soda,
    says: 'yet to come',
  },
  {
    name: 'an old review of a use of memantine',
    breaks: ({ indications }) =>
      Object.assign(indications.data.indications[0]!.memantine!, { reviewedOn: '2023-01-01' }),
    file: 'indications.json',
    place: '/indications/0/memantine/reviewedOn',
    says: '46 months ago',
  },
]);

describe('wholeMonths', () => {
  it.each([
    ['2026-11-24', '2026-12-23', 0],
    ['2026-11-24', '2026-12-24', 1],
    ['2026-01-31', '2026-02-28', 0],
    ['2024-12-01', '2026-11-30', 23],
  ])('from %s to %s: %i', (from, to, months) => {
    expect(wholeMonths(from, to)).toBe(months);
  });
});
