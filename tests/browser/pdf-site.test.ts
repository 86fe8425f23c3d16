/**
 * A document in the PDF viewer is of the site that it is from: what the reader switched off or called no medicine there holds
 * for it, and can be set from it. And on each of its pages the first of each name is marked.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { viewerPath } from '../../src/shared/pdf/address.ts';
import { type Served, serve } from '../../src/tools/serve.ts';
import { useShortcut } from './harness/browser-side.ts';
import { BROWSERS, type Lens, launch } from './harness/browsers.ts';
import { inExtension, openOptions, openPopup, openViewer, press, stored, tick } from './harness/own-pages.ts';
import { pdfOf, print } from './harness/pdf.ts';
import { middleOf, pressInCard } from './harness/pointing.ts';
import { ask, until } from './harness/probe.ts';

const LEAFLET = `<!doctype html><html lang="en"><title>Leaflet</title>
<style>p, h2 { margin: 20px 0 } .next { break-before: page }</style>
<h1>About memantine</h1><p>Take memantine, not amantadine; memantine once a day.</p>
<h2>Interactions</h2><p>Memantine and ketamine. Not with ketamine.</p>
<p class="next">Memantine, amantadine and again memantine.</p></html>`;

/** What readers get marked of it, page by page: the heading gives way to the text below it, and each page begins anew. */
const FIRST = [
  ['memantine', 'amantadine', 'Memantine', 'ketamine'],
  ['Memantine', 'amantadine'],
];

describe.each(BROWSERS)('the site of a PDF document in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let page: Page;
  let options: Page;
  let address: string;
  let tabId: number;

  beforeAll(async () => {
    const [leaflet] = await print([LEAFLET]);
    site = await serve(import.meta.dirname, { '/leaflet.pdf': leaflet!.pdf });
    address = `${site.origin}/leaflet.pdf`;
    lens = await launch(name, { settings: {}, alone: true });
    options = await openOptions(lens);
    if (name === 'firefox')
      await inExtension(options, `await api.commands.update({ name: 'toggle-site', shortcut: 'Alt+Shift+U' })`);
    page = await lens.newPage();
    await openViewer(lens, page, address);
    const url = lens.extensionUrl(viewerPath(address));
    const find = `(await api.tabs.query({})).find((tab) => tab.url === ${JSON.stringify(url)})?.id`;
    tabId = await inExtension<number>(options, find);
    await page.bringToFront();
  });

  afterAll(async () => {
    await lens?.close();
    await site?.close();
  });

  /** What is marked, page by page, in the order of the text. */
  const onPages = () =>
    page.evaluate(() => {
      const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight] as Range[]);
      ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
      const pages = [...document.querySelectorAll('.page')];
      return pages.map((one) => ranges.filter((range) => one.contains(range.startContainer)).map(String));
    });
  const marked = (pages: readonly (readonly string[])[]) =>
    until(onPages, (found) => JSON.stringify(found) === JSON.stringify(pages), 20_000);
  const settings = () => stored(options, 'settings') as Promise<{ sites?: object; marks?: { exceptions?: string[] } }>;
  const openCard = async (text: string) => {
    const boxes = (await ask(page, 'highlights')).flatMap(({ ranges }) =>
      ranges.filter((range) => range.text === text),
    );
    const [first] = boxes.map(({ box }) => box).sort((a, b) => a.y - b.y);
    const { x, y } = middleOf(first!);
    await page.mouse.click(x, y);
    await pressInCard(page, '.more summary', 'This mark, report an error');
  };
  const toggleSite = () => useShortcut(lens, 'toggle-site', 'U', tabId);

  it('each page has the first of each name marked below each heading', async () => {
    await page.select('#zoom', 'page-fit');
    await marked(FIRST);
  });

  it('the whole document has the first of each name marked where the reader wants that', async () => {
    await tick(options, '#marks-quiet-first-per-page');
    await marked([['memantine', 'amantadine', 'ketamine'], []]);
    await tick(options, '#marks-quiet-first-per-section');
    await marked(FIRST);
  });

  it('a wrong match goes from the whole document at once, on its site alone, and comes back from the options', async () => {
    await page.bringToFront();
    await openCard('amantadine');
    await pressInCard(page, '.act', 'Wrong match: not a medicine here');
    await marked(FIRST.map((texts) => texts.filter((text) => text !== 'amantadine')));
    expect((await settings()).marks?.exceptions).toEqual([`127.0.0.1:${site.port} amantadine`]);
    await page.keyboard.press('Escape');
    const popup = await openPopup(lens, options, lens.extensionUrl(viewerPath(address)));
    await popup.waitForSelector('[data-drug="memantine"]');
    expect(await popup.$('[data-drug="amantadine"]')).toBeNull();
    await popup.close();
    await press(options, '#exceptions button');
    await marked(FIRST);
    const elsewhere = JSON.stringify({ version: 1, marks: { exceptions: ['example.org memantine'] } });
    await inExtension(options, `await api.storage.local.set({ settings: ${elsewhere} })`);
    await page.bringToFront();
    await marked(FIRST);
  });

  it('the card leaves the site, and the command and the popup come back to it', async () => {
    await openCard('ketamine');
    await pressInCard(page, '.act', 'Switch off on this site');
    await marked([[], []]);
    await until(
      () => ask(page, 'card'),
      (card) => card === null,
    );
    expect((await settings()).sites).toEqual({ [`127.0.0.1:${site.port}`]: 'off' });
    await toggleSite();
    await marked(FIRST);
    await toggleSite();
    await marked([[], []]);
    const popup = await openPopup(lens, options, lens.extensionUrl(viewerPath(address)));
    await popup.waitForSelector('#off button');
    expect(await popup.$eval('#site label', (label) => label.textContent)).toContain(`127.0.0.1:${site.port}`);
    await press(popup, '#off button');
    await page.bringToFront();
    await marked(FIRST);
    await popup.close();
  });

  it('a file that was opened is of all local files', async () => {
    await page.evaluate((content) => {
      const data = new DataTransfer();
      data.items.add(new File([content], 'own.pdf', { type: 'application/pdf' }));
      dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }, pdfOf('Not memantine with amantadine'));
    await marked([['memantine', 'amantadine']]);
    await openCard('amantadine');
    await pressInCard(page, '.act', 'Wrong match: not a medicine here');
    await marked([['memantine']]);
    expect((await settings()).marks?.exceptions).toContain('file: amantadine');
    await page.keyboard.press('Escape');
    const popup = await openPopup(lens, options, lens.extensionUrl(viewerPath()));
    await popup.waitForSelector('[data-drug="memantine"]');
    expect(await popup.$eval('#site label', (label) => label.textContent)).toContain('local files');
    expect(await popup.$('#notices .notice')).toBeNull();
    await press(popup, '#site-on');
    await page.bringToFront();
    await marked([[]]);
    expect((await settings()).sites).toEqual({ 'file:': 'off' });
    await toggleSite();
    await marked([['memantine']]);
    await popup.close();
  });
});
