/** Knowledge packs in storage: the reader's own and an administrator's. The service worker alone changes them. */
import { browser } from '../platform/browser.ts';
import type { PackChange, PackOutcome } from '../platform/messages.ts';
import { watchStorage } from '../platform/native.ts';
import { askBackground } from '../platform/wire.ts';
import { KEYS } from './keys.ts';

/** A pack as it is kept. `Pack` is the knowledge's; this layer does not look inside beyond the name. */
export interface StoredPack<Pack extends { readonly name: string } = { readonly name: string }> {
  readonly pack: Pack;
  /** ISO day. */
  readonly addedOn: string;
  /** Brought by an administrator: the reader cannot remove it. */
  readonly managed: boolean;
}

/** Whether a stored value has the outer shape of a stored pack. */
export function isStoredPack(value: unknown): value is StoredPack {
  const { pack, addedOn, managed } = (value ?? {}) as Partial<StoredPack>;
  return typeof pack?.name === 'string' && typeof addedOn === 'string' && typeof managed === 'boolean';
}

/** All packs, first added first. */
export async function loadPacks<Pack extends { readonly name: string }>(): Promise<readonly StoredPack<Pack>[]> {
  const stored = (await browser.storage.local.get(KEYS.packs))[KEYS.packs];
  return Array.isArray(stored) ? (stored.filter(isStoredPack) as StoredPack<Pack>[]) : [];
}

/** What was stored among the packs and is none, as it was found; until the reader dismisses the notice. */
export async function loadPacksAside(): Promise<readonly unknown[]> {
  const found = (await browser.storage.local.get(KEYS.packsAside))[KEYS.packsAside] as unknown;
  return found === undefined ? [] : [found].flat();
}

export async function dismissPacksAside(): Promise<void> {
  await browser.storage.local.remove(KEYS.packsAside);
}

/** Asks the service worker for a change; `unanswered`: nobody knows. */
export async function changePacks(change: Partial<PackChange>): Promise<PackOutcome | 'unanswered'> {
  return (await askBackground('change-packs', { add: [], remove: [], ...change })) ?? 'unanswered';
}

export function watchPacks(changed: () => void): void {
  watchStorage('local', (changes) => KEYS.packs in changes && changed());
}
