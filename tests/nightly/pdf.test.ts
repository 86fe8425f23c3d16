/** A document of a thousand pages: every page is read, the last is as near as the first, and only drawn pages cost. */
import { describe, expect, it } from 'vitest';
import { viewerPath } from '../../src/shared/pdf/address.ts';
import { serve } from '../../src/tools/serve.ts';
import { BROWSERS, launch } from '../browser/harness/browsers.ts';
import { inExtension, openOptions } from '../browser/harness/own-pages.ts';
import { print } from '../browser/harness/pdf.ts';
import { bookOf } from '../browser/harness/pdf-book.ts';
import { until } from '../browser/harness/probe.ts';

const PAGES = 1_000;

describe.each(BROWSERS)('a thousand pages in %s', (name) => {
  it('are read to the last, which can be gone to', async () => {
    const [book] = await print([bookOf(PAGES)]);
    const site = await serve(import.meta.dirname, { '/book.pdf': book!.pdf });
    const lens = await launch(name);
    try {
      const options = await openOptions(lens);
      const page = await lens.newPage();
      const address = lens.extensionUrl(viewerPath(`${site.origin}/book.pdf`));
      await lens.open(page, address);
      await page.waitForSelector('.page[data-loaded="true"] canvas', { timeout: 120_000 });
      const ask = <T>(message: string, data: string, then: string): Promise<T> =>
        inExtension(
          options,
          `await (async () => {
            const tab = (await api.tabs.query({})).find((one) => one.url === ${JSON.stringify(address)});
            const data = { lens: '${message}', data: ${data} };
            const answer = await api.tabs.sendMessage(tab.id, data, { frameId: 0 }).catch(() => undefined);
            return answer && (${then});
          })()`,
        );
      const onPages = await until(
        () => ask<number[]>('list-mentions', 'undefined', 'answer.mentions.map(({ page }) => page)'),
        (list) => list?.at(-1) === PAGES,
        900_000,
      );
      expect(onPages).toEqual(onPages.toSorted((a, b) => a - b));
      await page.bringToFront();
      await ask('go-to-mention', `{ index: ${onPages.length - 1} }`, 'true');
      await until(
        () => page.$eval('#page', (input) => (input as HTMLInputElement).value),
        (value) => value === String(PAGES),
        60_000,
      );
      const marked = await until(
        () => page.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0)),
        (count) => count > 0,
        60_000,
      );
      // Pages that are not drawn have no marks.
      expect(marked).toBeLessThan(onPages.length / 20);
      await until(
        () => ask<number>('list-mentions', 'undefined', 'new Set(answer.mentions.map(({ page }) => page)).size'),
        (count) => count === PAGES,
        900_000,
      );
    } finally {
      await Promise.all([lens.close(), site.close()]);
    }
  });
});
