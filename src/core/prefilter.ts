import { fold, foldCodePoint, hyphenAtLineEnd, LINE_LENGTH } from './normalise.ts';

/**
 * The question that every page is asked: can a name of the dictionary stand in this text at all?
 *
 * Each form owns a segment, up to seven letters or digits of one of its words, chosen at build time to be rare in
 * ordinary text and shared by many forms. The text is sampled: only the three units at every `stride`-th place are read
 * and looked up. A segment covers `stride` neighbouring places with its trigrams (an unknown neighbour stands for any
 * unit), so one of them is sampled wherever the name stands. A sampled trigram is then confirmed by the five units
 * around it. Units are compared by their low five bits, which ignores case in Latin, Greek, Cyrillic and full-width
 * letters. Characters that fold to something else, vanish or need no spaces around a word send the word that holds
 * them through folding: rare in Latin text, the whole text in other scripts.
 */
export interface Prefilter {
  /** Trigrams of the segments, by three times five bits: on which side another unit is known. */
  readonly trigrams: Uint8Array;
  /** Longer parts of the segments, by hash: see the marks below. A power of two long. */
  readonly parts: Uint8Array;
  readonly stride: number;
  /** Decide where the tables, in which different units share a place, say yes. */
  readonly segments: ReadonlySet<string>;
  /** Short names that are looked for exactly as written. */
  readonly exact: readonly string[];
  /** The rare place found last: a page is asked again and again from later places. */
  readonly memory: { text: string; from: number; at: number };
}

/** Marks in a form the place where its segment starts. */
export const SEGMENT_MARK = '_';
export const SEGMENT_LENGTH = 7;

/** Marks of the parts: a trigram with the unit after or before it, five units by two hashes, a short name beyond ASCII. */
const RIGHT = 1;
const LEFT = 2;
const FIVE_A = 4;
const FIVE_B = 8;
const SHORT = 16;
/** Places of the table for each segment, and at least. */
const PLACES = 24;
const LEAST_PLACES = 1 << 15;
/** Words are folded this far around an unusual character. */
const WORD_REACH = 48;

function hashA(units: number): number {
  const mixed = Math.imul(units, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

function hashB(units: number): number {
  const mixed = Math.imul(units, 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
}

function shortHash(a: number, b: number, c: number): number {
  return hashA(Math.imul(Math.imul(a, 31) + b, 0x9e3779b1) + c);
}

/** The segment that starts at `index` of a form as written: folded letters, digits and hyphens, at most seven. */
export function segmentAt(form: string, index: number): string {
  const raw = form.slice(index, index + SEGMENT_LENGTH);
  // Most are plain: hundreds are read on every page.
  if (/^[a-z\d-]+$/i.test(raw)) return raw.toLowerCase();
  return /^[\p{L}\p{N}-]*/u.exec(fold(raw))![0].slice(0, SEGMENT_LENGTH);
}

/** How many units a segment loses when a text writes it with ligatures. */
function shrinkage(segment: string): number {
  return segment.length - segment.replace(/ff[il]|f[fil]|s[st]/g, '-').length;
}

/** The longest stride that a segment allows: some trigram with at most one unknown unit at every place modulo it. */
export function strideOf(segment: string): number {
  return segment.charCodeAt(0) > 0x7f ? SEGMENT_LENGTH : segment.length - shrinkage(segment);
}

/** A prefilter for the given segments. `stride` must not exceed what any of them allows. */
export function openPrefilter(segments: Iterable<string>, stride: number, exact: readonly string[] = []): Prefilter {
  const all = new Set(segments);
  let places = LEAST_PLACES;
  while (places < all.size * PLACES) places *= 2;
  const prefilter: Prefilter = {
    trigrams: new Uint8Array(1 << 15),
    parts: new Uint8Array(places),
    stride,
    segments: all,
    exact,
    memory: { text: '', from: 0, at: 0 },
  };
  for (const segment of all) addSegment(prefilter, segment);
  return prefilter;
}

function addSegment({ trigrams, parts, stride }: Prefilter, segment: string): void {
  const n = segment.length;
  const mask = parts.length - 1;
  const last = Math.max(0, n - 5);
  if (segment.charCodeAt(0) > 0x7f) {
    if (n >= 5) for (let j = 0; j <= last; j++) addFive(parts, segment, j);
    else
      parts[shortHash(segment.charCodeAt(0), segment.charCodeAt(1), n > 2 ? segment.charCodeAt(2) : 0) & mask]! |=
        SHORT;
    return;
  }
  if (shrinkage(segment) > 0) for (let at = -1; at <= n - 2; at++) addTrigram(trigrams, parts, segment, at);
  else for (let j = 0; j < stride; j++) addTrigram(trigrams, parts, segment, j + 2 > n ? j - stride : j);
  for (let j = 0; j <= last; j++) addFive(parts, segment, j);
}

/** Five bits each of the units from `at`, `any` for those beyond the segment. */
function unitsOf(segment: string, at: number, count: number, any: number): number {
  let units = 0;
  for (let k = at; k < at + count; k++) units = (units << 5) | (segment.charCodeAt(k) & 31 || any);
  return units;
}

/** The trigram at `at`, which may reach one unit beyond either end: any unit may stand there. And a unit beside it. */
function addTrigram(trigrams: Uint8Array, parts: Uint8Array, segment: string, at: number): void {
  const mask = parts.length - 1;
  const toRight = at + 3 < segment.length;
  const inside = at >= 0 && at + 2 < segment.length;
  for (let any = 0; any < (inside ? 1 : 32); any++) {
    trigrams[unitsOf(segment, at, 3, any)]! |= toRight ? RIGHT : LEFT;
    parts[hashA(unitsOf(segment, toRight ? at : at - 1, 4, any)) & mask]! |= toRight ? RIGHT : LEFT;
  }
}

/** The five units from `at`; any unit may follow a shorter segment. */
function addFive(parts: Uint8Array, segment: string, at: number): void {
  const mask = parts.length - 1;
  for (let any = 0; any < (segment.length < 5 ? 32 : 1); any++) {
    const units = unitsOf(segment, at, 5, any);
    parts[hashA(units) & mask]! |= FIVE_A;
    parts[hashB(units) & mask]! |= FIVE_B;
  }
}

function hasFive(parts: Uint8Array, units: number): boolean {
  const mask = parts.length - 1;
  return (parts[hashA(units) & mask]! & FIVE_A) !== 0 && (parts[hashB(units) & mask]! & FIVE_B) !== 0;
}

/** Index at or after `from` inside the first place that may be a name, or -1. */
export function scan(prefilter: Prefilter, text: string, from: number): number {
  const { trigrams, parts, stride, memory } = prefilter;
  const length = text.length;
  const mask = parts.length - 1;
  const limit = nextRarity(prefilter, text, from);
  let i = from;
  for (; i < length - 2 && i < limit; i += stride) {
    const a = text.charCodeAt(i);
    const b = text.charCodeAt(i + 1);
    const c = text.charCodeAt(i + 2);
    const units = ((a & 31) << 10) | ((b & 31) << 5) | (c & 31);
    const sides = trigrams[units]!;
    if (sides !== 0) {
      const before = i > 0 ? text.charCodeAt(i - 1) : 0;
      const after = i + 3 < length ? text.charCodeAt(i + 3) : 0;
      if (
        ((sides & RIGHT) !== 0 && (parts[hashA((units << 5) | (after & 31)) & mask]! & RIGHT) !== 0) ||
        ((sides & LEFT) !== 0 && (parts[hashA(((before & 31) << 15) | units) & mask]! & LEFT) !== 0) ||
        (before | after) > 0x7f
      ) {
        if (confirm(prefilter, text, i)) return i;
      }
    }
    if ((a | b | c) > 0x7f) {
      const next = foldAt(parts, text, i);
      if (next < 0 && holdsFolded(prefilter, text, i)) return i;
      if (next > i) i = next - stride;
    }
  }
  // The end of the text: what is missing of a trigram counts as any unit.
  for (; i < length && i < limit; i += stride) if (confirm(prefilter, text, i)) return i;
  if (limit < length) return limit;
  memory.text = '';
  return -1;
}

/** Whether a segment stands around a sampled trigram, in the text as it is or folded. */
function confirm(prefilter: Prefilter, text: string, at: number): boolean {
  const { parts, segments } = prefilter;
  let units = 0;
  for (let k = at - 3; k < at + 6; k++) {
    const code = k >= 0 && k < text.length ? text.charCodeAt(k) : 0;
    if (code > 0x7f && !isInert(code) && foldWord(parts, text, k) < 0 && holdsFolded(prefilter, text, at)) return true;
    units = ((units << 5) | (code & 31)) & 0x1ffffff;
    if (k >= at + 1 && hasFive(parts, units) && holdsSegment(segments, text, k - 4)) return true;
  }
  return false;
}

/** Whether a segment holds the five units from `at`. */
function holdsSegment(segments: ReadonlySet<string>, text: string, at: number): boolean {
  const from = Math.max(0, at - SEGMENT_LENGTH + 5);
  const near = text.slice(from, at + SEGMENT_LENGTH).toLowerCase();
  for (let start = 0; start <= at - from; start++) {
    for (let length = SEGMENT_LENGTH; length >= 4; length--) {
      if (segments.has(near.slice(start, start + length))) return true;
    }
  }
  return false;
}

/** Whether a segment stands in the folded words around a place. */
function holdsFolded({ segments }: Prefilter, text: string, at: number): boolean {
  const folded = fold(text.slice(Math.max(0, at - WORD_REACH), at + WORD_REACH + SEGMENT_LENGTH));
  for (const segment of segments) if (folded.includes(segment)) return true;
  return false;
}

/** Folds the words of the unusual units at `at`: -1 for a likely name, else the place up to which the text is done. */
function foldAt(parts: Uint8Array, text: string, at: number): number {
  let done = at;
  for (let k = at; k < at + 3 && k < text.length; k++) {
    const code = text.charCodeAt(k);
    if (code <= 0x7f || k < done || isInert(code)) continue;
    done = foldWord(parts, text, k);
    if (done < 0) return -1;
  }
  return done;
}

/** Looks for segments in the folded word around `at`: -1 when there is one, else the word's end. */
function foldWord(parts: Uint8Array, text: string, at: number): number {
  const mask = parts.length - 1;
  let start = at;
  while (start > 0 && at - start < WORD_REACH && inWord(text.charCodeAt(start - 1))) start--;
  let window = 0;
  let previous = 0;
  let beforeThat = 0;
  let end = start;
  const take = (unit: number): boolean => {
    window = ((window << 5) | (unit & 31)) & 0x1ffffff;
    if (hasFive(parts, window)) return true;
    if ((parts[shortHash(previous, unit, 0) & mask]! & SHORT) !== 0) return true;
    if ((parts[shortHash(beforeThat, previous, unit) & mask]! & SHORT) !== 0) return true;
    beforeThat = previous;
    previous = unit;
    return false;
  };
  while (end < text.length && end - at < WORD_REACH) {
    const code = text.codePointAt(end)!;
    if (!inWord(code)) {
      // A soft hyphen at the end of a line joins it to the next.
      if (text.charCodeAt(end - 1) !== 0xad || !/\s/.test(text[end]!)) break;
    } else if (code <= 0x7f) {
      if (take(code | 0x20)) return -1;
    } else {
      const folded = foldCodePoint(code);
      for (let k = 0; k < folded.length; k++) if (take(folded.charCodeAt(k))) return -1;
    }
    end += code > 0xffff ? 2 : 1;
  }
  if (take(0)) return -1;
  // A word cut at the reach goes on: start again inside it.
  return end - at < WORD_REACH ? end : end - 2 * SEGMENT_LENGTH;
}

function inWord(code: number): boolean {
  if (code > 0x7f) return !isInert(code);
  return (
    (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39) || code === 0x2d
  );
}

/** Units beyond ASCII that are no part of a name and vanish nowhere: punctuation, symbols, most emoji. */
function isInert(code: number): boolean {
  if (code < 0xc0)
    return (
      code !== 0xad &&
      code !== 0xaa &&
      code !== 0xb2 &&
      code !== 0xb3 &&
      code !== 0xb5 &&
      code !== 0xb9 &&
      code !== 0xba
    );
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

/** The first exact name or cut name at or after `from`; the text's length if there is none. */
function nextRarity({ parts, exact, memory }: Prefilter, text: string, from: number): number {
  if (memory.text === text && memory.from <= from && from <= memory.at) return memory.at;
  let at = text.length;
  for (const name of exact) {
    const found = text.indexOf(name, from);
    if (found >= 0 && found < at) at = found;
  }
  if (text.length > LINE_LENGTH) {
    for (let cut = hyphenAtLineEnd(text, from); cut >= 0 && cut < at; cut = hyphenAtLineEnd(text, cut + 1)) {
      if (joinsName(parts, text, cut)) at = cut;
    }
  }
  memory.text = text;
  memory.from = from;
  memory.at = at;
  return at;
}

/** Whether the word that a hyphen at a line's end cuts may be a name. */
function joinsName(parts: Uint8Array, text: string, hyphen: number): boolean {
  let start = hyphen;
  while (start > 0 && hyphen - start < WORD_REACH / 2 && inWord(text.charCodeAt(start - 1))) start--;
  const word = text.slice(start, hyphen + 4 * WORD_REACH).replace(/-\r?\n\s*(?=\p{Ll})/gu, '');
  return foldWord(parts, word, hyphen - start) < 0;
}
