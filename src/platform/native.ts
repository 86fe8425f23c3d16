/**
 * The browser's own extension API, for scripts that run in pages and for what must be drawn at once.
 *
 * Both browsers' Manifest V3 APIs return promises, so the content script and the popup's first look do without the
 * polyfill's 3 KB; what comes later, and the service worker, use it (see `browser.ts`).
 */
import { ownGlobal } from '../dom/own-global.ts';

export const native = (ownGlobal('browser') ?? ownGlobal('chrome')) as typeof chrome;

/** Whether an address is that of one of our own pages. */
export const isOwnAddress = (url: string | undefined): boolean => url?.startsWith(native.runtime.getURL('')) ?? false;

type Changes = Readonly<Record<string, chrome.storage.StorageChange>>;

/**
 * Calls back with every change of a storage area, whichever window or script made it.
 *
 * @returns stops it.
 */
export function watchStorage(area: chrome.storage.AreaName, changed: (changes: Changes) => unknown): () => void {
  const listener = (changes: Changes, where: string): void => {
    if (where === area) changed(changes);
  };
  native.storage.onChanged.addListener(listener);
  return () => native.storage.onChanged.removeListener(listener);
}

/**
 * False when the extension that this script belongs to was reloaded, updated, switched off or removed. Chromium leaves
 * such a script running, without its API; Firefox ends it without a word.
 */
export function isAlive(): boolean {
  return native.runtime?.id !== undefined;
}
