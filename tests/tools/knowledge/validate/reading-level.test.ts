import { describe, expect, it } from 'vitest';
import { gradeOf, readingLevel } from '../../../../src/tools/knowledge/validate/reading-level.ts';
import { sentence } from '../../../knowledge/fixture.ts';
import { entryIn, testRule } from './rule-test.ts';

const HARD =
  'Pharmacodynamic considerations necessitate individualised reconsideration of concomitant administration in vulnerable populations.';

testRule(readingLevel, [
  {
    name: 'hard words for every reader',
    breaks: (files) =>
      Object.assign(entryIn(files, 'soda'), { notes: Array.from({ length: 20 }, () => sentence(HARD)) }),
    file: '',
    place: '',
    says: 'above 10',
  },
]);

describe('the reading level', () => {
  it('leaves out what stands behind the detail switch', () => {
    expect(gradeOf([HARD])).toBeGreaterThan(20);
    expect(gradeOf([])).toBe(0);
  });

  it('agrees with the formula on a sentence counted by hand', () => {
    // 6 words, 1 sentence, 6 syllables: 0.39 * 6 + 11.8 * 1 - 15.59.
    expect(gradeOf(['The cat sat on the mat.'])).toBeCloseTo(-1.45, 2);
  });
});
