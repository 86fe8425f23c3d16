import { describe, expect, it } from 'vitest';
import { dictionary } from '../../../src/generated/dictionary.ts';
import { prefilter } from '../../../src/generated/prefilter.ts';
import { openRuledOut } from '../../../src/shared/recognise/ruled-out.ts';
import leave from './cases/leave.json' with { type: 'json' };
import match from './cases/match.json' with { type: 'json' };

const isRuledOut = openRuledOut(dictionary, prefilter);
const both = (text: string): boolean => isRuledOut([text, text]);

describe('a name that does not count where it stands', () => {
  it.each([
    'Stir in the baking soda, and let the alcohol of the wine boil off.',
    'A teaspoon of bicarbonate of soda.',
    'Nicotine-coloured walls.',
    'Rubbing alcohol and higher alcohols.',
  ])('is ruled out: %s', (text) => {
    expect(both(text)).toBe(true);
  });

  it.each([
    'Do not drink alcohol while you take this medicine.',
    'Memantine, and baking soda in the cake.',
    'A cream for rubbing\nAlcohol and diazepam do not mix.',
    'The baking soda of a memant ine recipe: memantin',
  ])('is not, where it may count, or another name may: %s', (text) => {
    expect(both(text)).toBe(false);
  });

  it('counts by one of the readings', () => {
    const apart = 'Lithium\nTablets 300 mg';
    const joined = 'LithiumTablets 300 mg';
    expect(isRuledOut([joined, apart])).toBe(false);
    expect(isRuledOut([apart, joined])).toBe(false);
  });

  it('is not ruled out by a word of another block', () => {
    expect(both('Lithium tablets, 300 mg\nBattery')).toBe(false);
  });

  it('is not ruled out without a text', () => {
    expect(isRuledOut([])).toBe(false);
    expect(both('')).toBe(false);
  });

  it.each(match.rows)('is none in %j', (row) => {
    expect(both(row.replace(/⟦([^=⟧]*)=[^⟧]*⟧/gu, '$1'))).toBe(false);
  });

  it('stands in some of the sentences that are left alone', () => {
    expect(leave.rows.filter(both).length).toBeGreaterThan(5);
  });
});
