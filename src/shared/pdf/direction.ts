/**
 * The order in which a row is read. Programs write rows with Arabic or Hebrew in them as they are drawn, from left to
 * right, or as they are read; each string by itself comes in reading order. Pure.
 */

import { neighbours } from '../groups.ts';

/** A string with its place on the row. */
interface Stringed {
  readonly run: { readonly str: string; readonly dir: string };
  readonly left: number;
}

const isRtl = ({ run }: Stringed): boolean => run.dir === 'rtl';

/** Whether a row or a page as a whole is read from right to left: most of its letters are. */
export function isRightToLeft(strings: readonly Stringed[]): boolean {
  const letters = (some: readonly Stringed[]): number => some.reduce((sum, { run }) => sum + run.str.trim().length, 0);
  return letters(strings.filter(isRtl)) * 2 > letters(strings);
}

/**
 * The strings of a row in reading order: each stretch of the other direction the other way round.
 *
 * @param whole whether the row as a whole is read from right to left
 */
export function inReadingOrder<T extends Stringed>(row: readonly T[], whole: boolean): T[] {
  const drawn = row.toSorted((a, b) => a.left - b.left);
  const stretches = neighbours(whole ? drawn.reverse() : drawn, (a, b) => isRtl(a) === isRtl(b));
  return stretches.flatMap((stretch) => (isRtl(stretch[0]!) === whole ? stretch : stretch.reverse()));
}
