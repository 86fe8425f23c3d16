/**
 * What an administrator presets through the browser's policies (`storage.managed`).
 *
 * Its shape is in `src/static/managed-schema.json`: `settings` as in a backup file, `locked` with the paths of settings
 * that the reader cannot change, `packs` with knowledge packs, each as an object or as JSON text.
 */
import { browser } from '../platform/browser.ts';
import { SETTING_PATHS } from './allowed.ts';
import { type Managed, UNMANAGED } from './layers.ts';
import { readSettings } from './validate.ts';

async function readPolicy(): Promise<Record<string, unknown>> {
  try {
    return (await browser.storage.managed.get(null)) as Record<string, unknown>;
  } catch {
    // Firefox throws where no policy names us.
    return {};
  }
}

/** The presets and locks in force; what is wrong in a policy is left out. */
export async function loadManaged(): Promise<Managed> {
  const policy = await readPolicy();
  if (Object.keys(policy).length === 0) return UNMANAGED;
  const locked = Array.isArray(policy.locked) ? policy.locked : [];
  return {
    settings: policy.settings === undefined ? {} : readSettings(policy.settings).settings,
    locked: SETTING_PATHS.filter((path) => locked.includes(path) || locked.includes(path.split('.')[0])),
  };
}

/** The packs that a policy brings, unchecked, as JSON text. */
export async function loadManagedPacks(): Promise<readonly string[]> {
  const { packs } = await readPolicy();
  if (!Array.isArray(packs)) return [];
  return packs.map((pack) => (typeof pack === 'string' ? pack : JSON.stringify(pack)));
}
