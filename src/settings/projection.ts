/**
 * What pages need of the settings: one plain object under its own key in `storage.local`, complete and already checked,
 * so that the content script reads it without a validator. Written only by the store and the service worker.
 */

import { native } from '../platform/native.ts';
import type { TraitLists } from '../shared/policy/marks.ts';
import type { PackedDictionary } from '../shared/recognise/dictionary.ts';
import type { PackedPrefilter } from '../shared/recognise/prefilter.ts';
import { KEYS } from './keys.ts';
import { DEFAULT_SETTINGS, type Settings } from './schema.ts';

/** The settings in force: defaults, then an administrator's presets, then the reader's choices. */
export interface Projection extends Settings {
  /**
   * Zero: the content script uses its built-in dictionary. Otherwise names were added by packs or left out by the
   * reader's choice of languages or strictness: the dictionary to use, `NamesInUse`, is in `storage.local` under
   * `KEYS.dictionary`, its prefilter under `KEYS.prefilter`, and the number changes whenever they do.
   */
  readonly dictionary: number;
  /** How many packs are in use; the card then reads them from `KEYS.packs`. */
  readonly packs: number;
}

export const DEFAULT_PROJECTION: Projection = { ...DEFAULT_SETTINGS, dictionary: 0, packs: 0 };

/** What is under `KEYS.dictionary`: the names in use, and the traits of the entries that packs bring. */
export interface NamesInUse extends PackedDictionary {
  readonly packTraits: TraitLists;
}

/** Reads it once. Before the service worker has run for the first time there is none, and the defaults hold. */
export async function readProjection(): Promise<Projection> {
  const found = await native.storage.local.get(KEYS.projection);
  return (found[KEYS.projection] as Projection | undefined) ?? DEFAULT_PROJECTION;
}

/** The dictionary that a projection speaks of; undefined where the built-in one serves, or when it is gone meanwhile. */
export async function readDictionary({ dictionary }: Projection): Promise<NamesInUse | undefined> {
  if (dictionary === 0) return undefined;
  return (await native.storage.local.get(KEYS.dictionary))[KEYS.dictionary] as NamesInUse | undefined;
}

/** The prefilter of that dictionary: all that a page without mentions needs of it. */
export async function readPrefilter({ dictionary }: Projection): Promise<PackedPrefilter | undefined> {
  if (dictionary === 0) return undefined;
  return (await native.storage.local.get(KEYS.prefilter))[KEYS.prefilter] as PackedPrefilter | undefined;
}

/**
 * Calls back with every new projection, whichever window or script made it.
 *
 * @returns stops it.
 */
export function watchProjection(changed: (projection: Projection) => void): () => void {
  const listener = (changes: { [key: string]: chrome.storage.StorageChange }, area: string): void => {
    const change = changes[KEYS.projection];
    if (area === 'local' && change) changed((change.newValue as Projection | undefined) ?? DEFAULT_PROJECTION);
  };
  native.storage.onChanged.addListener(listener);
  return () => native.storage.onChanged.removeListener(listener);
}
