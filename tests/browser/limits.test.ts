/** Where a reader wants to be left alone, and where we cannot be: private windows, PDF viewers, after removal. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { Served } from '../../src/tools/serve.ts';
import { BROWSERS, type Lens } from './harness/browsers.ts';
import { manage } from './harness/management.ts';
import { inExtension, openOptions, openOwn, openPopup, stored, tick } from './harness/own-pages.ts';
import { pdfOf } from './harness/pdf.ts';
import { allowInPrivate, openPrivately } from './harness/private.ts';
import { ask, markedTexts, until } from './harness/probe.ts';
import { SAMPLE, USUAL } from './harness/sample.ts';
import { onStage } from './harness/stage.ts';

describe.each(BROWSERS)('limits in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let page: Page;
  let options: Page;

  onStage(
    name,
    { '/': SAMPLE, '/secret': SAMPLE, '/leaflet.pdf': pdfOf('Take memantine.') },
    (stage) => {
      ({ lens, site, page, own: options } = stage);
    },
    // Or the address of our own pages is another one when the extension comes back.
    { prefs: { 'extensions.webextensions.keepUuidOnUninstall': true } },
  );

  it('says in the popup that the viewer of PDF files lets no extension read, and offers its own', async () => {
    await page.goto(`${site.origin}/leaflet.pdf`).catch(() => undefined);
    const popup = await openPopup(lens, options, `${site.origin}/leaflet.pdf`);
    const said = await until(
      () => popup.$eval('#notices', (notices) => notices.textContent),
      (text) => text !== '',
    );
    expect(said).toContain('PDF viewer lets no extension read the document');
    expect(said).toContain('Read this PDF with the lens');
    expect(await popup.$('#found > *')).toBeNull();
    await popup.close();
  });

  it('marks in a private window once the reader allows it there, and says that what is switched is kept', async () => {
    await allowInPrivate(lens);
    options = await openOptions(lens);
    const { page: secret, tabId } = await openPrivately(lens, options, `${site.origin}/secret`);
    // The probe is not allowed there; what is registered the page itself can tell.
    const marked = (count: number) =>
      until(
        () => secret.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0)),
        (sum) => sum === count,
      );
    await secret.bringToFront();
    await marked(USUAL.length);
    const popup = await openOwn(lens, `src/pages/popup/index.html?tab=${tabId}`, '#site-on');
    expect(await popup.$eval('#site', (section) => section.textContent)).toContain('private window');
    await popup.waitForSelector('[data-drug="memantine"]');
    // Of the page in the private window only what the popup needs is kept, and not beyond the browser's session.
    expect(JSON.stringify(await inExtension(options, 'await api.storage.local.get(null)'))).not.toContain('/secret');
    await tick(popup, '#site-on', false);
    await marked(0);
    await tick(popup, '#site-on', true);
    await secret.bringToFront();
    await marked(USUAL.length);
    await popup.close();
    await secret.close();
    await until(
      () => inExtension<string[]>(options, 'Object.keys(await api.storage.session.get(null))'),
      (keys) => keys.every((key) => !key.startsWith(`frame:${tabId}:`)),
    );
  });

  // Chromium asks the reader itself, where no driver can answer.
  if (name === 'firefox')
    it('leaves nothing when it is removed: no mark, no card, and nothing stored when it comes back', async () => {
      await lens.open(page, `${site.origin}/`);
      await until(
        () => markedTexts(page),
        (texts) => texts.length === USUAL.length,
      );
      const html = await page.evaluate(() => document.documentElement.outerHTML);
      await tick(options, '#marks-inPrint', true);
      await until(
        () => stored(options, 'settings'),
        (settings) => JSON.stringify(settings).includes('inPrint'),
      );
      const { off, on } = await manage(lens);
      await off();
      await until(
        () =>
          page.evaluate(() =>
            [...CSS.highlights.keys()].map(
              (key) => getComputedStyle(document.body, `::highlight(${key})`).textDecorationLine,
            ),
          ),
        (lines) => lines.every((line) => line !== 'underline'),
      );
      expect(await ask(page, 'card')).toBeNull();
      expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(html);
      await on();
      options = await openOptions(lens);
      expect(JSON.stringify(await stored(options, 'settings'))).not.toContain('inPrint');
      expect(await options.$eval('#marks-inPrint', (input) => (input as HTMLInputElement).checked)).toBe(false);
    });
});
