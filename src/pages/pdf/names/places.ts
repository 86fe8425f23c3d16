/** Where names stand in a document, for the choice of those that are marked. Pure. */
import type { Places } from '../../../shared/policy/first-of-each.ts';
import type { DocumentMention } from './document-names.ts';

/**
 * A section begins with a heading and with each page: headings in the size of the text are not known for what they are, and
 * would leave all pages after the first unmarked.
 *
 * @param mentions in reading order
 */
export function placesOf(
  mentions: readonly DocumentMention[],
  per: 'first-per-section' | 'first-per-page',
): Places<DocumentMention> {
  const begins = new Set<number>();
  for (const [index, { page, section }] of per === 'first-per-section' ? mentions.entries() : []) {
    const before = mentions[index - 1];
    if (before?.page !== page || before.section !== section) begins.add(index);
  }
  return { begins, isAround: () => false, isInHeading: ({ isHeading }) => isHeading };
}
