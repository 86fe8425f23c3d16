/**
 * How ids and languages are written, wherever one is checked: in settings, in messages, in packs. The schema of the
 * knowledge (`knowledge/schema/common.schema.json`) says the same, and a test compares.
 */

/** Lower-case words joined by single hyphens. */
export const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST_ID = 80;
/** BCP 47, as far as names of medicines go. */
export const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/;

/** Without region and script: `pt` of `pt-BR`. */
export const baseLanguage = (lang: string): string => lang.split('-')[0]!;

/** Whether something is the id of an entry. */
export const isId = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= LONGEST_ID && ID.test(value);
