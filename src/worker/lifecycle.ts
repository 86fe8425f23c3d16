/** What is done once: the first-run page, and our scripts in the tabs that were open before the extension was. */
import { browser } from '../platform/browser.ts';
import { KEYS } from '../settings/keys.ts';

/** Shows the first-run page, once ever. */
export async function welcome(): Promise<void> {
  const found = await browser.storage.local.get(KEYS.welcomed);
  if (found[KEYS.welcomed]) return;
  await browser.storage.local.set({ [KEYS.welcomed]: true });
  await browser.tabs.create({ url: browser.runtime.getURL('src/pages/welcome/index.html') });
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
export async function startOnce(): Promise<void> {
  const { session } = browser.storage;
  const found = await session.get(KEYS.started);
  if (found[KEYS.started]) return;
  await session.set({ [KEYS.started]: true });
  await startInOpenTabs();
}
