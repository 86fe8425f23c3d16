/** Tabs that show a PDF document in the browser's own viewer, and our viewer in its place. */

import { looksLikePdf, viewerPath } from '../shared/pdf/address.ts';
import { native } from './native.ts';
import { seal, unseal } from './sealed.ts';

/** Key in `storage.session`: the tab's frame told that it is a PDF document, at this address. */
const seen = (tabId: number): string => `pdf:${tabId}`;
/** Key in `storage.session`: the reader asked for the browser's own viewer, at this address. */
const original = (tabId: number): string => `pdf-original:${tabId}`;

type Tab = Pick<chrome.tabs.Tab, 'id' | 'url'>;

export async function rememberPdf(tabId: number, url: string): Promise<void> {
  await native.storage.session.set({ [seen(tabId)]: await seal(url) });
}

export async function forgetPdf(tabId: number): Promise<void> {
  await native.storage.session.remove([seen(tabId), original(tabId)]);
}

/**
 * Whether a tab shows a PDF document. Chromium runs our script around its viewer, which tells; Firefox runs none there,
 * so that only the address tells, or that an ordinary page lets no script in.
 */
export async function isPdf({ id, url = '' }: Tab): Promise<boolean> {
  if (looksLikePdf(url)) return true;
  if (id === undefined || !/^https?:/.test(url)) return false;
  if ((await addressAt(seen(id))) === url) return true;
  if (__BROWSER__ !== 'firefox') return false;
  const target = { tabId: id };
  return native.scripting.executeScript({ target, func: contentType }).then(
    ([frame]) => frame?.result === 'application/pdf',
    () => true,
  );
}

/** Shows the document of a tab in our viewer, in the same tab, so that Back leads to where it was. */
export async function readInViewer(tabId: number, url: string): Promise<void> {
  await native.tabs.update(tabId, { url: native.runtime.getURL(viewerPath(url)) });
}

/** Shows a document in the browser's own viewer, even where ours is taken always. */
export async function showOriginal(tabId: number, url: string): Promise<void> {
  await native.storage.session.set({ [original(tabId)]: await seal(url) });
  await native.tabs.update(tabId, { url });
}

/** The tab went to an address: what the reader asked for at another is over. */
export async function leaveOriginal(tabId: number, url: string): Promise<void> {
  if (!(await wantsOriginal(tabId, url))) await native.storage.session.remove(original(tabId));
}

/** Whether the reader asked for the browser's own viewer in this tab. */
export async function wantsOriginal(tabId: number, url: string): Promise<boolean> {
  return (await addressAt(original(tabId))) === url;
}

/** An address under a key. Sealed: pages must not learn what other tabs show. */
async function addressAt(key: string): Promise<unknown> {
  return unseal((await native.storage.session.get(key))[key]);
}

/** Runs in the tab, not here: the service worker has no document. */
function contentType(): unknown {
  return (globalThis as unknown as { document: { contentType: string } }).document.contentType;
}
