/** Names in PDF documents, as a reader meets them: marked, explained, listed with their pages, walked, exported. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { viewerPath } from '../../src/shared/pdf/address.ts';
import type { Served } from '../../src/tools/serve.ts';
import { BROWSERS, type Lens } from './harness/browsers.ts';
import { fill, inExtension, openPopup, press, savedText, tick } from './harness/own-pages.ts';
import { print } from './harness/pdf.ts';
import { until } from './harness/probe.ts';
import { onStage } from './harness/stage.ts';

const DOCUMENT = `<!doctype html><html lang="en"><title>Product information</title>
<style>h2 { break-before: page } .two { columns: 2; hyphens: auto; text-align: justify }
td { border: 1px solid; width: 8em } .spaced { letter-spacing: 5px } .thin { width: 9em; hyphens: manual }</style>
<h1>Memantine</h1><p>Not with amantadine. Dextromethorphan (DXM) is named once.</p>
<p class="thin">Eight weeks of memantine for major de&shy;pression.</p>
<p class="thin">Words are cut: dextro&shy;methorphan&shy;hydrobromide.</p>
<h2>Interactions</h2><div class="two"><p>Whoever takes ketamine or another NMDA receptor antagonist beside it should be watched for
pharmacotoxic psychosis, and DXM counts as such; sodium bicarbonate makes urine alkaline and keeps the medicine in.</p></div>
<table><tr><td>Cimetidine may raise levels<td>and ranitidine does so, too</table>
<h2>Русский</h2><p lang="ru">Мемантин не следует применять вместе с препаратом амантадин.</p><p class="spaced">memantine</p></html>`;

const EXPECTED = [
  ...['memantine 1', 'amantadine 1', 'dextromethorphan 1', 'dextromethorphan 1'],
  ...['memantine 1', 'dextromethorphan 1'],
  ...['ketamine 2', 'nmda-antagonists 2', 'dextromethorphan 2', 'sodium-bicarbonate 2', 'cimetidine 2', 'ranitidine 2'],
  ...['memantine 3', 'amantadine 3', 'memantine 3'],
];

describe.each(BROWSERS)('names in PDF documents in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let page: Page;
  let options: Page;
  let address: string;

  const documents = async () => ({ '/product.pdf': (await print([DOCUMENT]))[0]!.pdf });
  onStage(name, documents, async (stage) => {
    ({ lens, site, page, own: options } = stage);
    address = lens.extensionUrl(viewerPath(`${site.origin}/product.pdf`));
    await lens.open(page, address);
  });

  /** What is painted where pages are drawn. */
  const marks = () =>
    page.evaluate(() => [...CSS.highlights.values()].flatMap((highlight) => [...highlight].map(String)));
  interface Listed {
    readonly url: string;
    readonly title: string;
    readonly mentions: readonly { drug: string; page: number; text: string }[];
  }
  const tab = `(await api.tabs.query({})).find(({ url }) => url?.includes('product.pdf')).id`;
  const tell = (message: string, data = 'undefined') =>
    inExtension<Listed>(
      options,
      `await api.tabs.sendMessage(${tab}, { lens: '${message}', data: ${data} }, { frameId: 0 })`,
    );
  const listed = async () => (await tell('list-mentions')).mentions.map(({ drug, page: on }) => `${drug} ${on}`);
  const card = () => page.evaluate(() => document.querySelector('html > div[popover]:popover-open') !== null);
  const current = () => page.$eval('#page', (input) => (input as HTMLInputElement).value);

  it('are found on all pages, also where lines, columns, hyphens and spaces cut them', async () => {
    // Nobody answers before the document is there.
    await until(
      () => listed().catch(() => []),
      (found) => found.length >= EXPECTED.length,
      30_000,
    );
    expect(await listed()).toEqual(EXPECTED);
    const { url, title } = await tell('list-mentions');
    expect([url, title]).toEqual([`${site.origin}/product.pdf`, 'Product information']);
    const different = new Set(EXPECTED.map((one) => one.split(' ')[0])).size;
    await until(
      () => inExtension(options, `await api.action.getBadgeText({ tabId: ${tab} })`),
      (badge) => badge === String(different),
    );
  });

  it('are marked where pages are drawn, and open the card of pages of the web', async () => {
    await page.bringToFront();
    await until(marks, (all) => all.includes('amantadine'));
    const place = await page.evaluate(() => {
      const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight] as Range[]);
      const { x, y, width, height } = ranges.find((range) => String(range) === 'amantadine')!.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await page.mouse.move(2, 2);
    await page.mouse.move(place.x, place.y, { steps: 3 });
    await until(card, (open) => open);
    await page.keyboard.press('Escape');
    await until(card, (open) => !open);
  });

  it('have the reading view, which judges the use by the text as it is read and names what else the document names', async () => {
    // Its tree is closed.
    await page.evaluate(() => {
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function keep(init) {
        const root = attach.call(this, init);
        Object.assign(globalThis, { cardRoot: root });
        return root;
      };
    });
    // And its text stands in attributes, which its style shows.
    const readingView = () =>
      page.evaluate(() => {
        const root = (globalThis as unknown as { cardRoot?: ShadowRoot }).cardRoot;
        const sealed = root?.querySelectorAll<HTMLElement>('[data-said]') ?? [];
        return [...sealed].map(({ dataset }) => dataset.said).join(' ');
      });
    const place = await page.evaluate(() => {
      const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight] as Range[]);
      const onFirst = ranges.filter(({ startContainer }) =>
        startContainer.parentElement!.closest('[data-page-number="1"]'),
      );
      const { x, y, width, height } = onFirst.find((range) => String(range) === 'memantine')!.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await page.mouse.move(2, 2);
    await page.mouse.click(place.x, place.y);
    const shown = await until(readingView, (all) => all.includes('Also in this text'));
    expect(shown).toMatch(/Off-label.*depression/s);
    expect(shown).toContain('Also in this text amantadine');
    await page.keyboard.press('Escape');
    await until(card, (open) => !open);
  });

  it('stay marked while the reader searches', async () => {
    await page.click('#pdfFind');
    await fill(page, '#find-text', 'amantadine');
    await page.waitForSelector('.textLayer .highlight');
    await until(marks, (all) => all.includes('amantadine') && all.includes('Memantine'));
    await page.keyboard.press('Escape');
    await until(marks, (all) => all.includes('amantadine') && all.includes('Memantine'));
  });

  it('are walked over pages that were not drawn, each with its card', async () => {
    await tell('go-to-mention', `{ index: ${EXPECTED.length - 1} }`);
    await until(current, (value) => value === '3');
    await until(card, (open) => open);
    await tell('step-mention', '{ by: 1 }');
    await until(current, (value) => value === '1');
    await tell('step-mention', '{ by: -1 }');
    await until(current, (value) => value === '3');
    await page.bringToFront();
    await page.keyboard.press('Escape');
  });

  it('are marked word by word, without the spaces that justified lines have between them', async () => {
    await tell('go-to-mention', `{ index: ${EXPECTED.indexOf('sodium-bicarbonate 2')} }`);
    const all = await until(marks, (texts) => texts.some((text) => text.startsWith('sodium')));
    expect(all).toEqual(expect.arrayContaining(['ketamine', 'sodium', 'bicarbonate']));
    expect(all).toEqual(all.map((text) => text.trim()));
    await page.bringToFront();
    await page.keyboard.press('Escape');
  });

  it('are listed in the popup with their pages, and exported with them', async () => {
    const popup = await openPopup(lens, options, address);
    await popup.waitForSelector('[data-drug="dextromethorphan"]');
    const row = await popup.$eval('[data-drug="dextromethorphan"]', (element) => element.textContent);
    expect(row).toContain('p. 1, 2');
    await popup.waitForSelector('#export [data-format="jsonld"]');
    const { items } = JSON.parse(await savedText(popup, '#export [data-format="jsonld"]')) as {
      items: { target: { source: string; selector: { type: string; value?: string; exact?: string }[] } }[];
    };
    expect(items).toHaveLength(EXPECTED.length);
    expect(items[6]?.target.source).toBe(`${site.origin}/product.pdf`);
    expect(items[6]?.target.selector[0]?.exact).toBe('ketamine');
    expect(items[6]?.target.selector[1]).toMatchObject({ type: 'FragmentSelector', value: 'page=2' });
    // The switch is for the site that the document is from.
    await press(popup, '#site-on');
    await until(marks, (all) => all.length === 0);
    await press(popup, '#site-on');
    await page.bringToFront();
    await until(marks, (all) => all.length > 0);
    await popup.close();
  });

  it('follow the settings', async () => {
    await tick(options, '#marks-groups-nmda-antagonists', false);
    await until(listed, (found) => found.length > 0 && !found.some((one) => one.startsWith('ketamine')));
    await tick(options, '#marks-groups-nmda-antagonists', true);
    await until(listed, (found) => found.length === EXPECTED.length);
  });
});
