/** Leads to the search, from wherever the reader asks for it: a key, a menu, the page of the first run. */
import { browser } from './browser.ts';
import { putIntent } from './intent.ts';

/**
 * Opens the popup with a search. Where the browser does not let us open it, the same page opens in a tab of its own,
 * and speaks of the tab that it was asked for in.
 */
export async function openSearch(search: string, tabId: number | undefined): Promise<void> {
  // Both at once: waiting for the storage first would cost the user gesture that opening asks for.
  // What cannot be told, the storage being full, is typed once more: the search opens all the same.
  const told = putIntent({ search }).catch(() => undefined);
  try {
    await browser.action.openPopup();
    await told;
  } catch {
    await told;
    const about = tabId === undefined ? '' : `?tab=${tabId}`;
    await browser.tabs.create({ url: browser.runtime.getURL(`src/pages/popup/index.html${about}`) });
  }
}
