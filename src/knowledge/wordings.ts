/**
 * Which verdict a wording gives by itself: "avoid", "monitor", "no-effect" and so on; knowledge/RATINGS.md explains it.
 * The check of the knowledge rates interactions by it (`tools/knowledge/rating.ts`), and the card chooses the source
 * that it shows with a verdict. Beside that, the names of advice that is our own.
 */
import type { Action } from './types.ts';

/** The verdict that a wording gives by itself; those that are not here (`silent`, `no-signal`) decide nothing. */
export const ACTION_OF: Readonly<Record<string, Action>> = {
  contains: 'contains-memantine',
  'rule-out': 'avoid',
  avoid: 'avoid',
  danger: 'caution',
  caution: 'caution',
  adjust: 'monitor',
  monitor: 'monitor',
  effect: 'monitor',
  possible: 'theoretical',
  'no-effect': 'none-found',
};

/** Whose advice a verdict is (`actionBy`) where no authority gives one: ours, of texts and studies that only report … */
export const OUR_READING = 'our reading of the sources';
/** … or drawn from the class. */
export const CLASS_REASONING = 'class reasoning';
