/** The sheet to take along, as it comes out of a printer: one page for what pages usually name. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { BROWSERS } from './harness/browsers.ts';
import { inExtension, openOwn, openPopup, press } from './harness/own-pages.ts';
import { getDocument } from './harness/pdfjs-in-node.ts';
import { markedTexts, TALL, until } from './harness/probe.ts';
import { onStage, type Stage } from './harness/stage.ts';

const page = (title: string, ...names: string[]): string =>
  `<!doctype html><meta charset="utf-8"><title>${title}</title>${names.map((one) => `<p>${one}</p>`).join('')}`;

/** A page of a newspaper, one of a forum, and one that lists as many as there are pairs on one sheet. */
const PAGES = {
  '/three.html': page('Three', 'memantine', 'donepezil', 'warfarin'),
  '/seven.html': page(
    'Her list of medicines',
    ...['Namenda', 'donepezil', 'amantadine', 'dextromethorphan', 'metformin', 'sertraline', 'oxybutynin'],
  ),
  '/many.html': page(
    'Many',
    ...['memantine', 'amantadine', 'ketamine', 'dextromethorphan', 'acetazolamide', 'sodium bicarbonate', 'topiramate'],
    ...[
      'warfarin',
      'cimetidine',
      'quinidine',
      'hydrochlorothiazide',
      'levodopa',
      'baclofen',
      'haloperidol',
      'phenytoin',
    ],
  ),
};

describe.each(BROWSERS)('the sheet to take along, printed by %s,', (name) => {
  let stage: Stage;
  onStage(name, PAGES, (set) => {
    stage = set;
  });

  async function printed(path: string): Promise<{ pages: number; text: string }> {
    const { lens, site, own } = stage;
    const read: Page = stage.page;
    await read.setViewport(TALL);
    await lens.open(read, `${site.origin}${path}`);
    await read.bringToFront();
    await until(
      () => markedTexts(read),
      (texts) => texts.length > 2,
    );
    const popup = await openPopup(lens, own, site.origin);
    const id = await inExtension<number>(
      own,
      `(await api.tabs.query({})).find(({ url }) => url?.startsWith(${JSON.stringify(site.origin)})).id`,
    );
    // In sight as it is, without anything to unfold first.
    await popup.waitForSelector('#take-along', { visible: true });
    await popup.close();
    const sheet = await openOwn(lens, `src/pages/popup/summary.html?tab=${id}`, '#sheet .sources li');
    await sheet.bringToFront();
    const file = await sheet.pdf({ preferCSSPageSize: true, printBackground: true, format: 'a4' });
    await sheet.close();
    const document = await getDocument({ data: new Uint8Array(file) }).promise;
    const pages = await Promise.all(
      Array.from({ length: document.numPages }, async (_, index) => {
        const { items } = await (await document.getPage(index + 1)).getTextContent();
        return items.map((item) => ('str' in item ? item.str : '')).join(' ');
      }),
    );
    return { pages: document.numPages, text: pages.join(' ').replaceAll(/\s+/g, ' ') };
  }

  it.each(['/three.html', '/seven.html'])('is one page for %s, whole', async (path) => {
    const { pages, text } = await printed(path);
    expect(text).toContain('With memantine');
    expect(text).toContain('Sources');
    expect(text).toMatch(/donepezil/);
    expect(pages).toBe(1);
  });

  it('is at most two pages for one that names fifteen', async () => {
    const { pages, text } = await printed('/many.html');
    expect(text).toContain('Sources');
    expect(pages).toBeLessThanOrEqual(2);
  });

  it('is made from a button of the popup that nothing hides', async () => {
    const { lens, site, own } = stage;
    const popup = await openPopup(lens, own, site.origin);
    await press(popup, '#take-along');
    await until(
      () => own.evaluate(`(async () => (await (globalThis.browser ?? chrome).tabs.query({})).map(({ url }) => url))()`),
      (urls) => (urls as string[]).some((url) => url?.includes('summary.html')),
    );
  });
});
