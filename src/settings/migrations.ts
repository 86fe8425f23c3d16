/**
 * Brings settings of older versions to the present one. A change of meaning or place of a setting raises
 * `SETTINGS_VERSION` and adds a step here and a case to the tests; a new setting with a default needs neither.
 */
import { isRecord } from '../shared/is-record.ts';
import { SETTINGS_VERSION } from './schema.ts';

/** One step: settings of version `from` become those of `from + 1`. May meet broken data and must not throw on it. */
export interface Migration {
  readonly from: number;
  readonly change: (data: Record<string, unknown>) => Record<string, unknown>;
}

/** Data without a version were written before versions were: they have the shape of version 1. */
export const MIGRATIONS: readonly Migration[] = [{ from: 0, change: (data) => data }];

export interface Migrated {
  readonly data: unknown;
  /** Written by a newer version of the extension: what we know of it is used, the whole is set aside. */
  readonly future: boolean;
}

/** Applies the steps that the data need. Steps and present version are arguments for the tests. */
export function migrate(data: unknown, steps = MIGRATIONS, present = SETTINGS_VERSION): Migrated {
  if (!isRecord(data)) return { data, future: false };
  const written = data.version;
  let version = typeof written === 'number' && Number.isInteger(written) ? written : 0;
  if (version > present) return { data, future: true };
  let current = { ...data };
  for (; version < present; version++) {
    const step = steps.find(({ from }) => from === version);
    if (step) current = step.change(current);
  }
  return { data: { ...current, version: present }, future: false };
}
