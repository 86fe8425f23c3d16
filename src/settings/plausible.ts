/** The check of settings that pages read: whatever is not allowed falls back to the default, without a word. */
import { isRecord } from '../shared/is-record.ts';
import { CHECKS } from './allowed.ts';

/** The value with everything implausible replaced by what the default has there. */
export function plausible<T extends object>(found: unknown, usual: T, path = ''): T {
  const given = isRecord(found) ? found : {};
  const entries = Object.entries(usual).map(([key, fallback]) => {
    const at = path === '' ? key : `${path}.${key}`;
    const value = Object.hasOwn(given, key) ? given[key] : fallback;
    const check = Object.hasOwn(CHECKS, at) ? CHECKS[at] : undefined;
    if (!check && isRecord(fallback)) return [key, plausible(value, fallback, at)];
    return [key, (check ?? ((one) => isAlike(one, fallback)))(value) ? value : fallback];
  });
  return Object.fromEntries(entries) as T;
}

/** What is told beside the settings has the type of its default. */
function isAlike(value: unknown, fallback: unknown): boolean {
  return typeof value === typeof fallback && (typeof value !== 'number' || Number.isFinite(value));
}
