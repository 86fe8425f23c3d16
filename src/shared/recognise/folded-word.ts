/** Words that hold units beyond ASCII, folded before they are asked for segments; see `prefilter.ts`. */
import { foldCodePoint } from './normalise.ts';
import { isSegment, SEGMENT_LENGTH, type Segments, startBit, type Tables, wideBit } from './segment-tables.ts';

/** What a unit folds to: another unit, or one of these. */
const UNKNOWN = 0;
/** Nothing, several units, or half of a pair. */
const OTHER = 1;
/** No part of a name, and vanishes nowhere: punctuation, symbols, spaces. */
const APART = 2;

/** By 256 units, each made where the first of them is met: a page uses few, and one table of all weighs 128 KB. */
const folded: (Uint16Array | undefined)[] = Array.from({ length: 256 });

function foldedUnit(code: number): number {
  folded[code >> 8] ??= new Uint16Array(256);
  const known = folded[code >> 8]![code & 0xff]!;
  return known === UNKNOWN ? ask(folded[code >> 8]!, code) : known;
}

function ask(table: Uint16Array, code: number): number {
  let unit = OTHER;
  if (code <= 0x7f) unit = isPlain(code) ? (code >= 0x41 && code <= 0x5a ? code + 32 : code) : APART;
  else if (isApart(code)) unit = APART;
  else if (code >= LATIN_START && code < LATIN_START + LATIN.length && LATIN[code - LATIN_START] !== '?')
    unit = LATIN.charCodeAt(code - LATIN_START);
  else if (code >= 0x2010 && code <= 0x2013) unit = 0x2d;
  else if (code < 0xd800 || code > 0xdfff) {
    const text = foldCodePoint(code);
    if (text === ' ') unit = APART;
    else if (text.length === 1) unit = text.charCodeAt(0);
  }
  table[code & 0xff] = unit;
  return unit;
}

function isPlain(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39) || code === 0x2d
  );
}

/**
 * What letters from U+00C0 to U+017F fold to, where that is one ASCII letter: the engine's own Unicode tables take
 * milliseconds to be used for the first time, and most pages need no more than these.
 */
export const LATIN_START = 0xc0;
export const LATIN =
  'aaaaaa?ceeeeiiii?nooooo??uuuuy??aaaaaa?ceeeeiiii?nooooo??uuuuy?yaaaaaaccccccccdd??eeeeeeeeeegggggggghh??iiiiiiiiii??jjkk?llllll????nnnnnn???oooooo??rrrrrrsssssssstttt??uuuuuuuuuuuuwwyyyzzzzzzs';

/** Blocks of punctuation and symbols; of Latin-1 all but letters, small digits and the soft hyphen. */
function isApart(code: number): boolean {
  if (code < 0xc0) {
    return !(
      code === 0xad ||
      code === 0xaa ||
      code === 0xae ||
      code === 0xb5 ||
      code === 0xba ||
      code === 0xb9 ||
      (code & 0xfe) === 0xb2
    );
  }
  if (code < 0x2014) return false;
  return (
    code <= 0x2027 ||
    (code >= 0x2030 && code <= 0x205e) ||
    (code >= 0x2190 && code <= 0x245f && code !== 0x2212) ||
    (code >= 0x2500 && code <= 0x2bff) ||
    (code >= 0x3000 && code <= 0x3004) ||
    (code >= 0x3008 && code <= 0x3020)
  );
}

/** The low five bits of the letter that a unit folds to, 0 for one that is apart, -1 for everything else. */
export function foldedLetter(code: number): number {
  if (code <= 0x7f) return code & 31;
  const unit = foldedUnit(code);
  if (unit === APART) return 0;
  return unit > APART && unit <= 0x7f ? unit & 31 : -1;
}

/** A word is followed back this far, and forward as far as there is room. */
const REACH = 48;
const ROOM = 512;
const units = new Uint16Array(ROOM + 8);

/**
 * Looks for segments in the folded word around `at`.
 *
 * @param low what stands before is known
 * @returns -1 when there is one, else the place after `at` up to which the text is done
 */
export function readWord(
  { tables, segments }: { readonly tables: Tables; readonly segments: Segments },
  text: string,
  at: number,
  low: number,
): number {
  let start = at;
  while (start > low && at - start < REACH && foldedUnit(text.charCodeAt(start - 1)) !== APART) start--;
  if (start > 0 && isLow(text.charCodeAt(start))) start--;
  let end = start;
  let count = 0;
  while (end < text.length && count < ROOM) {
    const code = text.charCodeAt(end);
    const unit = foldedUnit(code);
    if (unit === APART) break;
    end++;
    if (unit !== OTHER) {
      units[count++] = unit;
      continue;
    }
    const point = text.codePointAt(end - 1)!;
    if (point > 0xffff) end++;
    const spelt = foldCodePoint(point);
    for (let k = 0; k < spelt.length; k++) units[count++] = spelt.charCodeAt(k);
  }
  units[count] = units[count + 1] = 0;
  if (holds(tables, segments, count, text, at)) return -1;
  // A word without end goes on: again from inside what was read.
  return Math.max(at + 1, count < ROOM ? end : end - 2 * SEGMENT_LENGTH);
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

/** Whether a segment starts in the units of a word. */
function holds({ starts, wide }: Tables, segments: Segments, count: number, text: string, at: number): boolean {
  let word: string | undefined;
  for (let k = 0; k + 3 <= count; k++) {
    const a = units[k]!;
    const b = units[k + 1]!;
    const c = units[k + 2]!;
    if (a <= 0x7f) {
      const bit = startBit(a, b, c, units[k + 3]!, units[k + 4]!);
      if (((starts[bit >>> 5]! >>> bit) & 1) === 0) continue;
    } else {
      const bit = wideBit(a, b, c);
      if (((wide[bit >>> 5]! >>> bit) & 1) === 0) continue;
    }
    word ??= String.fromCharCode.apply(null, units.subarray(0, count) as unknown as number[]);
    if (isSegment(segments, word, k, text, at)) return true;
  }
  return false;
}
