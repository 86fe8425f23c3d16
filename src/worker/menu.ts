/** Our entries of the browser's context menu: they look a name up, and open PDF documents in our viewer. */
import { browser } from '../platform/browser.ts';
import { t } from '../platform/i18n.ts';
import { openSearch } from '../platform/open-search.ts';
import { isKnownPdf } from '../platform/pdf-tabs.ts';
import { looksLikePdf } from '../shared/pdf/address.ts';
import { readLink, readPdfOf } from './pdf.ts';

const LOOK_UP = 'look-up';
const READ_PDF = 'read-pdf';
/** The same for a document whose address does not tell what it is. */
const READ_SHOWN = 'read-pdf-shown';
const READ_LINK = 'read-pdf-link';
/** Addresses of PDF documents, as far as an address tells. */
const PDF_FILES = ['http://*/', 'https://*/', 'file:///'].flatMap((place) =>
  ['*.pdf', '*.pdf?*', '*.PDF', '*.PDF?*'].map((file) => place + file),
);

/**
 * Makes our entries of the context menu: for selected text, for links to PDF documents and for these themselves. Menus outlast
 * the service worker, so this is done once.
 */
export async function createMenu(): Promise<void> {
  if (!browser.contextMenus) return;
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: LOOK_UP, title: t('menuLookUp', '%s'), contexts: ['selection'] });
  const title = t('pdfRead');
  browser.contextMenus.create({ id: READ_LINK, title, contexts: ['link'], targetUrlPatterns: PDF_FILES });
  browser.contextMenus.create({ id: READ_PDF, title, contexts: ['page', 'frame'], documentUrlPatterns: PDF_FILES });
  browser.contextMenus.create({ id: READ_SHOWN, title, contexts: ['page', 'frame'], visible: false });
}

/** Makes the menu fit the tab in front. Addresses of documents are not put into it: browsers keep menus on disk. */
export async function followTab({ id, url, active }: browser.Tabs.Tab): Promise<void> {
  if (!browser.contextMenus || !active || id === undefined || url === undefined) return;
  const visible = !looksLikePdf(url) && (await isKnownPdf({ id, url }));
  // The entries may be about to be made: at the start, and after the extension was switched on again.
  await browser.contextMenus.update(READ_SHOWN, { visible }).catch(() => undefined);
}

/** Answers a click on one of our entries. */
export async function onMenu(click: Partial<browser.Menus.OnClickData>, tabId?: number): Promise<void> {
  const { menuItemId, selectionText, linkUrl } = click;
  // A whole selected page is no name; the search field is for one line.
  if (menuItemId === LOOK_UP) await openSearch((selectionText ?? '').trim().slice(0, 100), tabId);
  if (menuItemId === READ_LINK && linkUrl) await readLink(linkUrl, tabId);
  if ((menuItemId === READ_PDF || menuItemId === READ_SHOWN) && tabId !== undefined) await readPdfOf(tabId);
}
