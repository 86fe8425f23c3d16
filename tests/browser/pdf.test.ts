/** The PDF viewer, used as a reader uses one: opened from the popup, read, searched, turned, left for the original. */
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { viewerPath } from '../../src/shared/pdf/address.ts';
import type { Served } from '../../src/tools/serve.ts';
import { setMedium } from './harness/browser-side.ts';
import { BROWSERS, type Lens } from './harness/browsers.ts';
import { fill, inExtension, openPopup, press, textOf, tick, untilSays } from './harness/own-pages.ts';
import { lockedPdf, pdfOf, pdfOfPicture, print } from './harness/pdf.ts';
import { until } from './harness/probe.ts';
import { onStage } from './harness/stage.ts';

const LEAFLET = `<!doctype html><html lang="en"><title>Package leaflet</title><style>h2 { break-before: page }</style>
<h1>Memantine</h1><p>Take memantine once a day. See <a href="#more">more</a>.</p>
<h2>Interactions</h2><p>Not with amantadine.</p><h2 id="more">Storage</h2><p>Store memantine dry.</p></html>`;

describe.each(BROWSERS)('the PDF viewer in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let page: Page;
  let options: Page;

  const documents = async () => {
    const leaflet = (await print([LEAFLET]))[0]!.pdf;
    return {
      '/leaflet.pdf': leaflet,
      '/locked.pdf': lockedPdf('Behind the password', 'secret'),
      '/picture.pdf': pdfOfPicture(),
      '/empty.pdf': '',
      '/page.pdf': '<!doctype html><p>Please sign in.',
      '/broken.pdf': leaflet.subarray(0, 400),
    };
  };
  onStage(name, documents, (stage) => {
    ({ lens, site, page, own: options } = stage);
  });

  const open = (path: string) => lens.open(page, lens.extensionUrl(viewerPath(site.origin + path)));
  const shows = (selector: string, wanted: string | RegExp) => untilSays(page, selector, wanted);
  const current = () => page.$eval('#page', (input) => (input as HTMLInputElement).value);
  const onPage = (number: number) => until(current, (value) => value === String(number));
  const says = (which: string) => page.waitForSelector(`[data-says="${which}"]`, { timeout: 20_000 });

  it('opens from the popup on a PDF document, in the same tab, and leads back to the original', async () => {
    await page.goto(`${site.origin}/leaflet.pdf`).catch(() => undefined);
    const popup = await openPopup(lens, options, `${site.origin}/leaflet.pdf`);
    await popup.waitForSelector('#read-pdf');
    await press(popup, '#read-pdf').catch(() => undefined);
    const tabs = () => inExtension<string[]>(options, '(await api.tabs.query({})).map(({ url }) => url ?? "")');
    const urls = await until(tabs, (all) => all.some((url) => url.includes('src/pages/pdf/')));
    expect(urls).not.toContain(`${site.origin}/leaflet.pdf`);
    await page.bringToFront();
    await page.waitForSelector('#original', { timeout: 40_000 });
    await page.click('#original');
    await until(tabs, (all) => all.includes(`${site.origin}/leaflet.pdf`));
  });

  it('draws the pages with their text, says whose they are, and copies the address', async () => {
    await open('/leaflet.pdf');
    await page.bringToFront();
    await shows('.textLayer', 'Take memantine once a day.');
    await shows('#title', 'Package leaflet');
    expect(await textOf(page, '#address')).toBe(`${site.origin}/leaflet.pdf`);
    expect(await page.title()).toBe('Package leaflet');
    expect(await textOf(page, '#page-count')).toBe('of 3');
    const drawn = await page.$eval('.page canvas', (canvas) => (canvas as HTMLCanvasElement).width);
    expect(drawn).toBeGreaterThan(200);
  });

  it('goes from page to page by button, number, key, link and outline', async () => {
    await page.click('#pdfNext');
    await onPage(2);
    await page.click('#page');
    await page.keyboard.type('3');
    await page.keyboard.press('Enter');
    await onPage(3);
    await page.focus('#pages');
    await page.keyboard.press('p');
    await onPage(2);
    await page.keyboard.press('Home');
    await onPage(1);
    await page.waitForSelector('.annotationLayer a');
    await page.$eval('.annotationLayer a', (link) => (link as HTMLElement).click());
    await onPage(3);
    await page.click('#pdfSide');
    await page.waitForSelector('#thumbnails canvas[data-drawn]');
    await page.click('#thumbnails [data-page="1"] button');
    await onPage(1);
    await page.click('#pdfOutline');
    await shows('#outline', 'Interactions');
    await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('#outline .entry')]
        .find(({ textContent }) => textContent === 'Interactions')!
        .click(),
    );
    await onPage(2);
    await page.click('#pdfSide');
  });

  it('finds text over all pages', async () => {
    await page.click('#pdfFind');
    await fill(page, '#find-text', 'memantine');
    await shows('#find-says', /\d of 3/);
    await page.waitForSelector('.textLayer .highlight');
    await page.focus('#find-text');
    await page.keyboard.press('Enter');
    await shows('#find-says', /[123] of 3/);
    await fill(page, '#find-text', 'no such word');
    await shows('#find-says', 'Not found');
    await page.keyboard.press('Escape');
    expect(await page.$eval('#find', (bar) => (bar as HTMLElement).hidden)).toBe(true);
  });

  it('zooms, fits and turns', async () => {
    const width = () => page.$eval('.page', (element) => element.getBoundingClientRect().width);
    await page.select('#zoom', '1');
    const before = await width();
    await page.click('#pdfZoomIn');
    await until(width, (now) => now > before * 1.05);
    await page.select('#zoom', 'page-width');
    await until(width, (now) => now > 900);
    await page.select('#zoom', 'page-fit');
    const tall = () => page.$eval('.page', (element) => element.clientHeight / element.clientWidth);
    expect(await tall()).toBeGreaterThan(1.3);
    await page.focus('#pages');
    await page.keyboard.press('r');
    await until(tall, (now) => now < 0.8);
    await page.keyboard.down('Shift');
    await page.keyboard.press('R');
    await page.keyboard.up('Shift');
    await until(tall, (now) => now > 1.3);
  });

  it('takes the keys of PDF.js', async () => {
    await page.focus('#pages');
    const keys = { End: 3, p: 2, n: 3, k: 2, Home: 1, j: 2, ArrowRight: 3, ArrowLeft: 2 };
    await page.select('#zoom', 'page-fit');
    await page.keyboard.press('Home');
    await onPage(1);
    for (const [key, to] of Object.entries(keys)) {
      await page.keyboard.press(key as 'End');
      await onPage(to);
    }
    const zoom = () => page.$eval('.page', (element) => element.clientWidth);
    const withCtrl = async (key: '=' | '-' | '0' | 'f') => {
      await page.keyboard.down('Control');
      await page.keyboard.press(key);
      await page.keyboard.up('Control');
    };
    await withCtrl('0');
    const usual = await zoom();
    await withCtrl('=');
    await until(zoom, (now) => now > usual);
    await withCtrl('-');
    await withCtrl('-');
    await until(zoom, (now) => now < usual);
    const hidden = (selector: string) => page.$eval(selector, (element) => (element as HTMLElement).hidden);
    await page.keyboard.press('F4');
    expect(await hidden('#side')).toBe(false);
    await page.keyboard.press('F4');
    expect(await hidden('#side')).toBe(true);
    await withCtrl('f');
    expect(await hidden('#find')).toBe(false);
    await page.keyboard.press('Escape');
    await withCtrl('0');
  });

  it('gives the text to selection and the bytes to the download', async () => {
    await page.keyboard.press('Home');
    // The layer of a page is made anew when the page is drawn again.
    await until(
      () =>
        page.evaluate(() => {
          const layer = document.querySelector('.textLayer:has(span)');
          if (layer) getSelection()!.selectAllChildren(layer);
          return String(getSelection());
        }),
      (selected) => selected.includes('Take memantine once a day.'),
    );
    await page.evaluate(() => {
      URL.createObjectURL = (blob) => {
        Object.assign(globalThis, { saved: blob });
        return '#';
      };
    });
    await page.click('#pdfSave');
    const saved = await until(
      () => page.evaluate(() => (globalThis as unknown as { saved?: Blob }).saved?.slice(0, 5).text() ?? ''),
      (head) => head !== '',
    );
    expect(saved).toBe('%PDF-');
  });

  it('prints pictures of all pages, in order', async () => {
    await open('/leaflet.pdf');
    await shows('.textLayer', 'Take memantine');
    await page.evaluate(() => {
      globalThis.print = () => {
        const images = [...document.querySelectorAll<HTMLImageElement>('#paper img')];
        Object.assign(globalThis, { printed: images.map(({ alt, naturalWidth }) => `${alt} ${naturalWidth > 500}`) });
      };
    });
    await page.click('#pdfPrint');
    const pages = await until(
      () => page.evaluate(() => (globalThis as unknown as { printed?: string[] }).printed ?? []),
      (list) => list.length > 0,
      30_000,
    );
    expect(pages).toEqual(['Page 1 true', 'Page 2 true', 'Page 3 true']);
    await until(
      () => page.$('#paper img'),
      (left) => left === null,
    );
    // On paper there is nothing else, and it goes on over as many sheets as there are.
    await setMedium(lens, page, 'print');
    const styles = await page.evaluate(() =>
      ['body', '#bar', '#stage', '#paper'].map((one) => getComputedStyle(document.querySelector(one)!).display),
    );
    expect(styles).toEqual(['block', 'none', 'none', 'block']);
    expect(await page.evaluate(() => getComputedStyle(document.body).overflowY)).toBe('visible');
    await setMedium(lens, page, '');
  });

  it('asks for a password, says when it does not fit, and opens with the right one', async () => {
    await open('/locked.pdf');
    await page.waitForSelector('#password');
    await page.type('#password', 'wrong');
    await page.keyboard.press('Enter');
    await shows('#password-dialog', 'does not fit');
    await page.type('#password', 'secret');
    await page.keyboard.press('Enter');
    await shows('.textLayer', 'Behind the password');
  });

  it.each([
    ['/empty.pdf', 'Empty'],
    ['/page.pdf', 'NotPdf'],
    ['/broken.pdf', 'NotPdf'],
    ['/nowhere.pdf', 'Gone'],
  ])('says in a sentence what is wrong with %s', async (path, which) => {
    await open(path);
    await says(which);
    expect(await page.$('.textLayer')).toBeNull();
  });

  it('says that a scanned file holds no text, and shows it all the same', async () => {
    await open('/picture.pdf');
    await says('pdfSaysPictures');
    await page.waitForSelector('.page canvas');
  });

  it('reads a file that the reader drops on it, in place, and says so in its address', async () => {
    await lens.open(page, lens.extensionUrl(viewerPath()));
    await says('Welcome');
    await page.evaluate((content) => {
      const data = new DataTransfer();
      data.items.add(new File([content], 'Beipackzettel.pdf', { type: 'application/pdf' }));
      dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }, pdfOf('Dropped here'));
    await shows('.textLayer', 'Dropped here');
    expect(await textOf(page, '#address')).toBe('Beipackzettel.pdf');
    expect(await page.$('#original')).toBeNull();
  });

  it('explains local files that it may not read by their address', async () => {
    const file = join(tmpdir(), 'lens-local.pdf');
    writeFileSync(file, pdfOf('Local'));
    await lens.open(page, lens.extensionUrl(viewerPath(`file://${file}`)));
    const allowed = await inExtension<boolean>(options, 'await api.extension.isAllowedFileSchemeAccess()');
    if (name === 'chrome' && allowed) await shows('.textLayer', 'Local');
    else await says(name === 'firefox' ? 'FilesNever' : 'FilesOff');
  });

  it('opens documents by itself once the reader wants that, where marking is on, and not the original', async () => {
    const address = `${site.origin}/leaflet.pdf`;
    const tabs = () => inExtension<string[]>(options, '(await api.tabs.query({})).map(({ url }) => url ?? "")');
    const inViewer = (all: string[]) => all.some((url) => url.includes('src/pages/pdf/') && url.includes('leaflet'));
    // Who asks for the original gets it, until the tab goes elsewhere.
    await lens.open(page, lens.extensionUrl(viewerPath()));
    await tick(options, '#pdf-always', true);
    await page.goto(address).catch(() => undefined);
    await until(tabs, inViewer);
    await shows('#address', 'leaflet.pdf');
    await page.click('#original');
    await until(tabs, (all) => all.includes(address));
    await tick(options, '#pdf-always', false);
  });
});
