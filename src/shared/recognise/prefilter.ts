/**
 * The question that every page is asked: can a name of the dictionary stand in this text at all?
 *
 * Each form owns a segment, up to seven letters or digits of one of its words, chosen at build time to be rare in
 * ordinary text and shared by many forms. The text is sampled: only the three units at every `stride`-th place are read
 * and looked up. A segment covers `stride` neighbouring places with its trigrams (an unknown neighbour stands for any
 * unit), so one of them is sampled wherever the name stands. Units are compared by their low five bits, which ignores
 * case. Where a trigram fits, the five units are read with which the segment would then begin; where these fit, too, the
 * segment itself is asked. A unit beyond ASCII among those read sends the word that holds it through folding.
 */
import { foldedLetter, readWord } from './folded-word.ts';
import { buildTables, isSegment, SEGMENT_LENGTH, type Segments, startBit, type Tables } from './segment-tables.ts';

export interface Prefilter {
  readonly tables: Tables;
  readonly segments: Segments;
  readonly stride: number;
  /** Short names that are looked for exactly as written. */
  readonly exact: readonly string[];
  /** The rare place found last: a page is asked again and again from later places. */
  readonly memory: { text: string; from: number; at: number };
}

/** What a prefilter is made of, small enough for every page. */
export interface PackedPrefilter {
  readonly segments: Segments;
  readonly stride: number;
  readonly exact: readonly string[];
}

export function openPrefilter({ segments, stride, exact }: PackedPrefilter): Prefilter {
  return { tables: buildTables(segments, stride), segments, stride, exact, memory: { text: '', from: 0, at: 0 } };
}

/** Index at or after `from` inside the first place that may be a name, or -1. */
export function scan(prefilter: Prefilter, text: string, from: number): number {
  const { stride } = prefilter;
  const { samples } = prefilter.tables;
  const limit = nextRarity(prefilter, text, from);
  const end = Math.min(text.length - 2, limit);
  /** Up to here words were folded. */
  let done = from;
  let i = from;
  for (; i < end; i += stride) {
    const a = text.charCodeAt(i);
    const b = text.charCodeAt(i + 1);
    const c = text.charCodeAt(i + 2);
    if ((a | b | c) <= 0x7f) {
      // A shift takes the low five bits of its count by itself.
      if (((samples[((a & 31) << 5) | (b & 31)]! >>> c) & 1) !== 0 && confirm(prefilter, text, i, done)) return i;
    } else {
      done = unusual(prefilter, text, i, done);
      if (done < 0) return i;
      if (done > i) i = done - stride;
    }
  }
  // The last units may be of a segment that no whole sample reaches.
  if (i < text.length && i < limit && readWord(prefilter, text, i, done) < 0) return i;
  if (limit < text.length) return limit;
  prefilter.memory.text = '';
  return -1;
}

/** Whether a segment stands around a sample whose trigram fits. The unit in the middle is the segment's in any case. */
function confirm(prefilter: Prefilter, text: string, at: number, done: number): boolean {
  const { offsets, starts } = prefilter.tables;
  const units =
    ((text.charCodeAt(at) & 31) << 10) | ((text.charCodeAt(at + 1) & 31) << 5) | (text.charCodeAt(at + 2) & 31);
  for (let start = at + 1, left = offsets[units]!; left !== 0; start--, left >>= 1) {
    if ((left & 1) === 0 || start < 0) continue;
    if (start + SEGMENT_LENGTH > text.length) return readWord(prefilter, text, at + 1, done) < 0;
    const a = text.charCodeAt(start);
    const b = text.charCodeAt(start + 1);
    const c = text.charCodeAt(start + 2);
    const d = text.charCodeAt(start + 3);
    const e = text.charCodeAt(start + 4);
    const beyond = a | b | c | d | e;
    if (beyond <= 0x7f) {
      const bit = startBit(a, b, c, d, e);
      if (((starts[bit >>> 5]! >>> bit) & 1) === 0) continue;
      if (isSegment(prefilter.segments, text, start, text, start)) return true;
    }
    if ((beyond | text.charCodeAt(start + 5) | text.charCodeAt(start + 6)) > 0x7f)
      return readWord(prefilter, text, at + 1, done) < 0;
  }
  return false;
}

/** A sample with units beyond ASCII: -1 for a likely name, else the place up to which the text is done. */
function unusual(prefilter: Prefilter, text: string, at: number, done: number): number {
  const a = foldedLetter(text.charCodeAt(at));
  if (a < 0) return readWord(prefilter, text, at, done);
  const b = foldedLetter(text.charCodeAt(at + 1));
  if (b < 0) return readWord(prefilter, text, at + 1, done);
  const c = foldedLetter(text.charCodeAt(at + 2));
  if (c < 0) return readWord(prefilter, text, at + 2, done);
  if (((prefilter.tables.samples[(a << 5) | b]! >>> c) & 1) === 0) return done;
  return readWord(prefilter, text, at + 1, done);
}

/** Hyphens at line ends. */
const CUTS = ['-\n', '-\r\n', '\xad\n', '\xad\r\n'];

/** The first exact name or cut name at or after `from`; the text's length if there is none. */
function nextRarity(prefilter: Prefilter, text: string, from: number): number {
  const { exact, memory } = prefilter;
  if (memory.text === text && memory.from <= from && from <= memory.at) return memory.at;
  let at = text.length;
  for (const name of exact) {
    const found = text.indexOf(name, from);
    if (found >= 0 && found < at) at = found;
  }
  for (const kind of CUTS) {
    for (let cut = text.indexOf(kind, from); cut >= 0 && cut < at; cut = text.indexOf(kind, cut + 1)) {
      if (joinsName(prefilter, text, cut)) at = cut;
    }
  }
  memory.text = text;
  memory.from = from;
  memory.at = at;
  return at;
}

/** Units read on both sides of a hyphen at a line's end. */
const BEFORE = 240;
const AFTER = 192;

/** Whether the word that a hyphen at a line's end cuts may be a name. */
function joinsName(prefilter: Prefilter, text: string, hyphen: number): boolean {
  const before = text.slice(Math.max(0, hyphen - BEFORE), hyphen);
  const after = text.slice(hyphen, hyphen + AFTER).replace(/[-\xad]\r?\n\s*(?=\p{Ll})/gu, '');
  return readWord(prefilter, before + after, before.length, 0) < 0;
}
