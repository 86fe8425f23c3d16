/** The tab that the popup speaks of, and whether we may run in it. */
import { isOwnAddress, native } from '../../platform/native.ts';

export interface PopupTab {
  readonly id: number;
  /** Empty where the browser does not tell; in our viewer of PDF documents, the document's. */
  readonly url: string;
  readonly incognito: boolean;
  readonly access: Access;
}

/**
 * `yes`; `withheld` when the browser lets the reader grant it; `files` when local files need a switch of the browser;
 * `never` on pages where extensions may not run.
 */
export type Access = 'yes' | 'withheld' | 'files' | 'never';

/** Hosts on which browsers run no extension, whatever was granted. */
const CLOSED = /^https:\/\/(chromewebstore\.google\.com|chrome\.google\.com\/webstore|addons\.mozilla\.org)(\/|$)/;

/** The tab given in our own address (`?tab=12`, when the popup was opened in a window of its own), or the active one. */
export async function findTab(): Promise<PopupTab | undefined> {
  const [tab, allSites] = await Promise.all([
    tabInQuestion(),
    native.permissions.contains({ origins: ['<all_urls>'] }),
  ]);
  if (tab?.id === undefined) return undefined;
  const { id, incognito, url: shown = '' } = tab;
  // Most tabs are none of ours, and need no look at what our viewer shows.
  const url = isOwnAddress(shown) ? (await import('../../platform/pdf-tabs.ts')).documentAt(shown) : shown;
  return { id, url, incognito, access: await accessTo(url, allSites, shown) };
}

async function tabInQuestion() {
  const given = new URLSearchParams(location.search).get('tab');
  if (given !== null) return native.tabs.get(Number(given)).catch(() => undefined);
  return (await native.tabs.query({ active: true, currentWindow: true }))[0];
}

/** @param shown the tab's own address: our viewer says itself where it may not read a local file */
async function accessTo(url: string, allSites: boolean, shown: string): Promise<Access> {
  // Without access to a site the browser does not tell its address either.
  if (url === '') return allSites ? 'never' : 'withheld';
  if (CLOSED.test(url)) return 'never';
  if (url.startsWith('file:'))
    return url !== shown || (await native.extension.isAllowedFileSchemeAccess()) ? 'yes' : 'files';
  if (!/^https?:/.test(url)) return 'never';
  return allSites || (await native.permissions.contains({ origins: [originPattern(url)] })) ? 'yes' : 'withheld';
}

/** The match pattern of a page's site, for the browser's grants. */
export function originPattern(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}
