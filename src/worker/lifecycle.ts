/** What is done once: the first-run page, and our scripts in the tabs that were open before the extension was. */
import { browser } from '../platform/browser.ts';
import { KEYS } from '../settings/keys.ts';

/** Does something unless the storage says under the key that it was done. */
async function once(storage: browser.Storage.StorageArea, key: string, task: () => Promise<unknown>): Promise<void> {
  if ((await storage.get(key))[key]) return;
  await storage.set({ [key]: true });
  await task();
}

/** Shows the first-run page, once ever. */
export function welcome(): Promise<void> {
  const url = browser.runtime.getURL('src/pages/welcome/index.html');
  return once(browser.storage.local, KEYS.welcomed, () => browser.tabs.create({ url }));
}

/**
 * Starts the content script in tabs that were open before the extension was, or before it was given access to them.
 * Where the script is in a page already (Firefox starts it in open tabs by itself), starting it again does nothing.
 */
export async function startInOpenTabs(): Promise<void> {
  const scripts = browser.runtime.getManifest().content_scripts?.flatMap(({ js }) => js ?? []) ?? [];
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*', 'file:///*'], discarded: false });
  await Promise.allSettled(
    tabs.map(({ id }) => browser.scripting.executeScript({ target: { tabId: id!, allFrames: true }, files: scripts })),
  );
}

/**
 * The same, once since the extension was installed, updated, reloaded or switched on again, of which only some are told:
 * what `storage.session` holds goes with each.
 */
export const startOnce = (): Promise<void> => once(browser.storage.session, KEYS.started, startInOpenTabs);
