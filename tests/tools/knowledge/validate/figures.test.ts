import { describe, expect, it } from 'vitest';
import { bareFigures, figures } from '../../../../src/tools/knowledge/validate/figures.ts';
import { entryIn, testRule } from './rule-test.ts';

testRule(figures, [
  {
    name: 'a figure without a unit',
    breaks: (files) => Object.assign(entryIn(files, 'soda').drugClass, { text: 'The usual start is 20 a day.' }),
    file: 'drugs/soda.json',
    place: '/drugClass/text',
    says: '"20" has no unit',
  },
  {
    name: 'a figure that only the commissioning text carries',
    breaks: (files) =>
      Object.assign(entryIn(files, 'soda').drugClass, { text: 'The start is 5 mg a day.', sources: ['seed'] }),
    file: 'drugs/soda.json',
    place: '/drugClass/sources',
    says: 'no source of its own',
  },
]);

describe('bareFigures', () => {
  it.each([
    'It starts at 5 mg once daily and rises to 5 to 20 mg a day.',
    'Dizziness came up in 7 % on memantine and 5% on placebo.',
    'The half-life is 60–80 hours and falls to 2.5 h.',
    'It was approved in 2003, and again in 2010.',
    'Clearance fell by about 80% at pH 8.',
    'Up to 1 in 100 people had it; 3 of 97 patients stopped.',
    'It is common (up to 1 in 10).',
    'It blocks 5-HT3 receptors and CYP2D6.',
    'A trial in 1,000 adults lasted 24 weeks.',
    'Below 30 mL/min the label halves the dose.',
    'The risk ratio was 0.92 and P = 0.03.',
    'Doses of 5, 10 and 20 mg were compared.',
  ])('lets pass: %s', (text) => {
    expect(bareFigures(text)).toEqual([]);
  });

  it.each([
    ['The dose is 20 a day.', ['20']],
    ['Levels rose by 2.5.', ['2.5']],
    ['Clearance of 30 to 59 asks for less.', []],
    ['It was 30 to 59, or less.', ['30 to 59']],
  ])('judges: %s', (text, bare) => {
    expect(bareFigures(text)).toEqual(bare);
  });
});
