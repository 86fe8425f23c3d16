/** Our own pages (popup, options, first run) in a driven browser. */
import type { Page } from 'puppeteer-core';
import type { Lens } from './browsers.ts';

/** Opens one of our pages and waits until it has drawn. `path` such as `src/options/index.html`. */
export async function openOwn(lens: Lens, path: string, ready: string): Promise<Page> {
  const page = await lens.newPage();
  await lens.open(page, lens.extensionUrl(path));
  await page.waitForSelector(ready, { timeout: 15_000 });
  return page;
}

export function openOptions(lens: Lens): Promise<Page> {
  return openOwn(lens, 'src/options/index.html', '#about');
}

/**
 * Opens the popup for the tab that shows an address, as the browser opens it in a tab of its own where it has no popups.
 *
 * @param helper one of our own pages, which may ask for tabs.
 */
export async function openPopup(lens: Lens, helper: Page, url: string): Promise<Page> {
  const id = await inExtension<number>(
    helper,
    `(await api.tabs.query({})).find((tab) => tab.url?.startsWith(${JSON.stringify(url)}))?.id`,
  );
  const popup = await openOwn(lens, `src/popup/index.html?tab=${id}`, '#search-text');
  await popup.setViewport({ width: 360, height: 600 });
  return popup;
}

/** Value of an expression in one of our own pages, where `api` is the browser's extension API. */
export async function inExtension<T>(page: Page, expression: string): Promise<T> {
  const json = await page.evaluate(
    `(async () => { const api = globalThis.browser ?? chrome; return JSON.stringify((${expression}) ?? null); })()`,
  );
  return JSON.parse(json as string) as T;
}
