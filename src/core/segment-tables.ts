/** The segments that stand for names, and the tables by which text is asked for them; see `prefilter.ts`. */
import { fold } from './normalise.ts';

export const SEGMENT_LENGTH = 7;
/** In packed segments, between a segment and the words of which one stands near it, which commas separate. */
const COMPANIONS = ':';
/** A companion stands within so many units. */
const NEAR = 40;

/** One bit for each trigram of three times five bits, as a word for each pair of units. */
type Trigrams = Int32Array;

export interface Tables {
  /** Trigrams that a sample of a segment may show. */
  readonly samples: Trigrams;
  /** For each trigram of `samples`, from which place of a segment it may be: bit 0 one before its start. */
  readonly offsets: Uint8Array;
  /** Trigrams of the first to third unit, and of the third to fifth. */
  readonly starts: Trigrams;
  readonly middles: Trigrams;
  /** First three units of segments beyond ASCII, by hash. */
  readonly wide: Trigrams;
}

export interface Segments {
  readonly all: ReadonlySet<string>;
  /** For segments that are part of common words: folded words of which one stands near. */
  readonly companions: ReadonlyMap<string, readonly string[]>;
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

/** A segment as it is packed. */
export function packSegment(segment: string, companions: readonly string[]): string {
  return companions.length === 0 ? segment : segment + COMPANIONS + companions.join(',');
}

/** Reads packed segments. */
export function openSegments(packed: readonly string[]): Segments {
  const all = new Set<string>();
  const companions = new Map<string, readonly string[]>();
  for (const item of packed) {
    const at = item.indexOf(COMPANIONS);
    const segment = at < 0 ? item : item.slice(0, at);
    if (at >= 0) companions.set(segment, item.slice(at + 1).split(','));
    all.add(segment);
  }
  return { all, companions };
}

/** Tables for the given segments. `stride` must not exceed what any of them allows. */
export function buildTables(segments: Iterable<string>, stride: number): Tables {
  const tables: Tables = {
    samples: new Int32Array(1 << 10),
    offsets: new Uint8Array(1 << 15),
    starts: new Int32Array(1 << 10),
    middles: new Int32Array(1 << 10),
    wide: new Int32Array(1 << 10),
  };
  for (const segment of segments) {
    if (segment.charCodeAt(0) > 0x7f) {
      const bit = wideBit(segment.charCodeAt(0), segment.charCodeAt(1), segment.charCodeAt(2));
      tables.wide[bit >>> 5]! |= 1 << bit;
    } else addSegment(tables, segment, stride);
  }
  return tables;
}

/** Place in `wide` of three units. */
export function wideBit(a: number, b: number, c: number): number {
  const mixed = Math.imul(Math.imul(Math.imul(a, 31) + b, 0x9e3779b1) + c, 0x85ebca6b);
  return mixed >>> 17;
}

/** Plain loops: this runs once on every page, before the engine has compiled anything. */
function addSegment({ samples, offsets, starts, middles }: Tables, segment: string, stride: number): void {
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
  starts[first]! |= 1 << segment.charCodeAt(2);
  const middle = ((segment.charCodeAt(2) & 31) << 5) | (segment.charCodeAt(3) & 31);
  middles[middle]! |= n === 4 ? -1 : 1 << segment.charCodeAt(4);
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

/** Whether a segment in ASCII starts at a place of the text, and a companion stands near where it needs one. */
export function confirms({ all, companions }: Segments, text: string, start: number): boolean {
  const near = text.slice(start, start + SEGMENT_LENGTH).toLowerCase();
  for (let length = near.length; length >= 4; length--) {
    const segment = near.slice(0, length);
    if (all.has(segment) && hasCompanion(companions.get(segment), text, start)) return true;
  }
  return false;
}

const NO_WORD = /[^\p{L}\p{N}]+/u;

/** Whether one of the words stands near a place; true where none is asked for. */
export function hasCompanion(words: readonly string[] | undefined, text: string, at: number): boolean {
  if (!words) return true;
  const near = fold(text.slice(Math.max(0, at - NEAR), at + NEAR + SEGMENT_LENGTH));
  // A single letter says nothing inside another word.
  return words.some((word) => (word.length > 1 ? near.includes(word) : near.split(NO_WORD).includes(word)));
}
