/** The segments that stand for names, and the tables by which text is asked for them; see `prefilter.ts`. */
import { fold } from './normalise.ts';

export const SEGMENT_LENGTH = 7;
/** After segments that are shorter. */
const PAD = 0x20;
/** A companion stands within so many units, of text as one line; and that within so many as the page has it. */
const NEAR = 40;
const NEAR_RAW = 240;

/** One bit for each trigram of three times five bits, as a word for each pair of units. */
type Trigrams = Int32Array;

export interface Tables {
  /** Trigrams that a sample of a segment may show. */
  readonly samples: Trigrams;
  /** For each trigram of `samples`, from which place of a segment it may be: bit 0 one before its start. */
  readonly offsets: Uint8Array;
  /** One bit for each hash of the first five units. */
  readonly starts: Int32Array;
  /** The same for the first three units of segments beyond ASCII. */
  readonly wide: Int32Array;
}

export interface Segments {
  /** Sorted, each `SEGMENT_LENGTH` long with spaces at its end: one string weighs a tenth of a set of strings. */
  readonly all: string;
  /** For segments that are part of common words: folded words of which one stands near. */
  readonly companions: Readonly<Record<string, readonly string[]>>;
}

/** The segment that starts at `index` of a form as written: folded letters, digits and hyphens, at most seven. */
export function segmentAt(form: string, index: number): string {
  const raw = form.slice(index, index + SEGMENT_LENGTH);
  // Most are plain.
  if (/^[a-z\d-]+$/i.test(raw)) return raw.toLowerCase();
  return /^[\p{L}\p{N}-]*/u.exec(fold(raw))![0].slice(0, SEGMENT_LENGTH);
}

/** How many units a segment loses when a text writes it with ligatures. */
function shrinkage(segment: string): number {
  return segment.length - segment.replace(LIGATURES, '-').length;
}

const LIGATURE = /f[fil]|s[st]/;
const LIGATURES = /ff[il]|f[fil]|s[st]/g;

/** The longest stride that a segment allows: some trigram with at most one unknown unit at every place modulo it. */
export function strideOf(segment: string): number {
  return segment.charCodeAt(0) > 0x7f ? SEGMENT_LENGTH : segment.length - shrinkage(segment);
}

/**
 * Puts segments together. One that begins another stands for both, so that a place of the text is found by one search.
 */
export function packSegments(segments: Iterable<string>, companions: Segments['companions']): Segments {
  const all: string[] = [];
  const kept: Record<string, readonly string[]> = { ...companions };
  for (const segment of [...new Set(segments)].sort()) {
    const last = all.at(-1);
    if (last === undefined || !segment.startsWith(last)) all.push(segment);
    else if (companions[last] && companions[segment]) kept[last] = [...kept[last]!, ...companions[segment]];
    else delete kept[last];
  }
  return { all: all.map((segment) => segment.padEnd(SEGMENT_LENGTH)).join(''), companions: kept };
}

/** Index in `all` of the segment that begins at a place of a text, or -1. The case of ASCII letters is ignored. */
function find(all: string, text: string, place: number): number {
  let low = 0;
  let high = all.length / SEGMENT_LENGTH;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = middle * SEGMENT_LENGTH;
    let difference = 0;
    for (let k = 0; k < SEGMENT_LENGTH && difference === 0; k++) {
      const unit = all.charCodeAt(start + k);
      if (unit === PAD) break;
      const code = text.charCodeAt(place + k);
      // Past the end there is nothing, which comes before everything.
      difference = (code <= 0x7f ? code | 0x20 : code || 0) - unit;
    }
    if (difference === 0) return start;
    if (difference > 0) low = middle + 1;
    else high = middle;
  }
  return -1;
}

/** Tables for the given segments. `stride` must not exceed what any of them allows. */
export function buildTables({ all }: Segments, stride: number): Tables {
  const tables: Tables = {
    samples: new Int32Array(1 << 10),
    offsets: new Uint8Array(1 << 15),
    starts: new Int32Array(1 << 11),
    wide: new Int32Array(1 << 10),
  };
  for (let at = 0; at < all.length; at += SEGMENT_LENGTH) {
    if (all.charCodeAt(at) > 0x7f) {
      const bit = wideBit(all.charCodeAt(at), all.charCodeAt(at + 1), all.charCodeAt(at + 2));
      tables.wide[bit >>> 5]! |= 1 << bit;
    } else addSegment(tables, all.slice(at, at + SEGMENT_LENGTH).trimEnd(), stride);
  }
  return tables;
}

/** Place in `starts` of five units, of which the low five bits count. */
export function startBit(a: number, b: number, c: number, d: number, e: number): number {
  const units = ((a & 31) << 20) | ((b & 31) << 15) | ((c & 31) << 10) | ((d & 31) << 5) | (e & 31);
  return Math.imul(units, 0x9e3779b1) >>> 16;
}

/** Place in `wide` of three units. */
export function wideBit(a: number, b: number, c: number): number {
  const mixed = Math.imul(Math.imul(Math.imul(a, 31) + b, 0x9e3779b1) + c, 0x85ebca6b);
  return mixed >>> 17;
}

/** Plain loops: this runs once on every page, before the engine has compiled anything. */
function addSegment({ samples, offsets, starts }: Tables, segment: string, stride: number): void {
  const n = segment.length;
  const last = n - 1;
  // Ligatures move what follows them to earlier places.
  const ligatures = LIGATURE.test(segment);
  const plain = ligatures || stride > n - 2 ? n - 2 : stride;
  let a = segment.charCodeAt(0) & 31;
  let b = segment.charCodeAt(1) & 31;
  const first = (a << 5) | b;
  for (let at = 0; at < plain; at++) {
    const c = segment.charCodeAt(at + 2) & 31;
    const pair = (a << 5) | b;
    samples[pair]! |= 1 << c;
    offsets[(pair << 5) | c]! |= 2 << at;
    a = b;
    b = c;
  }
  // Any unit may follow four.
  for (let e = 0; e < (n === 4 ? 32 : 1); e++) {
    const fifth = n === 4 ? e : segment.charCodeAt(4);
    const bit = startBit(first >> 5, first, segment.charCodeAt(2), segment.charCodeAt(3), fifth);
    starts[bit >>> 5]! |= 1 << bit;
  }
  // Any unit may follow its last two,
  if (ligatures || stride > n - 2) {
    const pair = ((segment.charCodeAt(last - 1) & 31) << 5) | (segment.charCodeAt(last) & 31);
    samples[pair] = -1;
    for (let c = 0; c < 32; c++) offsets[(pair << 5) | c]! |= 2 << (n - 2);
  }
  // or stand before its first two.
  if (ligatures || stride > n - 1) {
    const c = first & 31;
    const bit = 1 << c;
    for (let any = 0, pair = first >> 5; any < 32; any++, pair += 32) {
      samples[pair]! |= bit;
      offsets[(pair << 5) | c]! |= 1;
    }
  }
}

/**
 * Whether a segment begins at an index of a text in ASCII or of a folded one.
 *
 * @param whole the text that it is from, and `at` the place there, near which a companion stands if it needs one
 */
export function isSegment(
  { all, companions }: Segments,
  text: string,
  index: number,
  whole: string,
  at: number,
): boolean {
  const start = find(all, text, index);
  return start >= 0 && hasCompanion(companions[all.slice(start, start + SEGMENT_LENGTH).trimEnd()], whole, at);
}

const ASCII = /^[\0-\x7f]*$/;
const NO_LETTER = /[^\p{L}]+/u;

/** Whether one of the words stands near a place; true where none is asked for. */
function hasCompanion(words: readonly string[] | undefined, text: string, at: number): boolean {
  if (!words) return true;
  const before = inOneLine(text.slice(Math.max(0, at - NEAR_RAW), at));
  const raw = before.slice(-NEAR) + inOneLine(text.slice(at, at + NEAR_RAW)).slice(0, NEAR + SEGMENT_LENGTH);
  const near = ASCII.test(raw) ? raw.toLowerCase() : fold(raw);
  // A single letter says nothing inside another word.
  return words.some((word) => (word.length > 1 ? near.includes(word) : near.split(NO_LETTER).includes(word)));
}

/** Without the hyphens of line ends, and with single spaces: pages indent their lines deeply. U+FEFF is no space. */
function inOneLine(text: string): string {
  return text.replace(/[-\xad]\r?\n\s*/g, '').replace(/[^\S\ufeff]+/g, ' ');
}
