/**
 * What a reader can choose about marks, as words and types, and the shapes in which pages get what the choice needs to
 * know: lists of ids by group and action, and names of highlights. `wanted.ts` applies the choice.
 */
import { ACTIONS, type Action } from './pairs.ts';
import type { Verdict } from './verdict.ts';

/** How entries are grouped in lists, in this order; the same words as `group` in the knowledge. */
export const GROUPS = [
  'memantine',
  'nmda-antagonists',
  'urine-alkalinisers',
  'renal-transport',
  'others',
  'no-interaction',
] as const;
export type Group = (typeof GROUPS)[number];

/** Severity floor for marks, by what to do about the pair with memantine; from all to the worst only. */
export const ACTION_FLOORS = ['everything', 'theoretical', 'monitor', 'caution', 'avoid'] as const;

/**
 * What the choice needs to know of entries, as it is shipped: group to action (empty where nothing is said of the entry
 * and memantine) to ids, separated by spaces.
 */
export type TraitLists = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * What to do about entries with the medicines that the reader watches: action to ids, separated by spaces. All are empty
 * where memantine alone is watched: then the traits that are shipped say it.
 */
export type WatchedVerdicts = Readonly<Record<Action, string>>;

export const NO_WATCHED = Object.fromEntries(ACTIONS.map((action) => [action, ''])) as WatchedVerdicts;

/** How many mentions of a medicine are marked. */
export const QUIETS = ['every', 'first-per-section', 'first-per-page'] as const;
export const STYLES = ['underline', 'dotted', 'background'] as const;

export interface MarkChoice {
  readonly groups: readonly Group[];
  readonly quiet: (typeof QUIETS)[number];
  readonly floor: (typeof ACTION_FLOORS)[number];
  /** Ids of entries that the reader knows and wants unmarked. */
  readonly hiddenDrugs: readonly string[];
  /** Texts that are no medicine on a site, as the reader said: see `exceptions.ts`. */
  readonly exceptions: readonly string[];
  readonly style: (typeof STYLES)[number];
  /** CSS hex colour, or auto: chosen for contrast on light and dark pages. */
  readonly color: 'auto' | `#${string}`;
  readonly inPrint: boolean;
}

/**
 * Keys of our highlights in `CSS.highlights`, one a verdict, chosen afresh for every page: see `frame/marks/painter`.
 * `flash`: of the mark that shows for a moment where the reader was taken to.
 */
export type PaintNames = Readonly<Record<Verdict | 'flash', string>>;

/** Whether something is such a key, and no more: it is put into a style sheet. */
export const isPaintName = (name: unknown): boolean => typeof name === 'string' && /^[a-z]{8}$/.test(name);
