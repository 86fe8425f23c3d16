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
const [demo, own] = await Promise.all([
  serve(resolve(import.meta.dirname, '../../src/tools/demo')),
  serve(join(import.meta.dirname, 'fixtures'), { '/leaflet.pdf': leaflet!.pdf }),
]);
// Names for the servers, since popup and viewer name the site.
const NOTES = 'http://notes.example';
const LEAFLETS = 'http://leaflets.example';
const hosts = `MAP notes.example 127.0.0.1:${demo.port}, MAP leaflets.example 127.0.0.1:${own.port}`;
const lens = await launch('chrome', { settings: {}, args: [`--host-resolver-rules=${hosts}`] });

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

async function forceColors(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
}

const WAYS = ['light', 'dark', 'forced'] as const;
type Way = (typeof WAYS)[number];

async function textWithMarks(way: Way): Promise<string> {
  const page = await show(`${LEAFLETS}/marks.html`, 560, 276);
  if (way === 'dark') await page.evaluate(() => document.body.classList.add('dark'));
  if (way === 'forced') await forceColors(page);
  await still();
  const data = await page.screenshot({ encoding: 'base64' });
  await page.close();
  return data;
}

async function legend(way: Way): Promise<string> {
  const options = await openOptions(lens);
  await options.setViewport({ width: 560, height: 196, deviceScaleFactor: 2 });
  if (way === 'forced') await forceColors(options);
  const key = (await options.waitForSelector('.legend'))!;
  await key.evaluate((list, theme) => {
    document.documentElement.dataset.theme = theme;
    const look =
      'position: fixed; inset: 0; margin: 0; padding: 10px 26px; background: var(--lens-surface); align-content: start';
    list.setAttribute('style', `${look}; z-index: 9`);
  }, way);
  await still();
  const data = await options.screenshot({ encoding: 'base64' });
  await options.close();
  return data;
}

/** The same text three times: a light page, a dark one, and the reader's own few colours; below each, what the marks say. */
async function marks(): Promise<void> {
  const shots: string[] = [];
  for (const part of [textWithMarks, legend]) for (const way of WAYS) shots.push(await part(way));
  const sheet = await lens.newPage();
  await sheet.setViewport({ width: 1700, height: 380, deviceScaleFactor: 2 });
  await sheet.setContent(`<style>body { margin: 0; display: grid; grid-template-columns: repeat(3, 560px); gap: 2px 10px;
      background: #999 } img { width: 560px }</style>
    ${shots.map((data) => `<img alt="" src="data:image/png;base64,${data}">`).join('')}`);
  await still();
  await sheet.screenshot({ path: file('marks'), fullPage: true });
  await sheet.close();
}

async function card(): Promise<void> {
  const page = await show(`${NOTES}/`, 900, 620);
  await restOn(page, 'Amantadine');
  await cardOf(page, 'Amantadine');
  await still();
  await page.screenshot({ path: file('card') });
  await page.close();
}

async function reading(): Promise<void> {
  const page = await show(`${NOTES}/`, 1200, 760);
  await restOn(page, 'memantine');
  await cardOf(page, 'memantine');
  await readOn(page);
  await still();
  await page.screenshot({ path: file('reading') });
  await page.close();
}

async function popup(): Promise<void> {
  const page = await show(`${NOTES}/`, 900, 900);
  const helper = await openOptions(lens);
  const shown = await openPopup(lens, helper, `${NOTES}/`);
  await shown.setViewport({ width: 360, height: 600, deviceScaleFactor: 2 });
  await still();
  await shown.screenshot({ path: file('popup') });
  await Promise.all([page.close(), helper.close(), shown.close()]);
}

async function viewer(): Promise<void> {
  const page = await lens.newPage();
  await page.setViewport({ width: 1200, height: 860 });
  await lens.open(page, lens.extensionUrl(viewerPath(`${LEAFLETS}/leaflet.pdf`)));
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
