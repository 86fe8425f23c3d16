/**
 * Which mentions are counted and listed: all but those that nobody can see, wherever they scroll and whatever they
 * open. Asking costs layout, so it is done only where a list is wanted, and remembered.
 */
import { readyState } from '../../dom/read.ts';
import { type Looked, mayBeSeen } from '../../dom/unseen.ts';
import { rectsOf } from '../pointer/geometry.ts';
import type { PageMention } from './mention.ts';

/** Of more mentions nobody reads a list: all count. */
export const MOST_COUNTED = 1_000;

/**
 * @param wasSeen whether a mention was in view before
 * @param changed others are hidden than before: they came into view, or went for good
 */
export function createCounted(wasSeen: (mention: PageMention) => boolean, changed: () => void) {
  const plain = new WeakSet<PageMention>();
  let hidden = new Set<PageMention>();
  const isHidden = (mention: PageMention): boolean => hidden.has(mention);
  return {
    /** Looks anew at those of which nothing is known yet or that were hidden; gives those that count. */
    of(mentions: readonly PageMention[]): readonly PageMention[] {
      const looked: Looked = new Map();
      const done = readyState(document) === 'complete';
      const before = mentions.filter(isHidden);
      hidden = new Set(mentions.length > MOST_COUNTED ? [] : mentions.filter(isOut));
      if (before.length !== hidden.size || !before.every(isHidden)) changed();
      return mentions.filter((mention) => !isHidden(mention));

      function isOut(mention: PageMention): boolean {
        if (plain.has(mention) || wasSeen(mention)) return false;
        const out = !mayBeSeen(rectsOf(mention), mention.first.node, looked);
        // While a page loads, its styles may be missing.
        if (!out && done) plain.add(mention);
        return out;
      }
    },
    /** Whether a mention was hidden when it was looked at last. */
    isHidden,
    /** How many were, of those that were looked at last. */
    hidden: (): number => hidden.size,
  };
}
