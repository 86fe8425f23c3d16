/**
 * The lines of a PDF page, from the runs of glyphs that PDF.js reads. Pure.
 *
 * A page holds no lines, only strings with places: a word may come in pieces, a wide gap may be a column or a justified
 * space. What stands on one baseline is put together here, with the way back to the strings.
 */

import { neighbours } from '../groups.ts';
import { inReadingOrder, isRightToLeft } from './direction.ts';

/** A string as PDF.js's `getTextContent` gives it. */
export interface Run {
  readonly str: string;
  readonly dir: string;
  /** Along the baseline, in the page's units. */
  readonly width: number;
  /** Text space to page: [a, b, c, d, x, y]. */
  readonly transform: readonly number[];
  /** What it belongs to, where the document tells: runs of another group are in another block. */
  readonly group?: string | undefined;
}

/** Characters of a text and where they come from. */
export interface Part {
  /** Offset in the text. */
  readonly start: number;
  readonly length: number;
  /** Number of the run on its page. */
  readonly run: number;
  /** Number of the page, from 1. */
  readonly page: number;
  /** For each character, its offset in the run's string. */
  readonly at: (index: number) => number;
}

/** What stands on one baseline without a gap that separates. */
export interface Line {
  text: string;
  parts: Part[];
  readonly group: string | undefined;
  /** Direction of the baseline, in degrees. */
  readonly angle: number;
  /**
   * Baseline, beginning and end, in the line's own direction: those of a line that is read from right to left grow to the
   * left. The baseline grows upwards.
   */
  readonly base: number;
  left: number;
  right: number;
  readonly size: number;
}

/** In ems: a gap as wide as this may part columns. */
const COLUMN = 1.5;
/** In ems: spaces of justified text are narrower. */
const JUSTIFIED = 6;
/** Gaps of justified text differ by less than this factor. */
const ALIKE = 1.1;
/** In ems: with a gap as wide as this between two strings a reader sees two words. */
const SPACE = 0.18;

interface Placed {
  readonly index: number;
  readonly run: Run;
  readonly angle: number;
  readonly base: number;
  readonly left: number;
  readonly right: number;
  readonly size: number;
  /** White space stood between it and the one before. */
  readonly spaced: boolean;
}

/** The lines of a page in the order of its content, which nearly all programs write in reading order. */
export function linesOf(runs: readonly Run[], page: number): Line[] {
  const rows = rowsOf(runs);
  const rtl = isRightToLeft(rows.flat());
  return stacksOf(rows).flatMap((stack) => {
    const isText = stack.length > 1 && stack.some(isWhole);
    return stack.flatMap((row) => (isText ? [row] : split(row)).map((some) => lineOf(some, page, rtl)));
  });
}

/** Rows that follow each other and begin and end at the same places, as those of justified text do. */
function stacksOf(rows: readonly Placed[][]): Placed[][][] {
  return neighbours(rows, (above, row) =>
    [leftOf, rightOf].every((edge) => Math.abs(edge(row) - edge(above)) < row[0]!.size * 0.2),
  );
}

/** Whether no gap of a row is so wide that it must part columns. */
const isWhole = (row: readonly Placed[]): boolean => gapsOf(row).every((gap) => gap < row[0]!.size * JUSTIFIED);

/** What follows each other on one baseline. */
function rowsOf(runs: readonly Run[]): Placed[][] {
  const isBlank = (run: Run | undefined): boolean => run?.str.trim() === '';
  const placed = runs.flatMap((run, index) => (isBlank(run) ? [] : place(index, run, isBlank(runs[index - 1]))));
  return neighbours(placed, isBeside);
}

function place(index: number, run: Run, spaced: boolean): Placed {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = run.transform;
  const angle = Math.round((Math.atan2(b, a) * 180) / Math.PI);
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const left = x * cos + y * sin;
  const size = Math.hypot(c, d) || 1;
  return { index, run, angle, base: y * cos - x * sin, left, right: left + run.width, size, spaced };
}

/** Whether a run goes on where another stands: on its baseline, or a little above or below as small signs are. */
function isBeside(last: Placed, next: Placed): boolean {
  if (last.angle !== next.angle || last.run.group !== next.run.group) return false;
  const size = Math.max(last.size, next.size);
  const small = Math.min(last.size, next.size) < size * 0.85;
  if (Math.abs(last.base - next.base) > size * (small ? 0.6 : 0.2)) return false;
  const onwards = next.left > last.right - size * 0.5;
  const backwards = [last, next].some(({ run }) => run.dir === 'rtl') && next.right < last.left + size * 0.5;
  return onwards || backwards;
}

/** A row in its columns: a wide gap parts them, unless all its gaps are alike, as those of justified text are. */
function split(row: readonly Placed[]): Placed[][] {
  const wide = gapsOf(row).filter((gap) => gap > row[0]!.size * SPACE);
  const [least, most] = [Math.min(...wide), Math.max(...wide)];
  const isJustified = wide.length > 1 && most < least * ALIKE && isWhole(row);
  const isColumn = (last: Placed, next: Placed): boolean =>
    next.run.group === undefined && !isJustified && gapBetween(last, next) > next.size * COLUMN;
  return neighbours(row, (last, next) => !isColumn(last, next));
}

const gapsOf = (row: readonly Placed[]): number[] => row.slice(1).map((next, index) => gapBetween(row[index]!, next));
const leftOf = (row: readonly Placed[]): number => Math.min(...row.map(({ left }) => left));
const rightOf = (row: readonly Placed[]): number => Math.max(...row.map(({ right }) => right));

const gapBetween = (a: Placed, b: Placed): number => (b.left >= a.left ? b.left - a.right : a.left - b.right);

/** @param isRtlPage a row of few words in the page's direction is read in it, too */
function lineOf(drawn: readonly Placed[], page: number, isRtlPage: boolean): Line {
  const { angle, base, size, run } = drawn.reduce((a, b) => (b.run.str.length > a.run.str.length ? b : a));
  const mixed = drawn.some((placed) => placed.run.dir === 'rtl');
  const rtl = isRtlPage || (mixed && isRightToLeft(drawn));
  const row = mixed ? inReadingOrder(drawn, rtl) : drawn;
  const [left, right] = rtl ? [-rightOf(row), -leftOf(row)] : [leftOf(row), rightOf(row)];
  const line: Line = { text: '', parts: [], ...{ group: run.group, angle, base, left, right, size } };
  for (const [index, placed] of row.entries()) {
    const before = row[index - 1];
    // White space that was written between others stands there no longer.
    const spaced = placed.spaced && !mixed;
    const gap = before && (spaced || gapBetween(before, placed) > placed.size * SPACE);
    if (gap && !/\s$/.test(line.text) && !/^\s/.test(placed.run.str)) line.text += ' ';
    const { text, at } = readable(placed.run.str);
    line.parts.push({ start: line.text.length, length: text.length, run: placed.index, page, at });
    line.text += text;
  }
  return line;
}

const same = (index: number): number => index;

/** Joined letters (ﬁ), and the shapes that Arabic and Hebrew letters take in a word. */
const SHAPED = /[\ufb00-\ufb06\ufb1d-\ufdff\ufe70-\ufefc]/;

/** A string as it is read: letters that were spaced out close up, joined letters are two, and shaped ones plain. */
function readable(str: string): { text: string; at: (index: number) => number } {
  const spacedOut = /^\S(?: \S){3,}$/u.test(str) && /\p{L} \p{L} \p{L}/u.test(str);
  if (!spacedOut && !SHAPED.test(str) && !str.includes('\u00ad')) return { text: str, at: same };
  let text = '';
  const origins: number[] = [];
  for (const [index, sign] of str.split('').entries()) {
    if ((spacedOut && sign === ' ') || (sign === '\u00ad' && index < str.length - 1)) continue;
    for (const letter of SHAPED.test(sign) ? sign.normalize('NFKC').trim() : sign) {
      text += letter;
      origins.push(index);
    }
  }
  return { text, at: (index) => origins[index] ?? str.length - 1 };
}
