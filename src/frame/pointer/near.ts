import type { PageMention } from '../marks/registry.ts';
import { rectsOf } from './geometry.ts';

/** How far to look for a mention that is rendered. */
const TRIES = 30;

/**
 * `count` of the mentions, those in and around the viewport: a third before its first one, the rest after. Found by
 * halving, since places on the screen follow document order well enough.
 *
 * @param mentions in document order
 */
export function around(mentions: readonly PageMention[], count: number): readonly PageMention[] {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bottomAt(mentions, middle) ?? 0) < 0) low = middle + 1;
    else high = middle;
  }
  const from = Math.max(0, Math.min(low - Math.floor(count / 3), mentions.length - count));
  return mentions.slice(from, from + count);
}

/** Bottom edge in the viewport of a mention, or of the next one that is rendered. */
function bottomAt(mentions: readonly PageMention[], index: number): number | undefined {
  for (const mention of mentions.slice(index, index + TRIES)) {
    const rect = rectsOf(mention)[0];
    if (rect) return rect.bottom;
  }
  return undefined;
}
