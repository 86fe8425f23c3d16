/**
 * Which mentions are marked when only the first of each medicine is. What stands around a page's text comes last: a menu
 * that names a medicine takes the mark away from no sentence about it.
 */
import { closest, findAll, parentElement } from '../../dom/read.ts';
import { FURNITURE, HEADING } from '../../shared/elements.ts';
import { hostOf, type PageMention } from './mention.ts';
import { compareInPage } from './order.ts';

type Mentions = readonly PageMention[];

/** One name of one medicine: a brand name hides what it is, so each is marked, and each once. */
const nameOf = ({ drug, form }: PageMention): string => `${drug}\n${form}`;

/** The mentions to mark when only the first of each name is, of a list in document order. */
export function firstOfEach(mentions: Mentions, per: 'first-per-section' | 'first-per-page'): Set<PageMention> {
  const begins = per === 'first-per-section' ? sectionsOf(mentions) : new Set<number>();
  const inText = firstIn(mentions, begins, (mention) => !isIn(FURNITURE, mention));
  const named = new Set([...inText].map(nameOf));
  const around = firstIn(mentions, begins, (mention) => !named.has(nameOf(mention)));
  return new Set([...inText, ...around]);
}

/**
 * A heading gives way to the text below it, which says more.
 *
 * @param begins indexes of the mentions that a section begins with
 */
function firstIn(
  mentions: Mentions,
  begins: ReadonlySet<number>,
  counts: (mention: PageMention) => boolean,
): PageMention[] {
  const chosen: PageMention[] = [];
  /** Of each name seen in this section, its place among those chosen, and whether that is in a heading. */
  const seen = new Map<string, { readonly at: number; readonly final: boolean }>();
  for (const [index, mention] of mentions.entries()) {
    if (begins.has(index)) seen.clear();
    const name = nameOf(mention);
    const known = seen.get(name);
    if (known?.final || !counts(mention)) continue;
    const final = !isIn(HEADING, mention);
    if (known && !final) continue;
    const at = known?.at ?? chosen.length;
    chosen[at] = mention;
    seen.set(name, { at, final });
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
