/**
 * What a reader can set, with its defaults.
 *
 * Types and plain data only, so that the content script may import it: what checks data against these shapes is in
 * `validate.ts`.
 */
import { ACTION_FLOORS, GROUPS, type MarkChoice } from '../shared/policy/marks.ts';
import type { SiteRules } from '../shared/policy/site-policy.ts';

/** Of the shape that is stored; see `migrations.ts`. */
export const SETTINGS_VERSION = 1;

export interface Settings {
  readonly version: typeof SETTINGS_VERSION;
  /** The master switch. */
  readonly enabled: boolean;
  /** Where we run when no site rule says otherwise. */
  readonly siteMode: 'everywhere' | 'chosen';
  /** Site pattern (see shared/policy/site-policy) to on or off. */
  readonly sites: SiteRules;
  readonly marks: MarkChoice;
  /** Ids of the entries whose pairs are spoken of first. */
  readonly watched: readonly string[];
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
  readonly pdf: {
    /** PDF documents open in our viewer by themselves, where we run. */
    readonly always: boolean;
  };
}

export const DEFAULT_SETTINGS: Settings = {
  version: SETTINGS_VERSION,
  enabled: true,
  siteMode: 'everywhere',
  sites: {},
  marks: {
    groups: GROUPS,
    quiet: 'first-per-section',
    floor: 'everything',
    hiddenDrugs: [],
    exceptions: [],
    style: 'underline',
    color: 'auto',
    inPrint: false,
  },
  watched: ['memantine'],
  opening: { on: 'hover', modifier: 'alt', openDelay: 200, closeDelay: 300 },
  card: { density: 'comfortable', textSize: 100, theme: 'auto', professional: false },
  recognition: { languages: 'all', strictness: 'normal' },
  pdf: { always: false },
};

/** What a setting may be, where it is one (or, of a list, any) of a few; by its path. */
export const CHOICES: Readonly<Record<string, readonly string[]>> = {
  siteMode: ['everywhere', 'chosen'],
  'marks.groups': GROUPS,
  'marks.quiet': ['every', 'first-per-section', 'first-per-page'],
  'marks.floor': ACTION_FLOORS,
  'marks.style': ['underline', 'dotted', 'background'],
  'opening.on': ['hover', 'click', 'modifier'],
  'opening.modifier': ['alt', 'ctrl', 'shift'],
  'card.density': ['comfortable', 'compact'],
  'card.theme': ['auto', 'light', 'dark'],
  'recognition.strictness': ['strict', 'normal', 'loose'],
};

/** Bounds of the numbers, for forms and checks alike. Delays in milliseconds, text size in percent. */
export const BOUNDS: Readonly<Record<string, readonly [number, number]>> = {
  'opening.openDelay': [0, 3000],
  'opening.closeDelay': [0, 5000],
  'card.textSize': [80, 200],
};

/** Site rules, hidden medicines, exceptions: more of each than anybody has, less than stops a page. */
export const MOST_LISTED = 5_000;

export const COLOR = /^#[\da-f]{6}$/i;
/** BCP 47, as far as names of medicines go. */
export const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z\d]+)*$/;
/** Id of an entry of the knowledge. */
export const ENTRY_ID = /^[a-z\d][a-z\d-]*$/;
