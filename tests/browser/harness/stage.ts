/** What nearly every test of pages needs: a browser, a served site, a page, and one of our own pages beside it. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';
import { type Served, serve } from '../../../src/tools/serve.ts';
import { type BrowserName, type Lens, launch, type TestOptions } from './browsers.ts';
import { openOptions, openPopup } from './own-pages.ts';
import { markedTexts, TALL, until } from './probe.ts';

export interface Stage {
  readonly lens: Lens;
  readonly site: Served;
  /** In front; shows nothing yet. */
  readonly page: Page;
  /** The options page, which may ask the browser what pages may not. */
  readonly own: Page;
}

/** How the browser starts, and a folder whose files are served beside the pages. */
type StageOptions = TestOptions & { readonly folder?: string };

type Pages = Readonly<Record<string, string | Uint8Array>>;

/**
 * Sets the stage before the tests of a describe block, and takes it down after them.
 *
 * @param pages what is served, by path, or what makes it; see `serve`
 * @param ready called with it before the first test
 */
export function onStage(
  name: BrowserName,
  pages: Pages | (() => Promise<Pages>),
  ready: (stage: Stage) => unknown,
  { folder = import.meta.dirname, ...options }: StageOptions = {},
): void {
  let lens: Lens | undefined;
  let site: Served | undefined;

  beforeAll(async () => {
    const served = typeof pages === 'function' ? await pages() : pages;
    [lens, site] = await Promise.all([launch(name, options), serve(folder, served)]);
    const own = await openOptions(lens);
    await ready({ lens, site, own, page: await lens.newPage() });
  });

  afterAll(async () => {
    await lens?.close();
    await site?.close();
  });
}

/** Opens an address in front, all of it in view, and waits until more mentions than these are marked. */
export async function openMarked(lens: Lens, page: Page, address: string, marked: number): Promise<void> {
  await page.setViewport(TALL);
  await lens.open(page, address);
  await page.bringToFront();
  await until(
    () => markedTexts(page),
    (texts) => texts.length > marked,
  );
}

/** The popup over a page of the site that is opened like that. */
export async function popupOver({ lens, site, page, own }: Stage, path: string, marked: number): Promise<Page> {
  await openMarked(lens, page, site.origin + path, marked);
  return openPopup(lens, own, site.origin);
}
