/** What a reader can set, with its defaults. What each setting may be is in `allowed.ts`. */
import { GROUPS, type MarkChoice } from '../shared/policy/marks.ts';
import { MEMANTINE } from '../shared/policy/pairs.ts';
import type { SiteRules } from '../shared/policy/site-policy.ts';
import type { Recognition } from '../shared/recognise/strictness.ts';
import type { Choice } from './allowed.ts';

/**
 * Of the shape that is stored. A change of meaning or place of a setting raises it, and `store.ts`, `managed.ts` and
 * `pages/options/backup.ts` then bring older ones to the new shape before they are read; a new setting with a default
 * needs neither.
 */
export const SETTINGS_VERSION = 1;

export interface Settings {
  readonly version: typeof SETTINGS_VERSION;
  /** The master switch. */
  readonly enabled: boolean;
  /** Where we run when no site rule says otherwise. */
  readonly siteMode: Choice<'siteMode'>;
  /** Site pattern (see shared/policy/site-policy) to on or off. */
  readonly sites: SiteRules;
  readonly marks: MarkChoice;
  /** Ids of the entries whose pairs are spoken of first. */
  readonly watched: readonly string[];
  readonly opening: {
    readonly on: Choice<'opening.on'>;
    readonly modifier: Choice<'opening.modifier'>;
    /** Milliseconds. */
    readonly openDelay: number;
    readonly closeDelay: number;
  };
  readonly card: {
    readonly density: Choice<'card.density'>;
    /** Percent of the system's text size. */
    readonly textSize: number;
    readonly theme: Choice<'card.theme'>;
    /** Professional detail shown. */
    readonly professional: boolean;
  };
  readonly recognition: Recognition;
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
  watched: [MEMANTINE],
  opening: { on: 'hover', modifier: 'alt', openDelay: 200, closeDelay: 300 },
  card: { density: 'comfortable', textSize: 100, theme: 'auto', professional: false },
  recognition: { languages: 'all', strictness: 'normal' },
  pdf: { always: false },
};
