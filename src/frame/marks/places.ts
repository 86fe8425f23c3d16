/** Where mentions stand on a page, for the choice of those that are marked: below which heading, in it, or in a menu. */
import { closest, compareInPage, findAll, hostOf, parentElement } from '../../dom/read.ts';
import { FURNITURE, HEADING } from '../../shared/elements.ts';
import type { Places } from '../../shared/policy/first-of-each.ts';
import { firstPast } from '../pointer/near.ts';
import type { PageMention } from './mention.ts';

type Mentions = readonly PageMention[];

/** @param mentions in document order */
export function placesOf(mentions: Mentions, per: 'first-per-section' | 'first-per-page'): Places<PageMention> {
  return {
    begins: per === 'first-per-section' ? sectionsOf(mentions) : new Set(),
    isAround: (mention) => isIn(FURNITURE, mention),
    isInHeading: (mention) => isIn(HEADING, mention),
  };
}

/** Found by halving: there are fewer headings than mentions where it matters. */
function sectionsOf(mentions: Mentions): Set<number> {
  const begins = [...findAll(document, HEADING)].map((heading) =>
    firstPast(mentions, ({ first }) => compareInPage(first.node, heading) < 0),
  );
  return new Set(begins);
}

/** By the element that holds the text: what it stands in is asked once. */
const known: Readonly<Record<string, WeakMap<Element, boolean>>> = {
  [FURNITURE]: new WeakMap(),
  [HEADING]: new WeakMap(),
};

function isIn(selector: typeof FURNITURE | typeof HEADING, { first }: PageMention): boolean {
  const element = parentElement(first.node) ?? hostOf(first.node);
  if (!element) return false;
  let inside = known[selector]!.get(element);
  if (inside === undefined) {
    inside = false;
    for (let at: Element | null = element; at && !inside; at = hostOf(at)) inside = closest(at, selector) !== null;
    known[selector]!.set(element, inside);
  }
  return inside;
}
