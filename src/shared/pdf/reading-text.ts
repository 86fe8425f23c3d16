/**
 * The text of a PDF document as it is read: lines put together to blocks, words that lines cut made whole again. Pure.
 *
 * Where a document tells its structure (tagged PDF), that decides what belongs together; elsewhere the places of the
 * lines do, as they do for a reader.
 */
import { neighbours } from '../groups.ts';
import { type Line, linesOf, type Part, type Run } from './lines.ts';

/** A paragraph, a heading, a cell: what a page of the web has as one block. */
export interface Block {
  text: string;
  readonly parts: Part[];
  /** Height of its letters, in the page's units. */
  readonly size: number;
}

/**
 * How many names of a text begin at an offset or before it, and end at another or behind it, which by default is the
 * same: decides whether what a line cut is one word.
 */
export type Judge = (text: string, from: number, to?: number) => number;

interface Open extends Block {
  readonly lines: Line[];
  readonly group: string | undefined;
  /** The right edge of its column. */
  right: number;
}

/** Lines of one block are not further apart than so many times their size. */
const LEADING = 1.9;
/** In ems: so narrow are the columns of tables and lists of entries. */
const NARROW = 14;
/** Characters on either side of a cut that are looked at. */
const NEAR = 60;
/** A sign of a script that is written without spaces. */
const CJK_SIGN = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef]';
const ENDS_IN_CJK = new RegExp(`${CJK_SIGN}$`, 'u');
const BEGINS_IN_CJK = new RegExp(`^${CJK_SIGN}`, 'u');

/** The blocks of a page in reading order. */
export function blocksOf(runs: readonly Run[], page: number, judge: Judge): Block[] {
  const lines = linesOf(runs, page);
  const edges = rightEdges(lines);
  const blocks: Open[] = [];
  for (const line of lines) {
    const { group, size } = line;
    let block =
      group === undefined
        ? blocks.slice(-8).findLast((one) => goesOn(one, line, judge))
        : blocks.findLast((one) => one.group === group);
    if (!block) {
      block = { text: '', parts: [], lines: [], size, group, right: edges.get(line)! };
      blocks.push(block);
    }
    append(block, line, judge);
    block.lines.push(line);
    block.right = Math.max(block.right, line.right);
  }
  return joinCut(blocks, judge);
}

/** Of each line the right edge of its column: that of the lines above and below it that begin where it does. */
function rightEdges(lines: readonly Line[]): ReadonlyMap<Line, number> {
  const begins = (above: Line, line: Line): boolean => Math.abs(above.left - line.left) < line.size * 0.3;
  const columns = neighbours(lines, (above, line) => isBelow(above, line) && begins(above, line));
  return new Map(
    columns.flatMap((column) => {
      const right = Math.max(...column.map((line) => line.right));
      return column.map((line) => [line, right] as const);
    }),
  );
}

/** Whether a line stands right below another of its size. */
function isBelow(above: Line, line: Line): boolean {
  if (above.angle !== line.angle) return false;
  const size = Math.max(above.size, line.size);
  const down = above.base - line.base;
  return Math.min(above.size, line.size) > size * 0.85 && down > size * 0.6 && down < size * LEADING;
}

/** Whether a line goes on with a block: the last line of that is right above it and was full. */
function goesOn({ text, lines, right, group }: Open, line: Line, judge: Judge): boolean {
  const last = lines.at(-1)!;
  if (group !== undefined || !isBelow(last, line)) return false;
  const { size } = line;
  // No nearer to the one above than that is to its own, as paragraphs are set apart.
  const above = lines.at(-2);
  if (above && last.base - line.base > (above.base - last.base) * 1.25) return false;
  if (line.left > last.right || line.right < last.left || Math.abs(line.left - last.left) > size * 2.5) return false;
  if (/^(?:[•·▪‣*–—-]|\(?\w{1,2}[.)])\s/.test(line.text)) return false;
  // Where the next word would have had room, the line was ended on purpose. Its width is a guess.
  const word = /^\S+/.exec(line.text)![0].length / line.text.length;
  const isFull = last.right + (line.right - line.left) * word + size * (isSmall(line) ? 0.8 : 0.2) > right;
  // In a narrow column a line that begins with a capital letter is more often an entry of its own.
  const isEntry = right - last.left < size * NARROW && /^\p{Lu}/u.test(line.text);
  return isFull && (!isEntry || goesOver(text, line.text, judge));
}

const isSmall = ({ text }: Pick<Line, 'text'>): boolean => /^\p{Ll}/u.test(text);

/** Whether a name begins in a text and ends in the next. */
function goesOver(before: string, after: string, judge: Judge): boolean {
  const left = before.slice(-NEAR);
  return judge(`${left} ${after.slice(0, NEAR)}`, left.length - 1, left.length + 2) > 0;
}

/** Puts text at the end of a block. */
function append(block: Block, { text, parts }: Pick<Block, 'text' | 'parts'>, judge: Judge): void {
  const { drop, glue } = join(block.text, text, judge);
  if (drop > 0) {
    block.text = block.text.slice(0, -drop);
    const last = block.parts.pop()!;
    block.parts.push({ ...last, length: block.text.length - last.start });
  }
  const start = block.text.length + glue.length;
  block.text += glue + text;
  block.parts.push(...parts.map((part) => ({ ...part, start: part.start + start })));
}

/**
 * How a line goes on with the next: after how many characters fewer, and with what between. A hyphen at its end is of the
 * word or of the line; where the names do not tell, it is of the line before a small letter.
 */
function join(before: string, after: string, judge: Judge): { drop: number; glue: string } {
  if (before === '') return { drop: 0, glue: '' };
  const [left, right] = [before.slice(-NEAR), after.slice(0, NEAR)];
  if (/\p{L}[-\u2010\u00ad]$/u.test(left) && /^\p{L}/u.test(right)) {
    if (/\u00ad$/.test(left)) return { drop: 1, glue: '' };
    const withHyphen = (place: number): number => judge(left + right, place);
    const kept = Math.max(withHyphen(left.length - 1), withHyphen(left.length));
    const dropped = judge(left.slice(0, -1) + right, left.length - 1);
    const isOfLine = kept === dropped ? /^\p{Ll}/u.test(right) : dropped > kept;
    return { drop: isOfLine ? 1 : 0, glue: '' };
  }
  if (/[-\u2010/]$/.test(left) && /\S[-\u2010/]$/.test(left)) return { drop: 0, glue: '' };
  if (ENDS_IN_CJK.test(left) && BEGINS_IN_CJK.test(right)) return { drop: 0, glue: '' };
  // Lines may be broken in the middle of a word without a hyphen, in narrow cells.
  const isCut =
    /\p{L}$/u.test(left) &&
    /^\p{Ll}/u.test(right) &&
    judge(left + right, left.length) > judge(`${left} ${right}`, left.length);
  return { drop: 0, glue: isCut || /\s$/.test(left) || /^\s/.test(right) ? '' : ' ' };
}

/** Blocks that a column's end cut in the middle are one. */
function joinCut(blocks: readonly Open[], judge: Judge): Block[] {
  const joined: Open[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (last && isCutOff(last, block, judge)) {
      append(last, block, judge);
      last.lines.push(...block.lines);
    } else joined.push(block);
  }
  return joined;
}

/** A column ends in the middle of a word or name, or without a sentence's end, and the next one goes on with a small letter. */
function isCutOff(before: Open, after: Open, judge: Judge): boolean {
  const [last, first] = [before.lines.at(-1)!, after.lines[0]!];
  if (last.size !== first.size || last.angle !== first.angle) return false;
  const isFull = last.right > before.right - last.size * 0.5;
  const isAbove = before.group === undefined && isFull && first.base > last.base;
  if (!isSmall(after)) return isAbove && goesOver(before.text, after.text, judge);
  return /\p{Ll}[-\u2010\u00ad]$/u.test(before.text) || (isAbove && /[\p{L},;]$/u.test(before.text));
}

/** Where characters of a block stand: runs with offsets, in order. */
export interface Piece {
  readonly page: number;
  readonly run: number;
  readonly start: number;
  readonly end: number;
}

export function piecesOf({ parts }: Block, start: number, end: number): Piece[] {
  return parts.flatMap(({ start: from, length, run, page, at }) => {
    const [first, last] = [Math.max(start, from), Math.min(end, from + length) - 1];
    return last < first ? [] : [{ page, run, start: at(first - from), end: at(last - from) + 1 }];
  });
}
