import { SEGMENT_LENGTH, segmentAt, strideOf } from './prefilter.ts';

/** How often a segment's parts occur in ordinary text; any scale. */
export type Commonness = (segment: string) => number;

/** Share of each letter in English text, a to z, in per mille. */
const LETTERS = [82, 15, 28, 43, 127, 22, 20, 61, 70, 2, 8, 40, 24, 67, 75, 19, 1, 60, 63, 91, 28, 10, 24, 2, 20, 1];

/** What letters alone say about a segment's commonness, for when no word list is at hand. */
export const commonLetters: Commonness = (segment) => {
  let sum = 1;
  for (let i = 0; i + 3 <= segment.length; i++) {
    let product = 1;
    for (let k = i; k < i + 3; k++) product *= (LETTERS[segment.charCodeAt(k) - 97] ?? 5) / 20;
    sum += product;
  }
  return sum;
};

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
  return { places: cover(holders, open, commonness), stride, without };
}

/** Whether a form has a segment that does not slow the prefilter down. */
export function hasSegment(form: string): boolean {
  return candidates(form).some(({ segment }) => strideOf(segment) >= STRIDE);
}

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

function cover(
  holders: ReadonlyMap<string, { place: SegmentPlace; forms: Set<number> }>,
  open: Set<number>,
  commonness: Commonness,
): SegmentPlace[] {
  const places: SegmentPlace[] = [];
  const queue = [...holders.values()].map((holder) => {
    const cost = commonness(holder.place.segment);
    return { holder, cost, worth: holder.forms.size / cost };
  });
  queue.sort((a, b) => b.worth - a.worth);
  // Lazy greedy: a segment's worth only falls, so a top whose worth still holds is the best of all.
  while (open.size > 0) {
    const top = queue[0]!;
    let left = 0;
    for (const id of top.holder.forms) if (open.has(id)) left++;
    const worth = left / top.cost;
    if (worth === top.worth) {
      places.push(top.holder.place);
      for (const id of top.holder.forms) open.delete(id);
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
