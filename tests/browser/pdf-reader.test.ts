/** What a reader does in the PDF viewer beside reading: copies from it, goes from the popup to a page, walks by keys. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { viewerPath } from '../../src/shared/pdf/address.ts';
import { type Served, serve } from '../../src/tools/serve.ts';
import { useShortcut } from './harness/browser-side.ts';
import { BROWSERS, type Lens, launch } from './harness/browsers.ts';
import { inExtension, openOptions, openPopup, openViewer, press } from './harness/own-pages.ts';
import { print } from './harness/pdf.ts';
import { middleOf } from './harness/pointing.ts';
import { ask, until } from './harness/probe.ts';

const LEAFLET = `<!doctype html><html lang="en"><title>Leaflet</title><style>h2 { break-before: page } p { width: 26em }</style>
<h1>Leaflet</h1><p>Take memantine once a day, difficult as that first is, and tell the office of your physician of all
other medicines.</p><p>Not with amantadine.</p>
<h2>Two</h2><p>Nothing is named on this page.</p><h2>Three</h2><p>Nor with ketamine, or memantine twice.</p></html>`;

describe.each(BROWSERS)('a reader in the PDF viewer in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let page: Page;
  let options: Page;
  let url: string;
  let tabId: number;

  beforeAll(async () => {
    const [leaflet] = await print([LEAFLET]);
    site = await serve(import.meta.dirname, {
      '/leaflet.pdf': leaflet!.pdf,
      '/field': '<!doctype html><title>Field</title><textarea rows="9" cols="90"></textarea>',
    });
    lens = await launch(name);
    options = await openOptions(lens);
    const keys = { 'next-mention': 'Alt+Shift+U', 'previous-mention': 'Alt+Shift+Y', 'open-card': 'Alt+Shift+I' };
    if (name === 'firefox') {
      for (const [command, shortcut] of Object.entries(keys)) {
        const update = JSON.stringify({ name: command, shortcut });
        await inExtension(options, `await api.commands.update(${update})`);
      }
    }
    page = await lens.newPage();
    await openViewer(lens, page, `${site.origin}/leaflet.pdf`);
    url = lens.extensionUrl(viewerPath(`${site.origin}/leaflet.pdf`));
    const find = `(await api.tabs.query({})).find((tab) => tab.url === ${JSON.stringify(url)})?.id`;
    tabId = await inExtension<number>(options, find);
    await page.bringToFront();
    await until(marks, (texts) => texts.length > 1, 20_000);
  });

  afterAll(async () => {
    await lens?.close();
    await site?.close();
  });

  const marks = async () => (await ask(page, 'highlights')).flatMap(({ ranges }) => ranges.map(({ text }) => text));
  const current = () => page.$eval('#page', (input) => (input as HTMLInputElement).value);
  /** The open card is of this medicine, and beside a mark of it. */
  const cardOf = (text: string) =>
    until(
      () => ask(page, 'card'),
      (card) => card?.panel?.visible === true && card.text.toLowerCase().startsWith(text),
    );
  const onPage = (number: number) => until(current, (value) => value === String(number));
  const withControl = async (key: 'c' | 'v') => {
    await page.keyboard.down('Control');
    await page.keyboard.press(key);
    await page.keyboard.up('Control');
  };

  it('copies what is selected as it reads, whole words and lines in order', async () => {
    const [first, last] = await page.evaluate(() =>
      ['Take', 'amantadine.'].map((word) => {
        const spans = [...document.querySelectorAll('.page[data-page-number="1"] .textLayer span')];
        const node = spans.find((span) => span.childElementCount === 0 && span.textContent!.includes(word))!
          .firstChild!;
        const range = document.createRange();
        const at = node.textContent!.indexOf(word);
        range.setStart(node, at);
        range.setEnd(node, at + word.length);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x, y, width, height };
      }),
    );
    // From before the first letter to behind the last one, as a hand draws it.
    await page.mouse.move(first!.x + 1, middleOf(first!).y);
    await page.mouse.down();
    await page.mouse.move(middleOf(first!).x, middleOf(first!).y, { steps: 4 });
    await page.mouse.move(last!.x + last!.width - 1, middleOf(last!).y, { steps: 12 });
    await page.mouse.up();
    await withControl('c');
    const other = await lens.newPage();
    await lens.open(other, `${site.origin}/field`);
    await other.bringToFront();
    await other.focus('textarea');
    await other.keyboard.down('Control');
    await other.keyboard.press('v');
    await other.keyboard.up('Control');
    const pasted = await until(
      () => other.$eval('textarea', ({ value }) => value),
      (value) => value !== '',
    );
    expect(pasted.replace(/\s+/g, ' ').trim()).toBe(
      'Take memantine once a day, difficult as that first is, and tell the office of your physician of all other medicines. Not with amantadine.',
    );
    expect(pasted.trim().split('\n').length).toBeGreaterThan(2);
    await other.close();
    await page.bringToFront();
    await page.evaluate(() => getSelection()!.removeAllRanges());
  });

  it('goes from a row of the popup to the page that it names, and on to the next', async () => {
    const popup = await openPopup(lens, options, url);
    await popup.waitForSelector('[data-drug="ketamine"] .pages');
    expect(await popup.$eval('[data-drug="ketamine"] .pages', (pages) => pages.textContent)).toBe('p. 3');
    await press(popup, '[data-drug="ketamine"]');
    await page.bringToFront();
    await onPage(3);
    await cardOf('ketamine');
    await page.keyboard.press('Escape');
    await press(popup, '[data-drug="memantine"]');
    await page.bringToFront();
    await onPage(1);
    await cardOf('memantine');
    await press(popup, '[data-drug="memantine"]');
    await page.bringToFront();
    await onPage(3);
    await cardOf('memantine');
    await page.keyboard.press('Escape');
    await popup.close();
  });

  it('walks from name to name by keys, over pages that name nothing, and round the end', async () => {
    await page.bringToFront();
    await useShortcut(lens, 'next-mention', 'U', tabId);
    await onPage(1);
    await cardOf('memantine');
    await useShortcut(lens, 'next-mention', 'U', tabId);
    await cardOf('amantadine');
    await useShortcut(lens, 'next-mention', 'U', tabId);
    await onPage(3);
    await cardOf('ketamine');
    await useShortcut(lens, 'previous-mention', 'Y', tabId);
    await onPage(1);
    await cardOf('amantadine');
    await page.keyboard.press('Escape');
    await until(
      () => ask(page, 'card'),
      (card) => card === null,
    );
    await useShortcut(lens, 'open-card', 'I', tabId);
    await cardOf('amantadine');
    await page.keyboard.press('Escape');
  });
});
