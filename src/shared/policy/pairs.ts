/**
 * What to do about two medicines: the actions, worst first, and what is asked of them and of pairs everywhere. The
 * knowledge, marks and our own pages share these words; scripts in pages have them without the knowledge.
 */

/** Id of the entry that everything is about. */
export const MEMANTINE = 'memantine';

/** What to do about two medicines, worst first; the same words as `action` in the knowledge. */
export const ACTIONS = ['contains-memantine', 'avoid', 'caution', 'monitor', 'theoretical', 'none-found'] as const;

export type Action = (typeof ACTIONS)[number];

/** Orders actions, worst first. */
export const compareActions = (a: Action, b: Action): number => ACTIONS.indexOf(a) - ACTIONS.indexOf(b);

/** Whether a reader has to do something about it: what is shown first, and never folded away. */
export const isGrave = (action: Action): boolean => ACTIONS.indexOf(action) <= 2;

/** One key for two medicines, whichever comes first. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Whether one of the two is memantine. */
export const isWithMemantine = ({ first, second }: { readonly first: string; readonly second: string }): boolean =>
  first === MEMANTINE || second === MEMANTINE;
