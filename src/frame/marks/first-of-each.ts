/** Which mentions are marked when only the first of each medicine is. */
import { findAll } from '../../dom/read.ts';
import { HEADING } from '../../shared/elements.ts';
import type { PageMention } from './mention.ts';
import { compareInPage } from './order.ts';

/** The mentions to mark when only the first of each drug is, of a list in document order. */
export function firstOfEach(
  mentions: readonly PageMention[],
  per: 'first-per-section' | 'first-per-page',
): Set<PageMention> {
  const headings = per === 'first-per-section' ? [...findAll(document, HEADING)] : [];
  const chosen = new Set<PageMention>();
  const seen = new Set<string>();
  let next = 0;
  for (const mention of mentions) {
    const before = next;
    while (next < headings.length && compareInPage(headings[next]!, mention.first.node) < 0) next++;
    if (next !== before) seen.clear();
    if (seen.has(mention.drug)) continue;
    seen.add(mention.drug);
    chosen.add(mention);
  }
  return chosen;
}
