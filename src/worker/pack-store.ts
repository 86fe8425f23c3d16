/**
 * Adds, removes and presets packs. The reader's are kept together with the names that pages look for because of them,
 * or not at all; an administrator's are followed by `publish`. Broken ones are moved aside by `sound-packs.ts`.
 */
import { bundledKnowledge } from '../knowledge/bundled.ts';
import { mergePacks } from '../knowledge/merge-packs.ts';
import { checkPack } from '../knowledge/pack.ts';
import type { Pack } from '../knowledge/types.ts';
import { browser } from '../platform/browser.ts';
import type { PackChange, PackOutcome } from '../platform/messages.ts';
import { KEYS } from '../settings/keys.ts';
import { effective } from '../settings/layers.ts';
import { loadManagedPacks } from '../settings/managed.ts';
import type { StoredPack } from '../settings/packs.ts';
import { SETTINGS_VERSION } from '../settings/schema.ts';
import { exclusively, loadSettings } from '../settings/store.ts';
import { readSettings } from '../settings/validate.ts';
import { copiesOf, publish, same, writeCopies } from './publish.ts';
import { isSound, soundPacks } from './sound-packs.ts';

const today = (): string => new Date().toISOString().slice(0, 10);

/**
 * Adds and removes the reader's packs, and sets settings with them where a backup brings both: all of it or nothing.
 * A pack takes the place of the one of the same name, but not of an administrator's.
 */
export async function changePacks({ add, remove, settings }: PackChange): Promise<PackOutcome> {
  if (!add.every(isSound)) return 'refused';
  const outcome = await exclusively(async (): Promise<PackOutcome> => {
    const [before, state] = [await soundPacks(), await loadSettings()];
    const packs = withPacks(before, add as readonly Pack[], remove);
    const own = settings ? readSettings(settings).settings : state.own;
    try {
      // Copies first: where there is no room for them, the originals are as they were.
      await writeCopies(await copiesOf(effective(own, state.managed), packs));
      await browser.storage.local.set({
        [KEYS.packs]: packs,
        ...(settings && { [KEYS.settings]: { version: SETTINGS_VERSION, ...own } }),
      });
      return 'done';
    } catch (error) {
      console.warn('Packs could not be kept.', error);
      return 'no-room';
    }
  });
  // The copies may be those of packs that were not kept.
  // Without room for those either, the reader hears what was amiss all the same.
  if (outcome === 'no-room') await publish().catch((error) => console.warn('Nothing could be published.', error));
  return outcome;
}

function withPacks(
  before: readonly StoredPack<Pack>[],
  add: readonly Pack[],
  remove: readonly string[],
): readonly StoredPack<Pack>[] {
  const packs = before.filter(({ managed, pack }) => managed || !remove.includes(pack.name));
  for (const pack of add) {
    const stored = { pack, addedOn: today(), managed: false };
    const at = packs.findIndex((other) => other.pack.name === pack.name);
    if (at < 0) packs.push(stored);
    else if (!packs[at]!.managed) packs[at] = stored;
  }
  return packs;
}

/** Takes the packs of an administrator's policy in the place of those of before; one that does not hold is left out. */
export async function takeManagedPacks(): Promise<void> {
  const base = bundledKnowledge();
  const packs: Pack[] = [];
  for (const text of await loadManagedPacks()) {
    const { pack, problems } = checkPack(text, mergePacks(base, packs));
    if (pack) packs.push(pack);
    else console.warn('A pack of the policy was left out.', problems);
  }
  await exclusively(async () => {
    const before = await soundPacks();
    const own = before.filter(({ managed, pack }) => !managed && packs.every(({ name }) => name !== pack.name));
    // What was there already stays as it is, with its day.
    const held = (pack: Pack) => before.find((one) => one.managed && same(one.pack, pack));
    const after = [...packs.map((pack) => held(pack) ?? { pack, addedOn: today(), managed: true }), ...own];
    if (!same(before, after)) await browser.storage.local.set({ [KEYS.packs]: after });
  });
}
