/** Build time: which segments stand for a dictionary's forms; see `prefilter.ts`. */
import { fold } from './normalise.ts';
import { SEGMENT_LENGTH, segmentAt, strideOf } from './segment-tables.ts';

/** How common parts of words are in ordinary text, as shares of all its places. */
export interface Commonness {
  /** Of two or three letters. */
  part(letters: string): number;
  /** Of a segment as a whole. */
  whole(segment: string): number;
}

/** Share of each letter in English text, a to z, in per mille. */
const LETTERS = [82, 15, 28, 43, 127, 22, 20, 61, 70, 2, 8, 40, 24, 67, 75, 19, 1, 60, 63, 91, 28, 10, 24, 2, 20, 1];

/** What letters alone say, for when no word list is at hand. */
export const commonLetters: Commonness = { part: letterProduct, whole: letterProduct };

function letterProduct(letters: string): number {
  let product = 1;
  for (let k = 0; k < letters.length; k++) product *= (LETTERS[letters.charCodeAt(k) - 97] ?? 5) / 1000;
  return product;
}

/** What a segment costs at least, so that few segments are preferred to rare ones. */
const BASE = 0.001;
/** A place that is confirmed costs so many times what a sample costs that fits. */
const CONFIRMED = 1_000;
/** A segment as common as this needs a companion. */
const COMMON = 5e-7;

/** What looking for a segment costs, on any scale. */
function costOf(segment: string, { part, whole }: Commonness): number {
  let samples = 0;
  for (let at = 0; at < STRIDE; at++) samples += part(segment.slice(at, at + 3));
  // Its first two units may be the end of a sample.
  if (segment.length <= STRIDE) samples += part(segment.slice(0, 2));
  return BASE + samples + CONFIRMED * whole(segment);
}

/** A chosen segment and one place where a form holds it. */
export interface SegmentPlace {
  readonly segment: string;
  readonly form: number;
  readonly index: number;
}

export interface SegmentChoice {
  readonly places: readonly SegmentPlace[];
  /** The longest stride that all segments allow. */
  readonly stride: number;
  /** Forms that no segment can stand for: they have no word of four letters or digits. */
  readonly without: readonly number[];
  /** For segments of common words: words of the forms that they stand for, of which one stands near. */
  readonly companions: Readonly<Record<string, readonly string[]>>;
}

/** The shortest segment in ASCII letters and digits. */
const SHORTEST = 4;

/**
 * Build time: a small set of segments that ordinary text seldom holds, so that every form contains one. Greedy
 * weighted set cover: the segment that covers most forms for its commonness first.
 */
export function chooseSegments(forms: readonly string[], commonness: Commonness): SegmentChoice {
  const holders = new Map<string, { place: SegmentPlace; forms: Set<number> }>();
  const without: number[] = [];
  let stride = SEGMENT_LENGTH;
  const open = new Set<number>();
  forms.forEach((form, id) => {
    const all = candidates(form);
    const longest = Math.max(...all.map(({ segment }) => strideOf(segment)), 0);
    if (longest === 0) {
      without.push(id);
      return;
    }
    open.add(id);
    // Two places of stride are worth more than a rare segment.
    const useful = Math.min(longest, STRIDE);
    stride = Math.min(stride, useful);
    for (const { segment, index } of all) {
      if (strideOf(segment) < useful) continue;
      const holder = holders.get(segment);
      if (holder) holder.forms.add(id);
      else holders.set(segment, { place: { segment, form: id, index }, forms: new Set([id]) });
    }
  });
  const companions: Record<string, readonly string[]> = {};
  const places: SegmentPlace[] = [];
  for (const { place, covered } of cover(holders, open, commonness)) {
    places.push(place);
    if (commonness.whole(place.segment) < COMMON) continue;
    const words = covered.map((id) => companionOf(forms[id]!, place.segment, commonness));
    if (words.every((word) => word !== undefined)) companions[place.segment] = [...new Set(words)].sort();
  }
  return { places, stride, without, companions };
}

/** The start of the form's rarest word without the segment; undefined where it has no other word. */
function companionOf(form: string, segment: string, { whole }: Commonness): string | undefined {
  const words = fold(form)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !word.includes(segment))
    .map((word) => word.slice(0, COMPANION_LENGTH));
  return words.sort((a, b) => whole(a) * a.length - whole(b) * b.length || b.length - a.length)[0];
}

/** Whether a form has a segment that does not slow the prefilter down. */
export function hasSegment(form: string): boolean {
  return candidates(form).some(({ segment }) => strideOf(segment) >= STRIDE);
}

/** Enough to tell words apart. */
const COMPANION_LENGTH = 5;
/** Longer strides would need segments that short brand names do not have. */
const STRIDE = 5;

/** Words; a change between a script without spaces and another one ends a word. */
const WORDS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー])[\p{L}\p{N}\p{M}])+/gu;

/** Segments of single words; of a hyphenated word as a whole where its parts are too short. */
function candidates(form: string): Candidate[] {
  const words = collect(form, WORDS);
  return words.some(({ segment }) => strideOf(segment) >= STRIDE)
    ? words
    : [...words, ...collect(form, /[\p{L}\p{N}\p{M}-]+/gu)];
}

interface Candidate {
  readonly segment: string;
  readonly index: number;
}

function collect(form: string, word: RegExp): Candidate[] {
  const found: Candidate[] = [];
  for (const { 0: run, index } of form.matchAll(word)) {
    const step = run.includes('-') ? run.length : 1;
    for (let k = 0; k === 0 || k + SEGMENT_LENGTH <= run.length; k += step) {
      const segment = segmentAt(run, k);
      if (/[\0-\x7f]/.test(segment) && /[^\0-\x7f]/.test(segment)) continue;
      const whole = k === 0 && run.length <= SEGMENT_LENGTH;
      // Of three neighbouring units one is read, and one beyond ASCII is enough to look closer.
      const long = segment.charCodeAt(0) > 0x7f ? run.length >= 3 : segment.length >= SHORTEST;
      if (segment === segmentAt(form, index + k) && (whole ? long : segment.length >= SEGMENT_LENGTH)) {
        found.push({ segment, index: index + k });
      }
    }
  }
  return found;
}

interface Covered {
  readonly place: SegmentPlace;
  readonly covered: readonly number[];
}

function cover(
  holders: ReadonlyMap<string, { place: SegmentPlace; forms: Set<number> }>,
  open: Set<number>,
  commonness: Commonness,
): Covered[] {
  const places: Covered[] = [];
  const queue = [...holders.values()].map((holder) => {
    const cost = costOf(holder.place.segment, commonness);
    return { holder, cost, worth: holder.forms.size / cost };
  });
  queue.sort((a, b) => b.worth - a.worth);
  // Lazy greedy: a segment's worth only falls, so a top whose worth still holds is the best of all.
  while (open.size > 0) {
    const top = queue[0]!;
    const covered = [...top.holder.forms].filter((id) => open.has(id));
    const worth = covered.length / top.cost;
    if (worth === top.worth) {
      places.push({ place: top.holder.place, covered });
      for (const id of covered) open.delete(id);
    }
    top.worth = worth === top.worth ? 0 : worth;
    siftDown(queue);
  }
  return places;
}

/** Restores the heap after its top lost worth. */
function siftDown<T extends { worth: number }>(heap: T[]): void {
  const top = heap[0]!;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && heap[child + 1]!.worth > heap[child]!.worth) child++;
    if (heap[child]!.worth <= top.worth) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = top;
}
