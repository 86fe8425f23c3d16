/**
 * Reads the names in use: the dictionary that pages take in place of the built-in one where packs add names or the
 * reader wants fewer. `worker/names-in-use.ts` makes it; what is read is checked as page settings are.
 */
import { watchStorage } from '../platform/native.ts';
import { isRecord } from '../shared/is-record.ts';
import type { TraitLists } from '../shared/policy/marks.ts';
import type { PackedDictionary } from '../shared/recognise/dictionary.ts';
import { isPackedDictionary, isPackedPrefilter } from '../shared/recognise/packed-shape.ts';
import type { PackedPrefilter } from '../shared/recognise/prefilter.ts';
import { FRAME_AREA, readForFrames } from './frame-area.ts';
import { KEYS } from './keys.ts';
import type { Reach } from './page-settings.ts';

/** What is under `KEYS.dictionary`: the names in use, and the traits of the entries that packs bring. */
export interface NamesInUse extends PackedDictionary {
  readonly packTraits: TraitLists;
}

/** The dictionary that page settings speak of; undefined where the built-in one serves, or what is there is none. */
export async function readDictionary({ dictionary }: Reach): Promise<NamesInUse | undefined> {
  const found = dictionary === 0 ? undefined : await readForFrames(KEYS.dictionary);
  return isPackedDictionary(found) && areTraits((found as Partial<NamesInUse>).packTraits)
    ? (found as NamesInUse)
    : undefined;
}

const isRecordOf = (value: unknown, holds: (item: unknown) => boolean): boolean =>
  isRecord(value) && Object.values(value).every(holds);

const areTraits = (lists: unknown): boolean =>
  isRecordOf(lists, (actions) => isRecordOf(actions, (ids) => typeof ids === 'string'));

/** The prefilter of that dictionary: all that a page without mentions needs of it. */
export async function readPrefilter({ dictionary }: Reach): Promise<PackedPrefilter | undefined> {
  const found = dictionary === 0 ? undefined : await readForFrames(KEYS.prefilter);
  return isPackedPrefilter(found) ? found : undefined;
}

/**
 * Calls back when the names in use were written anew while the settings stayed: somebody else had written there, and what
 * was read in between may be theirs.
 *
 * @returns stops it.
 */
export function watchNames(changed: () => void): () => void {
  return watchStorage(FRAME_AREA, (changes) => {
    const names = KEYS.dictionary in changes || KEYS.prefilter in changes;
    if (names && !(KEYS.pageSettings in changes)) changed();
  });
}
