/**
 * Which of very many mentions are near the viewport: found by halving, since places follow document order well enough.
 */
import type { PageMention } from '../marks/mention.ts';
import { rectsOf } from './geometry.ts';

/** How far to look for a mention that is rendered. */
const TRIES = 30;

/** Index of the first of the mentions that no longer is before something; their number if all are. */
export function firstPast(
  mentions: readonly PageMention[],
  isBefore: (mention: PageMention, index: number) => boolean,
): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(mentions[middle]!, middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the first of the mentions, in document order, that does not end above the viewport. */
export const firstInView = (mentions: readonly PageMention[]): number =>
  firstPast(mentions, (_, index) => (bottomAt(mentions, index) ?? 0) < 0);

/** `count` of the mentions, those in and around the viewport: a third before its first one, the rest after. */
export function around(mentions: readonly PageMention[], count: number): readonly PageMention[] {
  const from = Math.min(firstInView(mentions) - Math.floor(count / 3), mentions.length - count);
  return mentions.slice(Math.max(0, from), Math.max(0, from) + count);
}

/** Bottom edge in the viewport of a mention, or of the next one that is rendered. */
function bottomAt(mentions: readonly PageMention[], index: number): number | undefined {
  for (const mention of mentions.slice(index, index + TRIES)) {
    const rect = rectsOf(mention)[0];
    if (rect) return rect.bottom;
  }
  return undefined;
}
