/**
 * Part of `npm run screenshots`: the PDF viewer in its states, in artifacts/pdf/BROWSER, with an index.html that shows them
 * all on one page. `tsx tests/browser/screenshots-pdf.ts [chrome|firefox]` takes these alone. The picture in the README
 * is "card-light".
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { viewerPath } from '../../src/shared/pdf/address.ts';
import { serve } from '../../src/tools/serve.ts';
import { createAlbum } from './harness/album.ts';
import { type Lens, launch } from './harness/browsers.ts';
import { fill, inExtension, openOptions, press } from './harness/own-pages.ts';
import { lockedPdf, pdfOfPicture, print } from './harness/pdf.ts';
import { until } from './harness/probe.ts';
import { variantOf } from './harness/variant.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const browser = process.argv[2] === 'firefox' ? 'firefox' : 'chrome';
const OUT = join(ROOT, 'artifacts/pdf', browser);
const WIDE = { width: 1200, height: 860 };
const NARROW = { width: 360, height: 720 };

/** Set as such documents are: headings for the outline, a table, two columns. */
const LEAFLET = `<!doctype html><html lang="en"><title>About memantine</title><meta charset="utf-8">
<style>body { font: 15px/1.5 serif } h1, h2 { font-family: sans-serif } h2 + .two { columns: 2; text-align: justify; hyphens: auto }
h2.next { break-before: page } td, th { border: 1px solid #999; padding: 4px 8px; text-align: start } table { border-collapse: collapse }</style>
<h1>About memantine</h1>
<p>Memantine is an NMDA receptor antagonist for people with moderate to severe Alzheimer’s disease. This page is a sample, set
as leaflets are, to show how the lens reads a document; it replaces no leaflet.</p>
<h2>1. What goes with it, and what does not</h2><div class="two">
<p>Amantadine, ketamine and dextromethorphan act at the same receptor; they should not be taken beside memantine. Cough
syrups that hold dextromethorphan are easily overlooked.</p>
<p>Where the urine turns alkaline, for example with sodium bicarbonate or carbonic anhydrase inhibitors, less memantine
leaves the body.</p><p>The effects of levodopa and of anticholinergics may become stronger beside memantine, and with warfarin
the clotting time should be watched.</p></div>
<h2>2. At a glance</h2><table><tr><th>Medicine<th>Beside memantine<tr><td>amantadine<td>avoid<tr><td>warfarin<td>watch<tr>
<td>cimetidine, ranitidine<td>levels may rise</table>
<h2 class="next">3. Other uses</h2><p>Memantine is also taken for depression and for obsessive-compulsive disorder.</p>
<h2>4. Storage</h2><p>Keep it out of the reach of children.</p></html>`;

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
      lens.open(page, lens.extensionUrl(viewerPath(path && site.origin + path)));
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

/** Opens the card of the first name that is marked, as a reader does. */
async function openCard(page: Page): Promise<void> {
  await page.bringToFront();
  const place = await until(
    () =>
      page.evaluate(() => {
        const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight] as Range[]);
        const boxes = ranges.map((range) => range.getBoundingClientRect()).filter(({ top }) => top > 200);
        const box = boxes.sort((a, b) => a.top - b.top)[0];
        return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : undefined;
      }),
    (found) => found !== undefined,
    20_000,
  );
  await page.mouse.move(2, 2);
  await page.mouse.move(place!.x, place!.y, { steps: 3 });
  await page.waitForFunction(() => document.querySelector('html > div[popover]:popover-open'), { timeout: 20_000 });
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
  await page.setViewport(NARROW);
  await open('/leaflet.pdf');
  await openCard(page);
  await look('card-narrow');
  await page.keyboard.press('Escape');
  await press(page, '#pdfSide');
  await press(page, '#pdfFind');
  await look('side-narrow');
}
