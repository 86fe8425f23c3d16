/**
 * Makes what pages read: the projection of settings, and the dictionary when the built-in one does not serve because
 * packs add names or the reader wants fewer.
 */

import cues from '../../knowledge/cues.json' with { type: 'json' };
import { bundledKnowledge } from '../knowledge/bundled.ts';
import { mergePacks, namedEntries } from '../knowledge/merge-packs.ts';
import { checkPack } from '../knowledge/pack.ts';
import { packKnowledge } from '../knowledge/surface-forms.ts';
import { traitLists } from '../knowledge/traits.ts';
import type { Pack } from '../knowledge/types.ts';
import { browser } from '../platform/browser.ts';
import { KEYS } from '../settings/keys.ts';
import { loadManagedPacks } from '../settings/managed.ts';
import { loadPacks, replaceManagedPacks } from '../settings/packs.ts';
import type { NamesInUse, Projection } from '../settings/projection.ts';
import type { Settings } from '../settings/schema.ts';
import { exclusively, loadSettings, project, refreshSettings } from '../settings/store.ts';
import { openDictionary } from '../shared/recognise/dictionary.ts';
import { packPrefilter } from '../shared/recognise/pack-prefilter.ts';
import { isUsual } from '../shared/recognise/strictness.ts';

/** Writes projection and dictionary anew where they differ from what is there. */
export async function distribute(): Promise<void> {
  await exclusively(async () => {
    const { settings } = await loadSettings();
    const stored = await browser.storage.local.get([KEYS.projection, KEYS.dictionary, KEYS.prefilter]);
    const packs = (await loadPacks<Pack>()).map(({ pack }) => pack);
    const before = stored[KEYS.projection] as Projection | undefined;
    const dictionary = compile(settings, packs);
    const names = dictionary && {
      [KEYS.dictionary]: dictionary,
      [KEYS.prefilter]: packPrefilter(openDictionary(dictionary)),
    };
    const revision = names ? await numberOf(names) : 0;
    const same = before?.dictionary === revision && Object.keys(names ?? {}).every((key) => key in stored);
    const projection = await project(settings, { dictionary: revision, packs: packs.length });
    if (!names) await browser.storage.local.remove([KEYS.dictionary, KEYS.prefilter]);
    // The dictionary goes first or at once: who reads the new number finds it there.
    await browser.storage.local.set({
      [KEYS.projection]: projection,
      ...(same ? {} : names),
    });
  });
}

/**
 * A number that is the same for the same names only, so that pages read again when these change and not with every
 * setting. What is stored cannot be compared instead: Chromium sorts its keys.
 */
async function numberOf(names: object): Promise<number> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(names)));
  const view = new DataView(digest);
  return view.getUint32(0) * 2 ** 16 + view.getUint16(4) + 1;
}

/** The names for pages; undefined where the built-in dictionary serves. */
function compile({ recognition }: Settings, packs: readonly Pack[]): NamesInUse | undefined {
  if (packs.length === 0 && isUsual(recognition)) return undefined;
  const knowledge = mergePacks(bundledKnowledge(), packs);
  return {
    ...packKnowledge(namedEntries(knowledge), cues, recognition),
    packTraits: traitLists(knowledge, ({ origin }) => origin !== undefined),
  };
}

/**
 * Brings what is stored to the present version and takes the packs of an administrator's policy; a pack that does not
 * hold is left out and named in the console.
 */
export async function prepare(): Promise<void> {
  await refreshSettings();
  const base = bundledKnowledge();
  const packs: Pack[] = [];
  for (const data of await loadManagedPacks()) {
    const { pack, problems } = checkPack(
      typeof data === 'string' ? data : JSON.stringify(data),
      mergePacks(base, packs),
    );
    if (pack) packs.push(pack);
    else console.warn('A pack of the policy was left out.', problems);
  }
  await replaceManagedPacks(packs);
}
