/** Checks of settings that come from storage, from a backup file or from an administrator. */
import * as v from 'valibot';
import { isRecord } from '../shared/is-record.ts';
import { EXCEPTION } from '../shared/policy/exceptions.ts';
import { GROUPS } from '../shared/policy/marks.ts';
import { parsePattern } from '../shared/policy/site-policy.ts';
import { BOUNDS, CHOICES, COLOR, ENTRY_ID, LANGUAGE, MOST_LISTED, type Settings } from './schema.ts';

/** Settings of which any part may be missing; what is missing comes from the layer below. */
export interface PartialSettings {
  readonly enabled?: boolean;
  readonly siteMode?: Settings['siteMode'];
  readonly sites?: Settings['sites'];
  readonly marks?: Partial<Settings['marks']>;
  readonly watched?: Settings['watched'];
  readonly opening?: Partial<Settings['opening']>;
  readonly card?: Partial<Settings['card']>;
  readonly recognition?: Partial<Settings['recognition']>;
  readonly pdf?: Partial<Settings['pdf']>;
}

/** What could be read, and one line for each part that could not: `marks.style: …`. */
export interface Reading {
  readonly settings: PartialSettings;
  readonly problems: readonly string[];
}

const within = ([least, most]: readonly [number, number]) => v.pipe(v.number(), v.minValue(least), v.maxValue(most));
const flag = v.boolean();
/** Each once, and no more than pages take. */
const few = (list: string[]): string[] => [...new Set(list)].slice(0, MOST_LISTED);
const textsLike = (pattern: RegExp) => v.pipe(v.array(v.pipe(v.string(), v.regex(pattern))), v.transform(few));

const checksOf = <T>(values: Readonly<Record<string, T>>, check: (value: T) => v.GenericSchema) =>
  Object.fromEntries(Object.entries(values).map(([path, value]) => [path, check(value)]));

/** The check of each setting, by its path. */
const FIELDS: Readonly<Record<string, v.GenericSchema>> = {
  ...checksOf(CHOICES, v.picklist),
  ...checksOf(BOUNDS, within),
  enabled: flag,
  'marks.groups': v.pipe(
    v.array(v.picklist(GROUPS)),
    v.transform((list) => GROUPS.filter((group) => list.includes(group))),
  ),
  'marks.hiddenDrugs': textsLike(ENTRY_ID),
  'marks.exceptions': textsLike(EXCEPTION),
  'marks.color': v.union([v.literal('auto'), v.pipe(v.string(), v.regex(COLOR))]),
  'marks.inPrint': flag,
  watched: textsLike(ENTRY_ID),
  'card.professional': flag,
  'recognition.languages': v.union([v.literal('all'), textsLike(LANGUAGE)]),
  'pdf.always': flag,
};

/** Paths of all settings, as an administrator names them to lock one; `sites` is the list of rules. */
export const SETTING_PATHS: readonly string[] = [...Object.keys(FIELDS), 'sites'];

const SECTIONS = new Set(SETTING_PATHS.filter((path) => path.includes('.')).map((path) => path.split('.')[0]!));

/**
 * Reads settings field by field: one that is wrong is left out and named, the others stand. Never throws, whatever the
 * data is.
 */
export function readSettings(data: unknown): Reading {
  if (!isRecord(data)) return { settings: {}, problems: [`not an object but ${describe(data)}`] };
  const problems: string[] = [];
  const settings: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(data)) {
    if (name === 'version') continue;
    if (name === 'sites') settings.sites = readSites(value, problems);
    else if (!SECTIONS.has(name)) readField(settings, name, name, value, problems);
    else if (!isRecord(value)) problems.push(`${name}: not an object but ${describe(value)}`);
    else {
      const section: Record<string, unknown> = {};
      for (const [key, part] of Object.entries(value)) readField(section, key, `${name}.${key}`, part, problems);
      settings[name] = section;
    }
  }
  return { settings: settings as PartialSettings, problems };
}

function readField(into: Record<string, unknown>, key: string, path: string, value: unknown, problems: string[]): void {
  const schema = Object.hasOwn(FIELDS, path) ? FIELDS[path] : undefined;
  if (!schema) {
    problems.push(`${path}: no such setting`);
    return;
  }
  const result = v.safeParse(schema, value);
  if (result.success) into[key] = result.output;
  else problems.push(`${path}: ${result.issues[0].message}`);
}

function readSites(value: unknown, problems: string[]): Settings['sites'] {
  if (!isRecord(value)) {
    problems.push(`sites: not an object but ${describe(value)}`);
    return {};
  }
  const sites: Record<string, 'on' | 'off'> = {};
  const rules = Object.entries(value);
  if (rules.length > MOST_LISTED) problems.push(`sites: more than ${MOST_LISTED} rules; the first ones are taken`);
  for (const [written, to] of rules.slice(0, MOST_LISTED)) {
    const pattern = parsePattern(written);
    if (pattern === undefined) problems.push(`sites: "${written}" is no host or domain`);
    else if (to !== 'on' && to !== 'off') problems.push(`sites: "${written}" must be "on" or "off"`);
    else sites[pattern] = to;
  }
  return sites;
}

function describe(value: unknown): string {
  return Array.isArray(value) ? 'a list' : value === null ? 'null' : `a ${typeof value}`;
}
