/**
 * A check of settings that is small enough for every page: each value has the type of its default and, where there is a
 * choice, is one of it; whatever is not falls back to the default. `validate.ts` says what is wrong, in words and with a
 * library, where settings are made.
 */
import { isRecord } from '../shared/is-record.ts';
import { EXCEPTION } from '../shared/policy/exceptions.ts';
import { BOUNDS, CHOICES, COLOR, ENTRY_ID, LANGUAGE, MOST_LISTED } from './schema.ts';

/** The value with everything implausible replaced by what the default has there. */
export function plausible<T extends object>(found: unknown, usual: T, path = ''): T {
  const given = isRecord(found) ? found : {};
  const entries = Object.entries(usual).map(([key, fallback]) => {
    const at = path === '' ? key : `${path}.${key}`;
    const value = Object.hasOwn(given, key) ? given[key] : fallback;
    if (at !== 'sites' && isRecord(fallback)) return [key, plausible(value, fallback, at)];
    return [key, holds(at, value, fallback) ? value : fallback];
  });
  return Object.fromEntries(entries) as T;
}

function holds(path: string, value: unknown, fallback: unknown): boolean {
  const choices: readonly unknown[] | undefined = CHOICES[path];
  const bounds = BOUNDS[path];
  if (path === 'sites')
    return isRecord(value) && listed(Object.values(value), (rule) => rule === 'on' || rule === 'off');
  if (path === 'marks.color') return typeof value === 'string' && (value === 'auto' || COLOR.test(value));
  if (path === 'recognition.languages')
    return value === 'all' || listed(value, (code) => typeof code === 'string' && LANGUAGE.test(code));
  if (path === 'marks.exceptions') return listed(value, (item) => typeof item === 'string' && EXCEPTION.test(item));
  if (Array.isArray(fallback)) {
    return listed(value, (item) =>
      choices ? choices.includes(item) : typeof item === 'string' && ENTRY_ID.test(item),
    );
  }
  if (choices) return choices.includes(value);
  if (typeof value !== typeof fallback) return false;
  if (bounds) return (value as number) >= bounds[0] && (value as number) <= bounds[1];
  return typeof value !== 'number' || Number.isFinite(value);
}

function listed(value: unknown, item: (part: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length <= MOST_LISTED && value.every(item);
}
