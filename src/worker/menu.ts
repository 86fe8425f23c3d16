import { browser } from '../platform/browser.ts';
import { t } from '../platform/i18n.ts';
import { openSearch } from './popup.ts';

const LOOK_UP = 'look-up';

/** Makes the entry of the context menu for selected text. Menus outlast the service worker, so this is done once. */
export async function createMenu(): Promise<void> {
  if (!browser.contextMenus) return;
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: LOOK_UP, title: t('menuLookUp', '%s'), contexts: ['selection'] });
}

/** Answers a click on our entry. */
export async function onMenu(entry: string | number, selection: string | undefined, tabId?: number): Promise<void> {
  // A whole selected page is no name; the search field is for one line.
  if (entry === LOOK_UP) await openSearch((selection ?? '').trim().slice(0, 100), tabId);
}
