/** Tabs that show a PDF document in the browser's own viewer, and our viewer in its place. */

import { looksLikePdf, siteOfViewer, viewerPath } from '../shared/pdf/address.ts';
import { isOwnAddress, native } from './native.ts';
import { getSealed, putSealed } from './sealed.ts';

// Keys of sealed addresses: pages must not learn what other tabs show.
/** The tab's frame told that it is a PDF document. */
const seen = (tabId: number): string => `pdf:${tabId}`;
/** The reader asked for the browser's own viewer. */
const original = (tabId: number): string => `pdf-original:${tabId}`;

type Tab = Pick<chrome.tabs.Tab, 'id' | 'url' | 'favIconUrl'>;

/** Icon of a tab that Firefox's own viewer is in; its error pages have others of this scheme. */
const VIEWER_ICON = 'chrome://global/skin/icons/pdf.svg';
/** Sites on which Firefox runs no extension. */
const MOZILLA = /^https:\/\/([\w-]+\.)*(mozilla\.(com|net|org)|firefox\.com)(\/|$)/;

/**
 * The address whose site a tab's rules and exceptions are for: in our viewer of PDF documents that of the document, of all
 * other tabs their own.
 */
export function documentAt(tabUrl: string): string {
  return isOwnAddress(tabUrl) ? (siteOfViewer(tabUrl) ?? tabUrl) : tabUrl;
}

export const rememberPdf = (tabId: number, url: string): Promise<void> => putSealed(seen(tabId), url);

export async function forgetPdf(tabId: number): Promise<void> {
  await native.storage.session.remove([seen(tabId), original(tabId)]);
}

/**
 * Whether a tab shows a PDF document, asked on the reader's command. Chromium runs our script around its viewer, which
 * told. Firefox runs none there: what lets no script in, and is no error page nor a site of Mozilla's, is taken for one.
 */
export async function isPdf({ id, url = '' }: Tab): Promise<boolean> {
  if (looksLikePdf(url)) return true;
  if (id === undefined || !/^https?:/.test(url)) return false;
  if (await isKnownPdf({ id, url })) return true;
  if (__BROWSER__ !== 'firefox' || MOZILLA.test(url)) return false;
  const { favIconUrl = '' } = await native.tabs.get(id);
  return !favIconUrl.startsWith('chrome:') && (await letsNoScriptIn(id));
}

/** Whether a tab can show our viewer: Chrome shows pages of an extension in no private window. */
export const takesViewer = ({ incognito }: Pick<chrome.tabs.Tab, 'incognito'>): boolean =>
  __BROWSER__ === 'firefox' || !incognito;

/** Whether the tab told, at this address, that it shows a PDF document. */
export async function isKnownPdf({ id, url }: Tab): Promise<boolean> {
  return id !== undefined && url !== undefined && (await getSealed(seen(id))) === url;
}

/**
 * Whether Firefox shows a tab as a PDF document, so that it can be said unasked: by its address, or by the icon that its
 * viewer has since version 153 and no page of the web can have.
 */
export async function isFirefoxPdf({ id, url = '', favIconUrl }: Tab): Promise<boolean> {
  if (looksLikePdf(url)) return true;
  return id !== undefined && /^https?:/.test(url) && favIconUrl === VIEWER_ICON && (await letsNoScriptIn(id));
}

/** Shows the document of a tab in our viewer, in the same tab, so that Back leads to where it was. */
export async function readInViewer(tabId: number, url: string): Promise<void> {
  await native.tabs.update(tabId, { url: native.runtime.getURL(viewerPath(url)) });
}

/**
 * Shows a document in the browser's own viewer, even where ours is taken always.
 * @returns whether the browser did: of extensions it takes no address of a local file, or only where the reader allows it
 */
export async function showOriginal(tabId: number, url: string): Promise<boolean> {
  await putSealed(original(tabId), url);
  return native.tabs.update(tabId, { url }).then(
    () => true,
    () => false,
  );
}

/** The tab went to an address: what the reader asked for at another is over. */
export async function leaveOriginal(tabId: number, url: string): Promise<void> {
  if (!(await wantsOriginal(tabId, url))) await native.storage.session.remove(original(tabId));
}

/** Whether the reader asked for the browser's own viewer in this tab. */
export async function wantsOriginal(tabId: number, url: string): Promise<boolean> {
  return (await getSealed(original(tabId))) === url;
}

/** An ordinary page lets scripts in, and the browser's own viewer none. */
function letsNoScriptIn(tabId: number): Promise<boolean> {
  return native.scripting.executeScript({ target: { tabId }, func: () => true }).then(
    () => false,
    () => true,
  );
}
