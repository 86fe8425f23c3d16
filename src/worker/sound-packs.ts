/**
 * The stored packs that are sound. What lies among them and is no pack, written by hand or by something that broke, is
 * set aside, so that it is not lost.
 */
import { schemaProblems } from '../knowledge/pack-schema.ts';
import type { Pack } from '../knowledge/types.ts';
import { browser } from '../platform/browser.ts';
import { KEYS } from '../settings/keys.ts';
import { isStoredPack, loadPacksAside, type StoredPack } from '../settings/packs.ts';

/** The stored packs that are sound; others are moved out of the way. Call it under `exclusively`. */
export async function soundPacks(): Promise<readonly StoredPack<Pack>[]> {
  const stored = (await browser.storage.local.get(KEYS.packs))[KEYS.packs] as unknown;
  if (stored === undefined) return [];
  const list: unknown[] = Array.isArray(stored) ? stored : [stored];
  const sound = list.filter((item): item is StoredPack<Pack> => isStoredPack(item) && isSound(item.pack));
  const broken = list.filter((item) => !(sound as unknown[]).includes(item));
  if (broken.length > 0 || !Array.isArray(stored)) await setAside(broken, sound);
  return sound;
}

/** Beside what was set aside before. Where there is no room all stays where it is, and the sound ones work. */
async function setAside(broken: readonly unknown[], sound: readonly unknown[]): Promise<void> {
  const before = await loadPacksAside();
  const known = new Set(before.map((item) => JSON.stringify(item)));
  const aside = [...before, ...broken.filter((item) => !known.has(JSON.stringify(item)))];
  try {
    await browser.storage.local.set({ [KEYS.packs]: sound, [KEYS.packsAside]: aside });
  } catch (error) {
    console.warn('Broken packs could not be set aside.', error);
  }
}

/** By what the pack is alone: whether its ids are free changes with every update, and merging leaves out what is not. */
export function isSound(pack: unknown): pack is Pack {
  return schemaProblems(pack).length === 0;
}
