/**
 * `npm run pictures [-- NAME…]`: the pictures of the README, made anew: the marks on light and dark pages and in forced
 * colours, the card, the reading view, the popup, and the viewer of PDF documents. They go to tests/browser/__screenshots__, to be looked at.
 */
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { viewerPath } from '../../src/shared/pdf/address.ts';
import { serve } from '../../src/tools/serve.ts';
import { launch } from './harness/browsers.ts';
import { LEAFLET, openCard } from './harness/leaflet.ts';
import { openOptions, openPopup } from './harness/own-pages.ts';
import { print } from './harness/pdf.ts';
import { cardOf, readOn, restOn } from './harness/pointing.ts';
import { markedTexts, until } from './harness/probe.ts';

const OUT = join(import.meta.dirname, '__screenshots__');
const wanted = process.argv.slice(2);

const [leaflet] = await print([LEAFLET]);
const [lens, demo, own] = await Promise.all([
  launch('chrome', { settings: {} }),
  serve(resolve(import.meta.dirname, '../../src/tools/demo')),
  serve(join(import.meta.dirname, 'fixtures'), { '/leaflet.pdf': leaflet!.pdf }),
]);

/** What fades in or slides has come to rest. */
const still = (): Promise<void> => new Promise((done) => setTimeout(done, 600));
const file = (name: string) => join(OUT, `${name}.png`) as `${string}.png`;

async function show(url: string, width: number, height: number): Promise<Page> {
  const page = await lens.newPage();
  await page.setViewport({ width, height, deviceScaleFactor: 2 });
  await lens.open(page, url);
  await until(
    () => markedTexts(page),
    (texts) => texts.length > 0,
  );
  return page;
}

/** The same text three times: a light page, a dark one, and the reader's own few colours. */
async function marks(): Promise<void> {
  const shots: string[] = [];
  for (const way of ['light', 'dark', 'forced'] as const) {
    const page = await show(`${own.origin}/marks.html`, 560, 300);
    if (way === 'dark') await page.evaluate(() => document.body.classList.add('dark'));
    if (way === 'forced') {
      const session = await page.createCDPSession();
      await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
    }
    await still();
    shots.push(await page.screenshot({ encoding: 'base64' }));
    await page.close();
  }
  const options = await openOptions(lens);
  await options.setViewport({ width: 1700, height: 800, deviceScaleFactor: 2 });
  const key = (await options.$('.legend'))!;
  // On one line, as wide as the three pages.
  await key.evaluate((list) =>
    list.setAttribute('style', 'position: fixed; inset: 0 auto auto 0; width: 1640px; z-index: 9; background: #fff'),
  );
  const { width, height } = (await key.boundingBox())!;
  const said = await key.screenshot({ encoding: 'base64' });
  await options.close();
  const sheet = await lens.newPage();
  await sheet.setViewport({ width: 1700, height: 380, deviceScaleFactor: 2 });
  await sheet.setContent(`<body style="margin:0;display:grid;grid-template-columns:1fr 1fr 1fr;gap:10px;background:#999">
    ${shots.map((data) => `<img width="560" height="300" alt="" src="data:image/png;base64,${data}">`).join('')}
    <div style="grid-column:1/4;padding:12px 26px;background:#fff">
      <img width="${width}" height="${height}" alt="" src="data:image/png;base64,${said}">
    </div>`);
  await still();
  await sheet.screenshot({ path: file('marks'), fullPage: true });
  await sheet.close();
}

async function card(): Promise<void> {
  const page = await show(`${demo.origin}/`, 900, 620);
  await restOn(page, 'Amantadine');
  await cardOf(page, 'Amantadine');
  await still();
  await page.screenshot({ path: file('card') });
  await page.close();
}

async function reading(): Promise<void> {
  const page = await show(`${demo.origin}/`, 1200, 760);
  await restOn(page, 'memantine');
  await cardOf(page, 'memantine');
  await readOn(page);
  await still();
  await page.screenshot({ path: file('reading') });
  await page.close();
}

async function popup(): Promise<void> {
  const page = await show(`${demo.origin}/`, 900, 900);
  const helper = await openOptions(lens);
  const shown = await openPopup(lens, helper, `${demo.origin}/`);
  await shown.setViewport({ width: 360, height: 600, deviceScaleFactor: 2 });
  await still();
  await shown.screenshot({ path: file('popup') });
  await Promise.all([page.close(), helper.close(), shown.close()]);
}

async function viewer(): Promise<void> {
  const page = await lens.newPage();
  await page.setViewport({ width: 1200, height: 860 });
  await lens.open(page, lens.extensionUrl(viewerPath(`${own.origin}/leaflet.pdf`)));
  await openCard(page);
  await still();
  await page.screenshot({ path: file('viewer') });
  await page.close();
}

for (const [name, take] of Object.entries({ marks, card, reading, popup, viewer })) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  await take();
  console.log(`tests/browser/__screenshots__/${name}.png`);
}
await Promise.all([lens.close(), demo.close(), own.close()]);
