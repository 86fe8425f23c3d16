/** Puts the layers of settings together: defaults, an administrator's presets, the reader's own. Pure. */
import { SETTING_PATHS } from './allowed.ts';
import { DEFAULT_SETTINGS, type Settings } from './schema.ts';
import type { PartialSettings } from './validate.ts';

/** What an administrator presets, checked. */
export interface Managed {
  readonly settings: PartialSettings;
  /** Paths that the reader cannot change. */
  readonly locked: readonly string[];
}

export const UNMANAGED: Managed = { settings: {}, locked: [] };

/** The settings in force. Of site rules each layer adds its own; locked ones are the administrator's alone. */
export function effective(own: PartialSettings, managed: Managed = UNMANAGED): Settings {
  let settings: Settings = DEFAULT_SETTINGS;
  for (const path of SETTING_PATHS) {
    const layers = managed.locked.includes(path) ? [managed.settings] : [managed.settings, own];
    for (const layer of layers) {
      const value = valueAt(layer, path);
      if (value === undefined) continue;
      settings = withValue(settings, path, path === 'sites' ? { ...settings.sites, ...(value as object) } : value);
    }
  }
  return settings;
}

/** The value at a path such as `marks.style`; undefined where there is none. */
export function valueAt(settings: Settings | PartialSettings, path: string): unknown {
  let at: unknown = settings;
  for (const key of path.split('.')) at = (at as Record<string, unknown> | undefined)?.[key];
  return at;
}

/** A copy with another value at a path. `undefined` removes it, so that the layer below shows. */
export function withValue<T extends object>(settings: T, path: string, value: unknown): T {
  const [key, inner] = path.split('.') as [string, string?];
  const copy = { ...settings } as Record<string, unknown>;
  const now = inner === undefined ? value : withValue({ ...(copy[key] as object) }, inner, value);
  if (now === undefined) delete copy[key];
  else copy[key] = now;
  return copy as T;
}
