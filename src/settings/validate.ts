/** Checks of settings that come from storage, from a backup file or from an administrator. */
import { isRecord } from '../shared/is-record.ts';
import { GROUPS } from '../shared/policy/marks.ts';
import { parsePattern, type Switch } from '../shared/policy/site-policy.ts';
import { CHECKS, MOST_LISTED, SETTING_PATHS } from './allowed.ts';
import type { Settings } from './schema.ts';

/** Settings of which any part may be missing; what is missing comes from the layer below. */
export type PartialSettings = Partial<Pick<Settings, 'enabled' | 'siteMode' | 'sites' | 'watched'>> & {
  readonly [Section in 'marks' | 'opening' | 'card' | 'recognition' | 'pdf']?: Partial<Settings[Section]>;
};

const SECTIONS = new Set(SETTING_PATHS.filter((path) => path.includes('.')).map((path) => path.split('.')[0]!));

/**
 * Reads settings field by field: one that is wrong is left out, the others stand. Never throws, whatever the data is.
 *
 * @returns what could be read, and one line for each part that could not: `marks.style: …`
 */
export function readSettings(data: unknown): { settings: PartialSettings; problems: readonly string[] } {
  if (!isRecord(data)) return { settings: {}, problems: [`not an object but ${describe(data)}`] };
  const problems: string[] = [];
  const { version, ...rest } = data;
  return { settings: readPart(rest, '', problems), problems };
}

function readPart(part: Record<string, unknown>, prefix: string, problems: string[]): PartialSettings {
  const sound: Record<string, unknown> = {};
  for (const [key, given] of Object.entries(part)) {
    const path = prefix + key;
    const check = Object.hasOwn(CHECKS, path) ? CHECKS[path] : undefined;
    const value = Array.isArray(given) ? tidy(path, given) : given;
    if (!isRecord(given) && (path === 'sites' || SECTIONS.has(path)))
      problems.push(`${path}: not an object but ${describe(given)}`);
    else if (path === 'sites') sound.sites = readSites(given as object, problems);
    else if (SECTIONS.has(path)) sound[key] = readPart(given as Record<string, unknown>, `${path}.`, problems);
    else if (!check) problems.push(`${path}: no such setting`);
    else if (check(value)) sound[key] = value;
    else problems.push(`${path}: cannot be ${describe(given)}`);
  }
  return sound;
}

/** Each once, and no more than pages take; groups in their order. */
function tidy(path: string, list: readonly unknown[]): readonly unknown[] {
  const few = [...new Set(list)].slice(0, MOST_LISTED);
  const isKnown = path === 'marks.groups' && few.every((group) => (GROUPS as readonly unknown[]).includes(group));
  return isKnown ? GROUPS.filter((group) => few.includes(group)) : few;
}

function readSites(given: object, problems: string[]): Settings['sites'] {
  const taken: [string, Switch][] = [];
  const rules = Object.entries(given);
  if (rules.length > MOST_LISTED) problems.push(`sites: more than ${MOST_LISTED} rules; the first ones are taken`);
  for (const [written, to] of rules.slice(0, MOST_LISTED)) {
    const pattern = parsePattern(written);
    if (pattern === undefined) problems.push(`sites: "${written}" is no host or domain`);
    else if (to !== 'on' && to !== 'off') problems.push(`sites: "${written}" must be "on" or "off"`);
    else taken.push([pattern, to]);
  }
  return Object.fromEntries(taken);
}

/** What was found, so far as a line of a notice can hold it. */
function describe(value: unknown): string {
  if (Array.isArray(value)) return 'this list';
  return isRecord(value) ? 'an object' : String(JSON.stringify(value)).slice(0, 60);
}
