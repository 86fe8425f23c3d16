/**
 * What the wordings of labels, authorities and studies amount to; knowledge/RATINGS.md explains the table. The verdict of an
 * interaction is held against it when the knowledge is checked, and the card shows a verdict with a source that says as much.
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
