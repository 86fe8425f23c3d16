/**
 * The copy of the settings that pages read: one plain object, complete. Only the service worker writes it, and whoever
 * reads it checks every part of it, for the reason in `frame-area.ts`.
 */
import { watchStorage } from '../platform/native.ts';
import { askBackground } from '../platform/wire.ts';
import { NO_WATCHED, type WatchedVerdicts } from '../shared/policy/marks.ts';
import { FRAME_AREA, readForFrames } from './frame-area.ts';
import { KEYS } from './keys.ts';
import { plausible } from './plausible.ts';
import { DEFAULT_SETTINGS, type Settings } from './schema.ts';

/** The settings in force: defaults, then an administrator's presets, then the reader's choices. */
export interface PageSettings extends Settings {
  /**
   * Zero: the content script uses its built-in dictionary. Otherwise names were added by packs or left out by the
   * reader's choice of languages or strictness: the dictionary to use, `NamesInUse`, is beside this under
   * `KEYS.dictionary`, its prefilter under `KEYS.prefilter`, and the number changes whenever they do.
   */
  readonly dictionary: number;
  /** How many packs are in use. */
  readonly packs: number;
  readonly watchedVerdicts: WatchedVerdicts;
}

const DEFAULTS: PageSettings = { ...DEFAULT_SETTINGS, dictionary: 0, packs: 0, watchedVerdicts: NO_WATCHED };

/** What decides whether and for which names a page is looked at. */
export type Reach = Pick<PageSettings, 'enabled' | 'siteMode' | 'sites' | 'dictionary'>;

const { enabled, siteMode, sites, dictionary } = DEFAULTS;
const DEFAULT_REACH: Reach = { enabled, siteMode, sites, dictionary };

/** Reads them once, after the service worker has written them if there are none; the defaults hold where they cannot be had. */
export const readPageSettings = (): Promise<PageSettings> => readPart(DEFAULTS);

/** The same of a few settings: checking all of them takes a millisecond on every page. */
export const readReach = (): Promise<Reach> => readPart(DEFAULT_REACH);

async function readPart<T extends Reach>(usual: T): Promise<T> {
  const found = await readForFrames(KEYS.pageSettings);
  if (found !== undefined) return plausible(found, usual);
  await askBackground('publish', undefined);
  return plausible(await readForFrames(KEYS.pageSettings), usual);
}

/**
 * Calls back with new page settings, whichever window or script made it.
 *
 * @returns stops it.
 */
export const watchPageSettings = (changed: (settings: PageSettings) => void): (() => void) =>
  watchPart(DEFAULTS, changed);

/** The same of the settings that `readReach` reads. */
export const watchReach = (changed: (reach: Reach) => void): (() => void) => watchPart(DEFAULT_REACH, changed);

function watchPart<T extends Reach>(usual: T, changed: (part: T) => void): () => void {
  return watchStorage(FRAME_AREA, (changes) => {
    const change = changes[KEYS.pageSettings];
    if (change?.newValue !== undefined) changed(plausible(change.newValue, usual));
  });
}
