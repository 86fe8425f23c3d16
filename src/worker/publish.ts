/**
 * Writes what scripts in pages read, the only code that does: the settings in force, and the names to look for where the
 * built-in ones do not serve because packs add some or the reader wants fewer. What is stored is compared first, so it may
 * be called at every start: whatever a stop in between, an update or a hostile page left half done is mended.
 */
import cues from '../../knowledge/cues.json' with { type: 'json' };
import { bundledKnowledge } from '../knowledge/bundled.ts';
import { mergePacks, namedEntries } from '../knowledge/merge-packs.ts';
import { packKnowledge } from '../knowledge/surface-forms.ts';
import { traitLists, watchedVerdicts } from '../knowledge/traits.ts';
import type { CompiledKnowledge, Pack } from '../knowledge/types.ts';
import { browser } from '../platform/browser.ts';
import { FRAME_AREA, frameArea, readForFrames } from '../settings/frame-area.ts';
import { KEYS } from '../settings/keys.ts';
import type { StoredPack } from '../settings/packs.ts';
import type { NamesInUse, PageSettings } from '../settings/page-settings.ts';
import type { Settings } from '../settings/schema.ts';
import { exclusively, loadSettings } from '../settings/store.ts';
import { NO_WATCHED, type WatchedVerdicts } from '../shared/policy/marks.ts';
import { openDictionary } from '../shared/recognise/dictionary.ts';
import { packPrefilter } from '../shared/recognise/pack-prefilter.ts';
import { isUsual } from '../shared/recognise/strictness.ts';
import { soundPacks } from './sound-packs.ts';

/** Copies for pages: values by key; the keys of names are absent where the built-in ones serve. */
type Copies = Readonly<Record<string, unknown>> & { readonly pageSettings: PageSettings };

/** Brings the copies for pages in line with settings, policy and packs. */
export function publish(): Promise<void> {
  return exclusively(async () => {
    const { settings } = await loadSettings();
    const packs = await soundPacks();
    const elsewhere = FRAME_AREA === 'session' ? [KEYS.pageSettings, KEYS.dictionary, KEYS.prefilter] : [];
    await browser.storage.local.remove([KEYS.formerPageSettings, ...elsewhere]);
    await writeCopies(await copiesOf(settings, packs));
  });
}

/** What pages are told of these settings and packs. Names are compiled anew only where they are not there already. */
export async function copiesOf(settings: Settings, packs: readonly StoredPack<Pack>[]): Promise<Copies> {
  const usual = packs.length === 0 && isUsual(settings.recognition);
  const dictionary = usual ? 0 : await numberOf(settings, packs);
  const pageSettings: PageSettings = {
    ...settings,
    dictionary,
    packs: packs.length,
    watchedVerdicts: watchedIn(settings, packs),
  };
  if (usual) return { pageSettings };
  const stored = (await readForFrames(KEYS.pageSettings)) as Partial<PageSettings> | undefined;
  const [held, filter] = [await readForFrames(KEYS.dictionary), await readForFrames(KEYS.prefilter)];
  if (stored?.dictionary === dictionary && held !== undefined && filter !== undefined) {
    return { pageSettings, [KEYS.dictionary]: held, [KEYS.prefilter]: filter };
  }
  const compiled = compile(settings, packs);
  return { pageSettings, [KEYS.dictionary]: compiled, [KEYS.prefilter]: packPrefilter(openDictionary(compiled)) };
}

/** Writes copies where they differ from what is there. @throws when the browser has no room for them. */
export async function writeCopies(copies: Copies): Promise<void> {
  const keys = [KEYS.pageSettings, KEYS.dictionary, KEYS.prefilter];
  const stored = await frameArea().get(keys);
  const differing = keys.filter((key) => key in copies && !same(stored[key], copies[key]));
  // The names go first or at once: who reads the new number finds them there.
  if (differing.length > 0) {
    await frameArea().set(Object.fromEntries(differing.map((key) => [key, copies[key]])));
  }
  const gone = keys.filter((key) => !(key in copies) && key in stored);
  if (gone.length > 0) await frameArea().remove(gone);
}

/** Whether two plain values are equal, in whatever order their keys come: Chromium sorts what it stores. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, sortedKeys) === JSON.stringify(b, sortedKeys);
}

function sortedKeys(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * A number that is the same for the same names only, so that pages read again when these change and not with every
 * setting: a digest of all that they are compiled from.
 */
async function numberOf({ recognition }: Settings, packs: readonly StoredPack<Pack>[]): Promise<number> {
  const { version } = browser.runtime.getManifest();
  const parts = JSON.stringify([version, recognition, packs.map(({ pack }) => pack)], sortedKeys);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(parts));
  const view = new DataView(digest);
  return view.getUint32(0) * 2 ** 16 + view.getUint16(4) + 1;
}

/** Memantine alone needs no knowledge: what is shipped says it. */
function watchedIn({ watched }: Settings, packs: readonly StoredPack<Pack>[]): WatchedVerdicts {
  return watched.join() === 'memantine' ? NO_WATCHED : watchedVerdicts(withPacks(packs), watched);
}

function withPacks(packs: readonly StoredPack<Pack>[]): CompiledKnowledge {
  return mergePacks(
    bundledKnowledge(),
    packs.map(({ pack }) => pack),
  );
}

function compile({ recognition }: Settings, packs: readonly StoredPack<Pack>[]): NamesInUse {
  const knowledge = withPacks(packs);
  return {
    ...packKnowledge(namedEntries(knowledge), cues, recognition),
    packTraits: traitLists(knowledge, ({ origin }) => origin !== undefined),
  };
}
