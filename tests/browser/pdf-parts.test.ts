/** What else a document brings, and how it comes: fields, links outward, scripts, slowly; and what surrounds it. */
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { viewerPath } from '../../src/shared/pdf/address.ts';
import type { Served } from '../../src/tools/serve.ts';
import { BROWSERS, type Lens } from './harness/browsers.ts';
import { inExtension, press, untilSays } from './harness/own-pages.ts';
import { FIELD, pdfOf, pdfOfParts } from './harness/pdf.ts';
import { until } from './harness/probe.ts';
import { onStage } from './harness/stage.ts';

const TARGET = 'https://example.org/leaflet';

/** Gives half of a document, and the rest when it is told to. */
async function slowServer(document: Buffer): Promise<{ server: Server; address: string; finish: () => void }> {
  let waiting: ServerResponse | undefined;
  const half = document.length >> 1;
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': document.length });
    response.write(document.subarray(0, half));
    waiting = response;
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slow.pdf`;
  return { server, address, finish: () => void waiting?.end(document.subarray(half)) };
}

describe.each(BROWSERS)('documents in the PDF viewer in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let page: Page;
  let options: Page;

  onStage(name, { '/parts.pdf': pdfOfParts(TARGET) }, (stage) => {
    ({ lens, site, page, own: options } = stage);
  });

  const open = (address: string) => lens.open(page, lens.extensionUrl(viewerPath(address)));
  const shows = (selector: string, wanted: string) => untilSays(page, selector, wanted);

  it('fields are shown as they are filled in, not to be written in, and scripts do not run', async () => {
    let asked = 0;
    page.on('dialog', (dialog) => {
      asked += 1;
      void dialog.dismiss();
    });
    await open(`${site.origin}/parts.pdf`);
    await shows('.textLayer', 'Take memantine');
    const color = () =>
      page.evaluate(({ x, y, width, height }) => {
        const canvas = document.querySelector<HTMLCanvasElement>('.page canvas');
        const place = [(x + width / 2) / 612, 1 - (y + height / 2) / 792] as const;
        const [left, top] = [Math.round(place[0] * (canvas?.width ?? 0)), Math.round(place[1] * (canvas?.height ?? 0))];
        return String(canvas?.getContext('2d')?.getImageData(left, top, 1, 1).data);
      }, FIELD);
    await until(color, (rgba) => rgba === '255,0,0,255');
    expect(await page.$('.page input, .page textarea')).toBeNull();
    expect(asked).toBe(0);
  });

  it('names in fields are listed with their page, and walked to', async () => {
    const ask = (message: string, data: string, then: string) =>
      inExtension<unknown>(
        options,
        `await (async () => {
          const tab = (await api.tabs.query({})).find(({ url }) => url?.includes('parts.pdf'));
          const answer = await api.tabs.sendMessage(tab.id, { lens: '${message}', data: ${data} }, { frameId: 0 });
          return ${then};
        })()`,
      );
    const listed = () => ask('list-mentions', 'undefined', 'answer.mentions.map(({ drug, page }) => [drug, page])');
    // Before the document is read nobody answers.
    const read = () => listed().catch(() => []);
    expect(await until(read, (all) => (all as string[]).length > 1)).toEqual([
      ['memantine', 1],
      ['amantadine', 1],
    ]);
    expect(await ask('go-to-mention', '{ index: 1 }', 'answer')).toBe(true);
    expect(await page.evaluate(() => [...CSS.highlights.values()].flatMap((one) => [...one].map(String)))).toEqual([
      'memantine',
    ]);
  });

  it('links outward open beside the document, and tell the site nothing of it', async () => {
    await page.waitForSelector('.annotationLayer a');
    const link = await page.$eval('.annotationLayer a', (element) => {
      const { href, target, rel } = element as HTMLAnchorElement;
      return { href, target, rel };
    });
    expect(link).toEqual({ href: TARGET, target: '_blank', rel: 'noopener noreferrer' });
  });

  it('the address of the document is copied', async () => {
    await page.evaluate(() => {
      navigator.clipboard.writeText = async (text) => void Object.assign(globalThis, { copied: text });
    });
    await press(page, '#pdfCopyAddress');
    const copied = () => page.evaluate(() => (globalThis as unknown as { copied?: string }).copied);
    expect(await until(copied, (text) => text !== undefined)).toBe(`${site.origin}/parts.pdf`);
  });

  it('the surroundings follow the theme, and pages stay as they are', async () => {
    const backgrounds = () =>
      page.evaluate(() => {
        const of = (element: Element) => getComputedStyle(element).backgroundColor;
        return [of(document.querySelector('#pages')!), of(document.body), of(document.querySelector('.page')!)];
      });
    const theme = async (to: string) => {
      const settings = JSON.stringify({ version: 1, card: { theme: to } });
      await inExtension(options, `await api.storage.local.set({ settings: ${settings} })`);
      await until(
        () => page.evaluate(() => document.documentElement.dataset.theme),
        (shown) => shown === to,
      );
      return backgrounds();
    };
    const [light, dark] = [await theme('light'), await theme('dark')];
    expect(dark.slice(0, 2)).not.toEqual(light.slice(0, 2));
    expect(dark[2]).toBe(light[2]);
    await theme('light');
  });

  it('while a document comes, it says how much is there', async () => {
    const { server, address, finish } = await slowServer(Buffer.from(pdfOf('It came slowly').padEnd(300_000, '\n')));
    try {
      await open(address);
      // The page may still be on its way.
      const progress = () =>
        page
          .evaluate(() => {
            const bar = document.querySelector<HTMLElement>('#progress')!;
            return bar.hidden ? 100 : Number(bar.getAttribute('aria-valuenow'));
          })
          .catch(() => 0);
      await until(progress, (share) => share > 20 && share < 80, 20_000);
      finish();
      await shows('.textLayer', 'It came slowly');
      await until(progress, (share) => share === 100);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
