/** The order of strings on a row that is read from right to left, in whole or in part. */
import { describe, expect, it } from 'vitest';
import { inReadingOrder, isRightToLeft } from '../../../src/shared/pdf/direction.ts';

/** Strings where they are drawn: capitals stand for right-to-left letters. */
const row = (...strings: string[]) =>
  strings.map((str, left) => ({ run: { str, dir: str === str.toUpperCase() ? 'rtl' : 'ltr' }, left }));
const read = (rtl: boolean, ...strings: string[]): string[] =>
  inReadingOrder(row(...strings), rtl).map(({ run }) => run.str);

describe('rows', () => {
  it('from right to left begin at the right, and words of the other direction keep their order', () => {
    expect(read(true, 'LAST', 'MORE', 'a', 'b', 'THEN', 'FIRST')).toEqual(['FIRST', 'THEN', 'a', 'b', 'MORE', 'LAST']);
  });

  it('from left to right keep theirs, with what stands in them turned', () => {
    expect(read(false, 'first words', 'C', 'B', 'last words')).toEqual(['first words', 'B', 'C', 'last words']);
  });

  it('are read the same in whichever order a program wrote them', () => {
    expect(inReadingOrder(row('LAST', 'a', 'FIRST').toReversed(), true).map(({ run }) => run.str)).toEqual([
      ...['FIRST', 'a', 'LAST'],
    ]);
  });

  it('go by most of their letters', () => {
    expect(isRightToLeft(row('RIGHT', 'ab'))).toBe(true);
    expect(isRightToLeft(row('R', 'left'))).toBe(false);
    expect(isRightToLeft([])).toBe(false);
  });
});
