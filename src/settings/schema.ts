/**
 * What a reader can set, with its defaults.
 *
 * Types and plain data only, so that the content script may import it: what checks data against these shapes is in
 * `validate.ts`.
 */
import type { SiteRules } from '../core/site-policy.ts';

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
export type ActionFloor = (typeof ACTION_FLOORS)[number];

export interface Settings {
  readonly version: 1;
  /** The master switch. */
  readonly enabled: boolean;
  /** Where we run when no site rule says otherwise. */
  readonly siteMode: 'everywhere' | 'chosen';
  /** Site pattern (see core/site-policy) to on or off. */
  readonly sites: SiteRules;
  readonly marks: {
    readonly groups: readonly Group[];
    readonly quiet: 'every' | 'first-per-section' | 'first-per-page';
    readonly floor: ActionFloor;
    /** Ids of entries that the reader knows and wants unmarked. */
    readonly hiddenDrugs: readonly string[];
    readonly style: 'underline' | 'dotted' | 'background';
    /** CSS hex colour, or auto: chosen for contrast on light and dark pages. */
    readonly color: 'auto' | `#${string}`;
    readonly inPrint: boolean;
  };
  readonly opening: {
    readonly on: 'hover' | 'click' | 'modifier';
    readonly modifier: 'alt' | 'ctrl' | 'shift';
    /** Milliseconds. */
    readonly openDelay: number;
    readonly closeDelay: number;
  };
  readonly card: {
    readonly density: 'comfortable' | 'compact';
    /** Percent of the system's text size. */
    readonly textSize: number;
    readonly theme: 'auto' | 'light' | 'dark';
    /** Professional detail shown. */
    readonly professional: boolean;
  };
  readonly recognition: {
    /** BCP 47 languages whose names are recognised beside English and international ones; `all` for every one. */
    readonly languages: 'all' | readonly string[];
    readonly strictness: 'strict' | 'normal' | 'loose';
  };
}

export const DEFAULT_SETTINGS: Settings = {
  version: 1,
  enabled: true,
  siteMode: 'everywhere',
  sites: {},
  marks: {
    groups: GROUPS,
    quiet: 'every',
    floor: 'everything',
    hiddenDrugs: [],
    style: 'underline',
    color: 'auto',
    inPrint: false,
  },
  opening: { on: 'hover', modifier: 'alt', openDelay: 200, closeDelay: 300 },
  card: { density: 'comfortable', textSize: 100, theme: 'auto', professional: false },
  recognition: { languages: 'all', strictness: 'normal' },
};
