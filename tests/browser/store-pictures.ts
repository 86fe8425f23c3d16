/**
 * `npm run store:pictures`: the pictures of the stores' pages, in docs/store/pictures: screenshots of 1280×800 and the small
 * promotional tile of 440×280, all in Chromium. They show what is there: the built extension on the demo page.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { serve } from '../../src/tools/serve.ts';
import { type Lens, launch } from './harness/browsers.ts';
import { openOptions, openPopup } from './harness/own-pages.ts';
import { boxOfMark, cardOf, middleOf, restOn } from './harness/pointing.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const OUT = join(ROOT, 'docs/store/pictures');
const SCREENSHOT = { width: 1280, height: 800 };
const TILE = { width: 440, height: 280 };

async function shoot(page: Page, name: string): Promise<void> {
  await page.bringToFront();
  // Cards and sheets fade in.
  await new Promise((done) => setTimeout(done, 600));
  await page.screenshot({ path: join(OUT, `${name}.png`) as `${string}.png` });
  console.log(`docs/store/pictures/${name}.png`);
}

/** The card beside a name, and the reading view that a click opens. */
async function card(page: Page): Promise<void> {
  await restOn(page, 'memantine');
  await cardOf(page, 'memantine');
  await shoot(page, '1-card');
  const { x, y } = middleOf(await boxOfMark(page, 'memantine'));
  await page.mouse.click(x, y);
  await cardOf(page, 'memantine');
  await shoot(page, '2-reading-view');
}

/** The popup as the browser draws it over the page: a picture of it, on a picture of the page. */
async function popup(lens: Lens, page: Page, own: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.mouse.move(1, 1);
  const shown = await openPopup(lens, own, page.url());
  await shown.waitForSelector('[data-pair]');
  await shown.setViewport({ width: 360, height: 600, deviceScaleFactor: 1 });
  await shown.bringToFront();
  await new Promise((done) => setTimeout(done, 600));
  const small = await shown.screenshot({ encoding: 'base64' });
  await shown.close();
  await page.bringToFront();
  const large = await page.screenshot({ encoding: 'base64' });
  const stage = await lens.newPage();
  await stage.setViewport(SCREENSHOT);
  await stage.setContent(`<style>body { margin: 0; background: url(data:image/png;base64,${large}) }
    img { position: absolute; top: 8px; right: 24px; border-radius: 8px; box-shadow: 0 4px 24px #0006 }</style>
    <img src="data:image/png;base64,${small}" alt="">`);
  await shoot(stage, '3-popup');
  await stage.close();
}

async function tile(lens: Lens): Promise<void> {
  const page = await lens.newPage();
  await page.setViewport(TILE);
  const icon = readFileSync(join(ROOT, 'src/static/icons/128.png'), 'base64');
  await page.setContent(`<style>
    body { margin: 0; height: 100vh; display: grid; place-content: center; justify-items: center; gap: 14px;
      background: #f4f6f5; color: #1c2333; font: 600 34px system-ui, sans-serif }
    img { width: 112px } u { text-decoration: underline double 3px #1c8a74; text-underline-offset: 5px }</style>
    <img src="data:image/png;base64,${icon}" alt=""><div><u>Memantine</u> Lens</div>`);
  await shoot(page, 'tile');
  await page.close();
}

mkdirSync(OUT, { recursive: true });
const site = await serve(join(ROOT, 'src/tools/demo'));
// A name for the server, since the popup names the site.
const lens = await launch('chrome', {
  viewport: SCREENSHOT,
  // What readers get at first.
  settings: {},
  args: [`--host-resolver-rules=MAP notes.example 127.0.0.1:${site.port}`],
});
try {
  const own = await openOptions(lens);
  const page = await lens.newPage();
  await lens.open(page, 'http://notes.example/');
  await card(page);
  await popup(lens, page, own);
  await shoot(own, '4-options');
  await tile(lens);
} finally {
  await lens.close();
  await site.close();
}
