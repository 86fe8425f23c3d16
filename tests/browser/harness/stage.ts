/** What nearly every test of pages needs: a browser, a served site, a page, and one of our own pages beside it. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';
import { type Served, serve } from '../../../src/tools/serve.ts';
import { type BrowserName, type Lens, launch } from './browsers.ts';
import { openOptions } from './own-pages.ts';

export interface Stage {
  readonly lens: Lens;
  readonly site: Served;
  /** In front; shows nothing yet. */
  readonly page: Page;
  /** The options page, which may ask the browser what pages may not. */
  readonly own: Page;
}

/**
 * Sets the stage before the tests of a describe block, and takes it down after them.
 *
 * @param pages what is served, by path; see `serve`
 * @param ready called with it before the first test
 */
export function onStage(
  name: BrowserName,
  pages: Readonly<Record<string, string | Uint8Array>>,
  ready: (stage: Stage) => unknown,
): void {
  let lens: Lens | undefined;
  let site: Served | undefined;

  beforeAll(async () => {
    [lens, site] = await Promise.all([launch(name), serve(import.meta.dirname, pages)]);
    const own = await openOptions(lens);
    await ready({ lens, site, own, page: await lens.newPage() });
  });

  afterAll(async () => {
    await lens?.close();
    await site?.close();
  });
}
