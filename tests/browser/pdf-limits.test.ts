/** What the README says that the PDF viewer does not reach. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { viewerPath } from '../../src/shared/pdf/address.ts';
import type { Served } from '../../src/tools/serve.ts';
import { useShortcut } from './harness/browser-side.ts';
import { BROWSERS, type Lens } from './harness/browsers.ts';
import { foundTexts, inExtension, openOptions, openPopup } from './harness/own-pages.ts';
import { pdfOf, pdfOfAttached, pdfOfXfa } from './harness/pdf.ts';
import { allowInPrivate, openPrivately } from './harness/private.ts';
import { until } from './harness/probe.ts';
import { onStage } from './harness/stage.ts';

describe.each(BROWSERS)('limits of the PDF viewer in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let page: Page;
  let options: Page;

  const pages = {
    '/xfa.pdf': pdfOfXfa('Please wait, memantine', 'Not with amantadine'),
    '/attached.pdf': pdfOfAttached('Take memantine', 'Not with amantadine'),
    '/leaflet.pdf': pdfOf('Take memantine'),
    '/page': '<!doctype html><title>Page</title><p>A page.',
  };
  onStage(
    name,
    pages,
    (stage) => {
      ({ lens, site, page, own: options } = stage);
    },
    // Private windows are allowed to the extension as long as the browser runs.
    { alone: true },
  );

  const found = (path: string) => {
    const address = lens.extensionUrl(viewerPath(site.origin + path));
    return until(
      () => foundTexts(options, address).catch(() => []),
      (texts) => texts.length > 0,
      20_000,
    );
  };

  it.each([
    ['of a form in XFA it reads the page that stands for it', '/xfa.pdf'],
    ['of a document that holds files it reads the document alone', '/attached.pdf'],
  ])('%s', async (_, path) => {
    await lens.open(page, lens.extensionUrl(viewerPath(site.origin + path)));
    expect(await found(path)).toEqual(['memantine']);
  });

  it('in a private window a document is read where the browser shows pages of extensions, and else left as it is', async () => {
    await allowInPrivate(lens);
    options = await openOptions(lens);
    if (name === 'firefox')
      await inExtension(options, `await api.commands.update({ name: 'read-pdf', shortcut: 'Alt+Shift+P' })`);
    const { page: secret, tabId } = await openPrivately(lens, options, `${site.origin}/page`);
    const document = `${site.origin}/leaflet.pdf`;
    secret.goto(document).catch(() => undefined);
    const shown = () => inExtension<string>(options, `(await api.tabs.get(${tabId})).url`);
    await until(shown, (url) => url === document);
    const popup = await openPopup(lens, options, document);
    if (name === 'chrome') {
      await until(
        () => popup.$eval('#notices', (notices) => notices.textContent ?? ''),
        (text) => text.includes('In private windows Chrome shows no page of an extension'),
      );
      expect(await popup.$('#read-pdf')).toBeNull();
    } else await popup.waitForSelector('#read-pdf');
    await popup.close();
    await secret.bringToFront();
    await useShortcut(lens, 'read-pdf', 'P', tabId);
    if (name === 'firefox') expect(await found('/leaflet.pdf')).toEqual(['memantine']);
    // What the browser is asked next comes after it.
    else expect(await shown()).toBe(document);
  });
});
