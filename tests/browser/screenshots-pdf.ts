/**
 * Part of `npm run screenshots`: the PDF viewer in its states, in artifacts/pdf/BROWSER, with an index.html that shows them
 * all on one page. `tsx tests/browser/screenshots-pdf.ts [chrome|firefox]` takes these alone.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { viewerPath } from '../../src/shared/pdf/address.ts';
import { serve } from '../../src/tools/serve.ts';
import { createAlbum } from './harness/album.ts';
import { type Lens, launch } from './harness/browsers.ts';
import { LEAFLET, openCard } from './harness/leaflet.ts';
import { fill, inExtension, openOptions, press } from './harness/own-pages.ts';
import { lockedPdf, pdfOfPicture, print } from './harness/pdf.ts';
import { until } from './harness/probe.ts';
import { variantOf } from './harness/variant.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const browser = process.argv[2] === 'firefox' ? 'firefox' : 'chrome';
const OUT = join(ROOT, 'artifacts/pdf', browser);
const WIDE = { width: 1200, height: 860 };
const NARROW = { width: 360, height: 720 };

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const shoot = createAlbum(OUT);
const [leaflet] = await print([LEAFLET]);
const site = await serve(ROOT, {
  '/leaflet.pdf': leaflet!.pdf,
  '/locked.pdf': lockedPdf('Behind the password', 'secret'),
  '/scanned.pdf': pdfOfPicture(),
  '/page.pdf': '<!doctype html><p>Please sign in.',
});
try {
  await visit('en', states);
  await visit('de', async (page, open, look) => {
    await open('/leaflet.pdf');
    await openCard(page);
    await look('card-german');
  });
} finally {
  await site.close();
}

type Look = (
  page: Page,
  open: (path?: string) => Promise<void>,
  look: (name: string) => Promise<void>,
  set: (theme: string) => Promise<void>,
) => Promise<void>;

async function visit(language: string, look: Look): Promise<void> {
  const extension = variantOf(browser, { language });
  const lens: Lens = await launch(browser, { extension });
  try {
    const options = await openOptions(lens);
    const page = await lens.newPage();
    await page.setViewport(WIDE);
    const open = (path?: string): Promise<void> =>
      lens.open(page, lens.extensionUrl(viewerPath(path && new URL(path, site.origin).href)));
    const set = async (theme: string): Promise<void> => {
      const settings = JSON.stringify({ version: 1, card: { theme } });
      await inExtension(options, `await api.storage.local.set({ settings: ${settings} })`);
    };
    await look(page, open, (name) => shoot(page, name, false), set);
  } finally {
    await lens.close();
    rmSync(extension, { recursive: true, force: true });
  }
}

async function states(...[page, open, look, set]: Parameters<Look>): Promise<void> {
  for (const theme of ['light', 'dark']) {
    await set(theme);
    await open('/leaflet.pdf');
    await until(
      () => page.evaluate(() => document.documentElement.dataset.theme),
      (shown) => shown === theme,
    );
    await openCard(page);
    await look(`card-${theme}`);
    await page.keyboard.press('Escape');
    await press(page, '#pdfSide');
    await page.waitForSelector('#thumbnails canvas[data-drawn]');
    await press(page, '#pdfFind');
    await fill(page, '#find-text', 'memantine');
    await page.waitForSelector('.textLayer .highlight');
    await look(`search-${theme}`);
    await press(page, '#pdfOutline');
    await look(`outline-${theme}`);
    await open();
    await page.waitForSelector('[data-says="Welcome"]');
    await look(`empty-${theme}`);
    await open('/locked.pdf');
    await page.waitForSelector('#password');
    await look(`password-${theme}`);
  }
  await set('light');
  await open('/scanned.pdf');
  await page.waitForSelector('[data-says="pdfSaysPictures"]', { timeout: 20_000 });
  await look('scanned');
  await open('/page.pdf');
  await page.waitForSelector('[data-says="NotPdf"]', { timeout: 20_000 });
  await look('no-pdf');
  if (browser === 'firefox') {
    await open('file:///home/reader/leaflet.pdf');
    await press(page, '#original');
    await page.waitForSelector('[data-says="pdfSaysRefused"]');
    await look('local');
  }
  await page.setViewport(NARROW);
  await open('/leaflet.pdf');
  await openCard(page);
  await look('card-narrow');
  await page.keyboard.press('Escape');
  await press(page, '#pdfSide');
  await press(page, '#pdfFind');
  await look('side-narrow');
}
