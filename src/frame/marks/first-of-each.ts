/**
 * Which mentions are marked when only the first of each medicine is. What stands around a page's text comes last: a menu
 * that names a medicine takes the mark away from no sentence about it.
 */
import { closest, findAll, parentElement } from '../../dom/read.ts';
import { FURNITURE, HEADING } from '../../shared/elements.ts';
import { hostOf, type PageMention } from './mention.ts';
import { compareInPage } from './order.ts';

type Mentions = readonly PageMention[];

/** The mentions to mark when only the first of each drug is, of a list in document order. */
export function firstOfEach(mentions: Mentions, per: 'first-per-section' | 'first-per-page'): Set<PageMention> {
  const begins = per === 'first-per-section' ? sectionsOf(mentions) : new Set<number>();
  const inText = firstIn(mentions, begins, (mention) => !isFurniture(mention));
  const named = new Set([...inText].map(({ drug }) => drug));
  const around = firstIn(mentions, begins, ({ drug }) => !named.has(drug));
  return new Set([...inText, ...around]);
}

/** @param begins indexes of the mentions that a section begins with */
function firstIn(
  mentions: Mentions,
  begins: ReadonlySet<number>,
  counts: (mention: PageMention) => boolean,
): Set<PageMention> {
  const chosen = new Set<PageMention>();
  const seen = new Set<string>();
  for (const [index, mention] of mentions.entries()) {
    if (begins.has(index)) seen.clear();
    if (seen.has(mention.drug) || !counts(mention)) continue;
    seen.add(mention.drug);
    chosen.add(mention);
  }
  return chosen;
}

/** Found by halving: there are fewer headings than mentions where it matters. */
function sectionsOf(mentions: Mentions): Set<number> {
  const begins = new Set<number>();
  for (const heading of findAll(document, HEADING)) {
    let low = 0;
    let high = mentions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compareInPage(mentions[middle]!.first.node, heading) < 0) low = middle + 1;
      else high = middle;
    }
    begins.add(low);
  }
  return begins;
}

/** By the element that holds the text: its surroundings are asked for once. */
const furniture = new WeakMap<Element, boolean>();

function isFurniture({ first }: PageMention): boolean {
  const element = parentElement(first.node) ?? hostOf(first.node);
  if (!element) return false;
  let known = furniture.get(element);
  if (known === undefined) {
    known = false;
    for (let at: Element | null = element; at && !known; at = hostOf(at)) known = closest(at, FURNITURE) !== null;
    furniture.set(element, known);
  }
  return known;
}
