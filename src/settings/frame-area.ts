/**
 * Where the copies lie that scripts in pages read: settings in force, and the names in use.
 *
 * A script in a page runs in a process that a hostile page may have taken over, so the originals are kept where it
 * cannot write. Chrome can close `storage.local` to such scripts and open `storage.session` to them; in Firefox it is
 * the other way round and cannot be changed (bug 1724754), so there the copies lie beside the originals.
 */
import { native } from '../platform/native.ts';

export const FRAME_AREA = __BROWSER__ === 'firefox' ? 'local' : 'session';

/** The area itself; a function, since a script that outlived its extension has none. */
export const frameArea = (): chrome.storage.StorageArea => native.storage[FRAME_AREA];

/** Reads one value; undefined where there is none, and where the service worker has not opened the area yet. */
export async function readForFrames(key: string): Promise<unknown> {
  try {
    return (await frameArea().get(key))[key];
  } catch {
    return undefined;
  }
}

/** Closes the originals to scripts in pages, and opens the copies to them, where the browser can. */
export async function setAccess(): Promise<void> {
  if (FRAME_AREA === 'local') return;
  await Promise.all([
    native.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' }),
    native.storage.session.setAccessLevel({ accessLevel: 'TRUSTED_AND_UNTRUSTED_CONTEXTS' }),
  ]);
}
