/**
 * Writes what scripts in pages read, the only code that does: the settings in force, and the names to look for where
 * the built-in ones do not serve because packs add some or the reader wants fewer. What is stored is compared first, so
 * it may be called at every start: whatever a stop in between, an update or a hostile page left half done is mended.
 */

import { knowledgeWith } from '../knowledge/bundled.ts';
import { watchedVerdicts } from '../knowledge/traits.ts';
import type { Pack } from '../knowledge/types.ts';
import { browser } from '../platform/browser.ts';
import { FRAME_AREA, frameArea } from '../settings/frame-area.ts';
import { KEYS } from '../settings/keys.ts';
import type { StoredPack } from '../settings/packs.ts';
import type { PageSettings } from '../settings/page-settings.ts';
import type { Settings } from '../settings/schema.ts';
import { exclusively, loadSettings } from '../settings/store.ts';
import { NO_WATCHED } from '../shared/policy/marks.ts';
import { MEMANTINE } from '../shared/policy/pairs.ts';
import { isUsual } from '../shared/recognise/strictness.ts';
import { compileNames, heldNames, type KeptNames, NAME_KEYS, numberOf, sortedKeys } from './names-in-use.ts';
import { soundPacks } from './sound-packs.ts';

/** Copies for pages: values by key; the keys of names are absent where the built-in ones serve. */
type Copies = Partial<KeptNames> & { readonly pageSettings: PageSettings };
/** Where they are kept. */
export const COPY_KEYS = [KEYS.pageSettings, ...NAME_KEYS] as const;

/** Brings the copies for pages in line with settings, policy and packs. */
export function publish(): Promise<void> {
  return exclusively(async () => {
    const { settings } = await loadSettings();
    const packs = await soundPacks();
    const elsewhere = FRAME_AREA === 'session' ? COPY_KEYS : [];
    await browser.storage.local.remove([KEYS.formerPageSettings, ...elsewhere]);
    await writeCopies(await copiesOf(settings, packs));
  });
}

/** What pages are told of these settings and packs. Names are compiled anew only where they are not there as we wrote them. */
export async function copiesOf(settings: Settings, packs: readonly StoredPack<Pack>[]): Promise<Copies> {
  const { watched } = settings;
  const usual = packs.length === 0 && isUsual(settings.recognition);
  const dictionary = usual ? 0 : await numberOf(settings, packs);
  const pageSettings: PageSettings = {
    ...settings,
    dictionary,
    packs: packs.length,
    // Memantine alone needs no knowledge: what is shipped says it.
    watchedVerdicts: watched.join() === MEMANTINE ? NO_WATCHED : watchedVerdicts(knowledgeWith(packs), watched),
  };
  if (usual) return { pageSettings };
  return { pageSettings, ...((await heldNames(dictionary)) ?? (await compileNames(dictionary, settings, packs))) };
}

/** Writes copies where they differ from what is there. @throws when the browser has no room for them. */
export async function writeCopies(copies: Copies): Promise<void> {
  const stored = await frameArea().get([...COPY_KEYS]);
  const differing = COPY_KEYS.filter((key) => key in copies && !same(stored[key], copies[key]));
  // The names go first or at once: who reads the new number finds them there.
  if (differing.length > 0) {
    await frameArea().set(Object.fromEntries(differing.map((key) => [key, copies[key]])));
  }
  const gone = COPY_KEYS.filter((key) => !(key in copies) && key in stored);
  if (gone.length > 0) await frameArea().remove(gone);
}

/** Whether two plain values are equal, in whatever order their keys come: Chromium sorts what it stores. */
export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, sortedKeys) === JSON.stringify(b, sortedKeys);
}
