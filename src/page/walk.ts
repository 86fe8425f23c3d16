/** Goes from mention to mention and brings one into view. */
import { rectsOf } from './geometry.ts';
import { compareInPage } from './order.ts';
import type { PageMention } from './registry.ts';

/** Scrolls a mention to the middle of what scrolls it, when it is not in view. */
export function bringIntoView(mention: PageMention): void {
  const element = mention.first.node.parentElement;
  if (isInView(mention) || !element) return;
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  if (isInView(mention)) return;
  // A long element: its middle is elsewhere.
  const rect = rectsOf(mention)[0];
  if (!rect) return;
  const scroller = scrollerOf(element);
  const box = scroller.getBoundingClientRect();
  const middle = scroller === document.scrollingElement ? innerHeight / 2 : box.top + box.height / 2;
  scroller.scrollBy({ top: rect.top - middle, behavior: 'instant' });
}

function isInView(mention: PageMention): boolean {
  const rect = rectsOf(mention)[0];
  return rect !== undefined && rect.top >= 0 && rect.bottom <= innerHeight && rect.left < innerWidth && rect.right > 0;
}

function scrollerOf(element: Element): Element {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    if (parent.scrollHeight > parent.clientHeight && /auto|scroll/.test(getComputedStyle(parent).overflowY))
      return parent;
  }
  return document.scrollingElement ?? document.documentElement;
}

/**
 * The mention after (`by` 1) or before (-1) the last visited one, round the end; without a last one, the first in or below
 * the viewport, or the last above.
 */
export function step(
  mentions: readonly PageMention[],
  last: PageMention | undefined,
  by: 1 | -1,
): PageMention | undefined {
  if (mentions.length === 0) return undefined;
  const at = last ? mentions.indexOf(last) : -1;
  if (at >= 0) return mentions[(at + by + mentions.length) % mentions.length];
  const from = last
    ? mentions.findIndex((m) => compareInPage(last.first.node, m.first.node) < 0)
    : mentions.findIndex((m) => (rectsOf(m)[0]?.bottom ?? -1) >= 0);
  if (by > 0) return mentions[Math.max(0, from)];
  return mentions.at(from - 1);
}

/** The mention nearest to the middle of the viewport among those in view, or the first of all. */
export function nearest(mentions: readonly PageMention[]): PageMention | undefined {
  let best = mentions[0];
  let distance = Number.POSITIVE_INFINITY;
  for (const mention of mentions) {
    const rect = rectsOf(mention)[0];
    if (!rect || rect.bottom < 0 || rect.top > innerHeight) continue;
    const away = Math.abs(rect.top - innerHeight / 2);
    if (away < distance) [best, distance] = [mention, away];
  }
  return best;
}
