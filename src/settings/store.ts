/**
 * Reads and changes the settings. Every change is a function of what is stored at that moment, one at a time over all
 * windows, so that two windows editing at once lose nothing. The service worker hears of it and tells the pages.
 */
import { browser } from '../platform/browser.ts';
import { watchStorage } from '../platform/native.ts';
import { isRecord } from '../shared/is-record.ts';
import { MOST_LISTED } from './allowed.ts';
import { KEYS } from './keys.ts';
import { effective, type Managed, valueAt, withValue } from './layers.ts';
import { loadManaged } from './managed.ts';
import { SETTINGS_VERSION, type Settings } from './schema.ts';
import { type PartialSettings, readSettings } from './validate.ts';

/** Everything that a page about settings shows. */
export interface SettingsState {
  /** In force. */
  readonly settings: Settings;
  /** What the reader set; all else are presets and defaults. */
  readonly own: PartialSettings;
  readonly managed: Managed;
}

/** Stored settings that could not be read wholly, as they were found. */
export interface SetAside {
  /** ISO date and time. */
  readonly on: string;
  readonly problems: readonly string[];
  readonly data: unknown;
}

/** Runs one task at a time over all windows and the service worker. */
export function exclusively<T>(task: () => Promise<T>): Promise<T> {
  return navigator.locks.request('memantine-lens-storage', task) as Promise<T>;
}

/** Reads what is stored and what is preset. Broken parts fall back to the layer below. */
export async function loadSettings(): Promise<SettingsState> {
  const [{ own }, managed] = await Promise.all([readOwn(), loadManaged()]);
  return stateOf(own, managed);
}

function stateOf(own: PartialSettings, managed: Managed): SettingsState {
  return { settings: effective(own, managed), own, managed };
}

/** Changes the reader's own settings; returns what holds then. */
export function changeSettings(
  change: (own: PartialSettings, state: SettingsState) => PartialSettings,
): Promise<SettingsState> {
  return exclusively(async () => {
    const [{ own, problems, found }, managed] = await Promise.all([readOwn(), loadManaged()]);
    const state = stateOf(change(own, stateOf(own, managed)), managed);
    const aside: SetAside = { on: new Date().toISOString(), problems, data: found };
    await browser.storage.local.set({
      [KEYS.settings]: { version: SETTINGS_VERSION, ...state.own },
      ...(problems.length > 0 ? { [KEYS.setAside]: aside } : {}),
    });
    return state;
  });
}

/** Sets one setting by its path, such as `marks.style`; `undefined` returns it to its preset or default. */
export function setSetting(path: string, value: unknown): Promise<SettingsState> {
  return changeSettings((own) => withValue(own, path, value));
}

/**
 * Puts something into a setting that is a list, at its end, or takes it out. What is beyond the most is read by nobody.
 *
 * @param all what the setting lists where it says `all`
 */
export function setListed(
  path: string,
  item: string,
  isIn: boolean,
  all: readonly string[] = [],
): Promise<SettingsState> {
  return changeSettings((own, { settings }) => {
    const value = valueAt(settings, path) as readonly string[] | 'all';
    const list = value === 'all' ? all : value;
    const next = isIn ? [...new Set([...list, item])].slice(0, MOST_LISTED) : list.filter((other) => other !== item);
    return withValue(own, path, next);
  });
}

/** Brings the stored settings to the present version. */
export async function refreshSettings(): Promise<SettingsState> {
  return changeSettings((own) => own);
}

/** Calls back with the new state when the settings change in any window, or the administrator changes the policy. */
export function watchSettings(changed: (state: SettingsState) => void): void {
  const tell = (): unknown => loadSettings().then(changed);
  watchStorage('local', (changes) => KEYS.settings in changes && tell());
  watchStorage('managed', tell);
}

/** Settings that were set aside because they could not be read, until the reader dismisses the notice. */
export async function loadSetAside(): Promise<SetAside | undefined> {
  const found = (await browser.storage.local.get(KEYS.setAside))[KEYS.setAside] as Partial<SetAside> | undefined;
  const whole = typeof found?.on === 'string' && Array.isArray(found.problems);
  return whole ? { on: found.on!, problems: found.problems!.map(String), data: found.data } : undefined;
}

export async function dismissSetAside(): Promise<void> {
  await browser.storage.local.remove(KEYS.setAside);
}

async function readOwn(): Promise<{ own: PartialSettings; problems: readonly string[]; found: unknown }> {
  const found = (await browser.storage.local.get(KEYS.settings))[KEYS.settings] as unknown;
  if (found === undefined) return { own: {}, problems: [], found };
  const { settings, problems } = readSettings(found);
  const isNewer = isRecord(found) && Number.isInteger(found.version) && Number(found.version) > SETTINGS_VERSION;
  const newer = isNewer ? ['version: written by a newer version of the extension'] : [];
  return { own: settings, problems: [...newer, ...problems], found };
}
