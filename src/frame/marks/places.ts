/**
 * Where mentions stand on a page, for the choice of those that are marked: below which heading, in it, or in a menu.
 */
import { closest, compareInPage, drawnIn, findAll, pathTo } from '../../dom/read.ts';
import { FURNITURE, HEADING } from '../../shared/elements.ts';
import type { Places } from '../../shared/policy/first-of-each.ts';
import { firstPast } from '../pointer/near.ts';
import type { PageMention } from './mention.ts';

type Mentions = readonly PageMention[];

/** @param mentions in document order */
export function placesOf(mentions: Mentions, per: 'first-per-section' | 'first-per-page'): Places<PageMention> {
  const begins = per === 'first-per-section' ? sectionsOf(mentions) : new Set<number>();
  return { begins, isAround, isInHeading };
}

/** Found by halving: there are fewer headings than mentions where it matters. */
function sectionsOf(mentions: Mentions): Set<number> {
  const begins = [...findAll(document, HEADING)].map((heading) =>
    firstPast(mentions, ({ first }) => compareInPage(first.node, heading) < 0),
  );
  return new Set(begins);
}

/** Whether a mention is in what a selector names: asked once of each element that holds text. */
function insideOf(selector: string): (mention: PageMention) => boolean {
  const known = new WeakMap<Element, boolean>();
  return ({ first }) => {
    const element = drawnIn(first.node);
    if (!element) return false;
    const inside = known.get(element) ?? pathTo(element).some((at) => closest(at as Element, selector) !== null);
    known.set(element, inside);
    return inside;
  };
}
const isAround = insideOf(FURNITURE);
const isInHeading = insideOf(HEADING);
