/** PDF documents in tabs: the toolbar button says that they can be read, and the reader's commands open the viewer. */
import { browser } from '../platform/browser.ts';
import { t } from '../platform/i18n.ts';
import { isFirefoxPdf, isPdf, readInViewer, rememberPdf, takesViewer, wantsOriginal } from '../platform/pdf-tabs.ts';
import { loadSettings } from '../settings/store.ts';
import { viewerPath } from '../shared/pdf/address.ts';
import { decide } from '../shared/policy/site-policy.ts';

/**
 * A tab shows a PDF document in the browser's own viewer. Opens ours instead where the reader wants that always, marking
 * is on for the site, and they did not just ask for the original.
 */
export async function onPdf(tabId: number, url: string): Promise<void> {
  await rememberPdf(tabId, url);
  const { settings } = await loadSettings();
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  const always = settings.pdf.always && settings.enabled && decide(url, settings).on;
  // Closed or gone elsewhere meanwhile.
  if (tab?.url !== url || !takesViewer(tab)) return;
  // Firefox gives an extension no local file by its address.
  const isRefused = __BROWSER__ === 'firefox' && url.startsWith('file:');
  if (always && !isRefused && !(await wantsOriginal(tabId, url))) await readInViewer(tabId, url);
  else await offer(tabId);
}

/** The button's title and badge last until the tab goes elsewhere. */
async function offer(tabId: number): Promise<void> {
  try {
    await browser.action.setTitle({ tabId, title: t('pdfRead') });
    await browser.action.setBadgeText({ tabId, text: 'PDF' });
  } catch {
    // The tab was closed meanwhile.
  }
}

/** Firefox runs no script of ours around its viewer: there the tab itself tells, by what it is once it is loaded. */
export async function onLoaded(tab: browser.Tabs.Tab): Promise<void> {
  const { id, url } = tab;
  if (__BROWSER__ === 'firefox' && id !== undefined && url && (await isFirefoxPdf(tab))) await onPdf(id, url);
}

/** The reader's command: reads the PDF document of a tab; in other tabs it does nothing. */
export async function readPdfOf(tabId: number): Promise<void> {
  const tab = await browser.tabs.get(tabId);
  if (tab.url === undefined || !takesViewer(tab)) return;
  if (await isPdf({ id: tabId, url: tab.url })) await readInViewer(tabId, tab.url);
}

/** Opens the viewer on the target of a link, beside the tab that the link is in. */
export async function readLink(url: string, tabId: number | undefined): Promise<void> {
  if (tabId !== undefined && !takesViewer(await browser.tabs.get(tabId))) return;
  await browser.tabs.create({
    url: browser.runtime.getURL(viewerPath(url)),
    ...(tabId === undefined ? {} : { openerTabId: tabId }),
  });
}
