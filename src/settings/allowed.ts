/**
 * What each setting may be, by its path: one table for `validate.ts`, which says what is wrong where settings are made,
 * for `plausible.ts`, where pages read them, and for the controls. Small, for it is in every page.
 */
import { isRecord } from '../shared/is-record.ts';
import { EXCEPTION } from '../shared/policy/exceptions.ts';
import { ACTION_FLOORS, GROUPS, QUIETS, STYLES } from '../shared/policy/marks.ts';
import { SITE_MODES } from '../shared/policy/site-policy.ts';
import { STRICTNESSES } from '../shared/recognise/strictness.ts';
import { isId, LANGUAGE } from '../shared/shapes.ts';

/** Site rules, hidden medicines, exceptions: more of each than anybody has, less than stops a page. */
export const MOST_LISTED = 5_000;

/** The words that a setting is one of, or of a list any of. */
export const CHOICES = {
  siteMode: SITE_MODES,
  'marks.groups': GROUPS,
  'marks.quiet': QUIETS,
  'marks.floor': ACTION_FLOORS,
  'marks.style': STYLES,
  'opening.on': ['hover', 'click', 'modifier'],
  'opening.modifier': ['alt', 'ctrl', 'shift'],
  'card.density': ['comfortable', 'compact'],
  'card.theme': ['auto', 'light', 'dark'],
  'recognition.strictness': STRICTNESSES,
} as const;

/** The least and the most of a number. Delays in milliseconds, text size in percent. */
export const BOUNDS = {
  'opening.openDelay': [0, 3000],
  'opening.closeDelay': [0, 5000],
  'card.textSize': [80, 200],
} as const;

/** What a setting of a few words is, by its path. */
export type Choice<Path extends keyof typeof CHOICES> = (typeof CHOICES)[Path][number];

type Check = (value: unknown) => boolean;

const isFlag: Check = (value) => typeof value === 'boolean';
const oneOf =
  (words: readonly unknown[]): Check =>
  (value) =>
    words.includes(value);
const within =
  ([least, most]: readonly [number, number]): Check =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most;
const like =
  (shape: RegExp): Check =>
  (value) =>
    typeof value === 'string' && shape.test(value);
const listOf =
  (item: Check): Check =>
  (value) =>
    Array.isArray(value) && value.length <= MOST_LISTED && value.every(item);
const all = <T>(values: Readonly<Record<string, T>>, check: (value: T) => Check): Record<string, Check> =>
  Object.fromEntries(Object.entries(values).map(([path, value]) => [path, check(value)]));

/** The check of each setting. */
export const CHECKS: Readonly<Record<string, Check>> = {
  ...all(CHOICES, oneOf),
  ...all(BOUNDS, within),
  enabled: isFlag,
  sites: (value) => isRecord(value) && listOf(oneOf(['on', 'off']))(Object.values(value)),
  'marks.groups': listOf(oneOf(GROUPS)),
  'marks.hiddenDrugs': listOf(isId),
  'marks.exceptions': listOf(like(EXCEPTION)),
  'marks.color': like(/^(?:auto|#[\da-fA-F]{6})$/),
  'marks.inPrint': isFlag,
  watched: listOf(isId),
  'card.professional': isFlag,
  'recognition.languages': (value) => value === 'all' || listOf(like(LANGUAGE))(value),
  'pdf.always': isFlag,
};

/** Paths of all settings, as an administrator names them to lock one; `sites` is the list of rules. */
export const SETTING_PATHS: readonly string[] = Object.keys(CHECKS);
