/** Knowledge packs in storage: the reader's own and an administrator's. What is in them is checked before it comes here. */
import { browser } from '../platform/browser.ts';
import { KEYS } from './keys.ts';
import { exclusively } from './store.ts';

/** A pack as it is kept. `Pack` is the knowledge's; this layer does not look inside beyond the name. */
export interface StoredPack<Pack extends { readonly name: string } = { readonly name: string }> {
  readonly pack: Pack;
  /** ISO day. */
  readonly addedOn: string;
  /** Brought by an administrator: the reader cannot remove it. */
  readonly managed: boolean;
}

/** All packs, first added first. */
export async function loadPacks<Pack extends { readonly name: string }>(): Promise<readonly StoredPack<Pack>[]> {
  const stored = (await browser.storage.local.get(KEYS.packs))[KEYS.packs];
  return Array.isArray(stored) ? (stored as StoredPack<Pack>[]) : [];
}

/** Adds a pack, in the place of the one of the same name if there is one. Throws when the browser has no room for it. */
export function addPack(pack: { readonly name: string }): Promise<void> {
  const added: StoredPack = { pack, addedOn: new Date().toISOString().slice(0, 10), managed: false };
  return changePacks((packs) => {
    const at = packs.findIndex((other) => other.pack.name === pack.name);
    return at < 0 ? [...packs, added] : packs.with(at, added);
  });
}

export function removePack(name: string): Promise<void> {
  return changePacks((packs) => packs.filter((stored) => stored.pack.name !== name || stored.managed));
}

/** Puts an administrator's packs in the place of those of before. */
export function replaceManagedPacks(packs: readonly { readonly name: string }[]): Promise<void> {
  const addedOn = new Date().toISOString().slice(0, 10);
  return changePacks((stored) => [
    ...packs.map((pack) => ({ pack, addedOn, managed: true })),
    ...stored.filter(({ managed, pack }) => !managed && packs.every(({ name }) => name !== pack.name)),
  ]);
}

/** Puts back packs from a backup beside those that are there. */
export function restorePacks(packs: readonly { readonly name: string }[]): Promise<void> {
  const addedOn = new Date().toISOString().slice(0, 10);
  return changePacks((stored) => [
    ...stored.filter(({ managed, pack }) => managed || packs.every(({ name }) => name !== pack.name)),
    ...packs.map((pack) => ({ pack, addedOn, managed: false })),
  ]);
}

export function watchPacks(changed: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'local' && KEYS.packs in changes) changed();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

function changePacks(change: (packs: readonly StoredPack[]) => readonly StoredPack[]): Promise<void> {
  return exclusively(async () => {
    const before = await loadPacks();
    const after = change(before);
    if (JSON.stringify(before) !== JSON.stringify(after)) await browser.storage.local.set({ [KEYS.packs]: after });
  });
}
