/** Goes from mention to mention and brings one into view. */

import {
  boxOf,
  clientHeight,
  compareInPage,
  documentElement,
  drawnAround,
  parentElement,
  scrollBy,
  scroller as scrollerOf,
  scrollHeight,
  scrollIntoView,
} from '../../dom/read.ts';
import type { PageMention } from '../marks/mention.ts';
import { rectsOf } from './geometry.ts';

/** Scrolls whatever has to be scrolled until a mention is in view. */
export function bringIntoView(mention: PageMention): void {
  const element = parentElement(mention.first.node);
  if (!element) return;
  if (!isWithin(mention, 0, innerHeight)) {
    scrollIntoView(element, { block: 'center', inline: 'nearest', behavior: 'instant' });
  }
  // The middle of a long element may be elsewhere, and what scrolls it may be out of view itself.
  for (const scroller of scrollersOf(element)) {
    const { top, bottom } = scroller === page() ? { top: 0, bottom: innerHeight } : boxOf(scroller);
    const rect = rectsOf(mention)[0];
    if (!rect || isWithin(mention, top, bottom)) continue;
    scrollBy(scroller, { top: (rect.top + rect.bottom - top - bottom) / 2, behavior: 'instant' });
  }
}

const page = (): Element | null => scrollerOf(document) ?? documentElement(document);

function isWithin(mention: PageMention, top: number, bottom: number): boolean {
  const rect = rectsOf(mention)[0];
  return rect !== undefined && rect.top >= top && rect.bottom <= bottom;
}

/** What scrolls an element, the innermost first, the page last. */
function scrollersOf(element: Element): Element[] {
  const scrollers = drawnAround(element).filter(
    (one) =>
      one !== page() && scrollHeight(one) > clientHeight(one) && /auto|scroll/.test(getComputedStyle(one).overflowY),
  );
  return [...scrollers, page() ?? element];
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
  return stepIn(mentions, last, by, () =>
    last
      ? mentions.findIndex((m) => compareInPage(last.first.node, m.first.node) < 0)
      : mentions.findIndex((m) => (rectsOf(m)[0]?.bottom ?? -1) >= 0),
  );
}

/** The same in any list. @param next index of the mention ahead, asked where the last visited one is not in the list */
export function stepIn<Mention>(
  mentions: readonly Mention[],
  last: Mention | undefined,
  by: 1 | -1,
  next: () => number,
): Mention | undefined {
  if (mentions.length === 0) return undefined;
  const at = last ? mentions.indexOf(last) : -1;
  if (at >= 0) return mentions[(at + by + mentions.length) % mentions.length];
  // Where none is ahead, the first is: round the end.
  const from = Math.max(0, next());
  return mentions.at(by > 0 ? from : from - 1);
}

/** The mention nearest to the middle of the viewport among those in view, or the first of all. */
export function nearest<Mention extends PageMention>(mentions: readonly Mention[]): Mention | undefined {
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
