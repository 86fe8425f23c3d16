/**
 * The ways from the browser into the PDF viewer: toolbar button, context menu, command, "always" with rules for sites, files.
 * Firefox's own menus and keys are used; Chromium's, which no driver reaches, are told to the service worker by the events
 * that the browser fires.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { viewerPath } from '../../src/shared/pdf/address.ts';
import { type Served, serve } from '../../src/tools/serve.ts';
import { chooseInMenu, useShortcut } from './harness/browser-side.ts';
import { BROWSERS, type Lens, launch } from './harness/browsers.ts';
import { inExtension, openOptions, openPopup, press, textOf, tick, untilSays } from './harness/own-pages.ts';
import { pdfOf } from './harness/pdf.ts';
import { until } from './harness/probe.ts';

const LINK = '<!doctype html><title>Links</title><p style="margin:60px"><a href="/leaflet.pdf">The leaflet</a></p>';
const FILE = join(mkdtempSync(join(tmpdir(), 'lens-')), 'own.pdf');

describe.each(BROWSERS)('ways into the PDF viewer in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let page: Page;
  let options: Page;
  let pdf: string;

  beforeAll(async () => {
    writeFileSync(FILE, pdfOf('A file of my own'));
    const leaflet = pdfOf('Take memantine');
    site = await serve(import.meta.dirname, { '/links': LINK, '/leaflet.pdf': leaflet, '/download': leaflet });
    pdf = `${site.origin}/leaflet.pdf`;
    // Firefox's own menus and keys are used: in a window that shows nothing else.
    lens = await launch(name, { alone: true });
    options = await openOptions(lens);
  });

  beforeEach(async () => {
    page = await lens.newPage();
  });

  afterAll(async () => {
    await lens?.close();
    await site?.close();
  });

  interface Tab {
    readonly id: number;
    readonly url: string;
  }
  const tabs = () => inExtension<Tab[]>(options, '(await api.tabs.query({})).map(({ id, url }) => ({ id, url }))');
  const tabAt = async (url: string): Promise<Tab> => {
    const all = await until(tabs, (list) => list.some((tab) => tab.url === url));
    return all.find((tab) => tab.url === url)!;
  };
  interface Stored {
    readonly sites?: Readonly<Record<string, string>>;
    readonly pdf?: { readonly always?: boolean };
  }
  const settings = () => inExtension<Stored>(options, '(await api.storage.local.get("settings")).settings ?? {}');
  const closeTab = (id: number) => inExtension(options, `await api.tabs.remove(${id})`);
  const ofTab = (what: 'getBadgeText' | 'getTitle', id: number) =>
    inExtension<string>(options, `await api.action.${what}({ tabId: ${id} })`);
  /** The browser's own viewer never reports its load to a driver. */
  const showPdf = async (): Promise<number> => {
    page.goto(pdf).catch(() => undefined);
    const { id } = await tabAt(pdf);
    await until(
      () => ofTab('getBadgeText', id),
      (badge) => badge === 'PDF',
    );
    return id;
  };
  const viewer = () => lens.extensionUrl(viewerPath(pdf));
  const shows = (selector: string, wanted: string) => untilSays(page, selector, wanted);
  /** Leads a tab elsewhere. Drivers lose a tab that has shown the browser's own viewer: the browser is asked. */
  const lead = async (id: number, url: string): Promise<void> => {
    await inExtension(options, `await api.tabs.update(${id}, { url: ${JSON.stringify(url)} })`);
    await until(
      () => inExtension<{ url: string; status: string }>(options, `await api.tabs.get(${id})`),
      (tab) => tab.url === url && tab.status === 'complete',
    );
  };
  const viewerSays = (): Promise<string> =>
    inExtension(
      options,
      `api.extension.getViews().find(({ location }) => location.href === ${JSON.stringify(viewer())})
        ?.document.querySelector('.textLayer')?.textContent ?? ''`,
    );

  it('the context menu of a link opens what it leads to beside the page', async () => {
    await lens.open(page, `${site.origin}/links`);
    await page.bringToFront();
    const at = await page.$eval('a', (link) => {
      const { x, y, width, height } = link.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    const { id } = await tabAt(`${site.origin}/links`);
    await chooseInMenu(lens, page, id, 'read-pdf-link', { ...at, linkUrl: pdf });
    const opened = await tabAt(viewer());
    expect(opened.id).not.toBe(id);
    await closeTab(opened.id);
    await closeTab(id);
  });

  describe.each([
    ['whose address says so', '/leaflet.pdf', 'read-pdf'],
    ['that only its type tells', '/download?id=3', 'read-pdf-shown'],
  ])('to a document %s', (_, path, entry) => {
    beforeAll(() => {
      pdf = site.origin + path;
    });

    it('the toolbar button says that a tab shows a PDF document, until the tab goes elsewhere', async () => {
      const id = await showPdf();
      expect(await ofTab('getTitle', id)).toBe('Read this PDF with the lens');
      await lead(id, `${site.origin}/links`);
      await until(
        () => ofTab('getBadgeText', id),
        (badge) => badge === '',
      );
      expect(await ofTab('getTitle', id)).not.toContain('PDF');
      await closeTab(id);
    });

    it('the popup opens it in the same tab', async () => {
      const id = await showPdf();
      const popup = await openPopup(lens, options, pdf);
      await popup.waitForSelector('#read-pdf');
      await press(popup, '#read-pdf').catch(() => undefined);
      expect((await tabAt(viewer())).id).toBe(id);
      await closeTab(id);
    });

    it('the context menu of the document opens it in the same tab', async () => {
      const id = await showPdf();
      await page.bringToFront();
      await chooseInMenu(lens, page, id, entry, { x: 300, y: 300 });
      expect((await tabAt(viewer())).id).toBe(id);
      await closeTab(id);
    });

    it('the command opens it in the same tab, and does nothing on other pages', async () => {
      if (name === 'firefox')
        await inExtension(options, `await api.commands.update({ name: 'read-pdf', shortcut: 'Alt+Shift+P' })`);
      const id = await showPdf();
      await page.bringToFront();
      await useShortcut(lens, 'read-pdf', 'P', id);
      expect((await tabAt(viewer())).id).toBe(id);
      await until(viewerSays, (text) => text.includes('Take memantine'));
      await lead(id, `${site.origin}/links`);
      await useShortcut(lens, 'read-pdf', 'P', id);
      // What the browser is asked next comes after it.
      expect((await tabAt(`${site.origin}/links`)).id).toBe(id);
      await closeTab(id);
    });

    it('nothing is opened by itself unless that is set, and then not where a rule switches marking off', async () => {
      await tick(options, '#pdf-always', true);
      page.goto(pdf).catch(() => undefined);
      const { id } = await tabAt(viewer());
      const popup = await openPopup(lens, options, viewer());
      await popup.waitForSelector('#site-on');
      await press(popup, '#site-on');
      await until(settings, ({ sites = {} }) => Object.values(sites).includes('off'));
      await lead(id, pdf);
      await until(
        () => ofTab('getBadgeText', id),
        (badge) => badge === 'PDF',
      );
      await press(popup, '#site-on');
      await until(settings, ({ sites = {} }) => !Object.values(sites).includes('off'));
      await popup.close();
      await tick(options, '#pdf-always', false);
      await until(settings, ({ pdf }) => pdf?.always !== true);
      await closeTab(id);
    });
  });

  it('no page that did not come is taken for a document', async () => {
    const nowhere = 'http://nowhere.invalid/';
    page.goto(nowhere).catch(() => undefined);
    const { id } = await tabAt(nowhere);
    // Firefox tells its error pages by their icon, which comes a moment later.
    if (name === 'firefox')
      await until(
        () => inExtension<string>(options, `(await api.tabs.get(${id})).favIconUrl ?? ''`),
        (icon) => icon.startsWith('chrome:'),
      );
    const popup = await openPopup(lens, options, nowhere);
    await popup.waitForSelector('#notices .notice');
    expect(await popup.$('#read-pdf')).toBeNull();
    await popup.close();
    await closeTab(id);
  });

  it('"Open a file" asks for one, and reads it in place', async () => {
    await lens.open(page, lens.extensionUrl(viewerPath()));
    await page.waitForSelector('#pdfOpen');
    if (name === 'chrome') {
      const [chooser] = await Promise.all([page.waitForFileChooser(), page.click('#pdfOpen')]);
      await chooser.accept([FILE]);
    } else {
      // Firefox's driver cannot answer the dialog: the field that asks for it is given the file.
      await page.evaluate((content) => {
        HTMLInputElement.prototype.click = function choose() {
          const data = new DataTransfer();
          data.items.add(new File([content], 'own.pdf', { type: 'application/pdf' }));
          this.files = data.files;
          this.dispatchEvent(new Event('change'));
        };
      }, pdfOf('A file of my own'));
      await page.click('#pdfOpen');
    }
    await shows('.textLayer', 'A file of my own');
    expect(await textOf(page, '#address')).toBe('own.pdf');
    await page.close();
  });

  // Firefox's driver can drag no file, and Firefox gives no extension local files by their address.
  if (name === 'firefox') return;

  it('a file that is dragged into the window is read in place', async () => {
    await lens.open(page, lens.extensionUrl(viewerPath()));
    await page.waitForSelector('[data-says="Welcome"]');
    const session = await page.createCDPSession();
    const data = { items: [], files: [FILE], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data });
    await shows('.textLayer', 'A file of my own');
    await page.close();
  });

  it('a local file is read by its address, and where Chrome does not allow that, it says what to do', async () => {
    const address = lens.extensionUrl(viewerPath(`file://${FILE}`));
    await lens.open(page, address);
    await shows('.textLayer', 'A file of my own');
    await page.evaluateOnNewDocument(() => {
      chrome.extension.isAllowedFileSchemeAccess = async () => false;
    });
    await lens.open(page, address);
    await page.waitForSelector('[data-says="FilesOff"]');
    expect(await textOf(page, '#says')).toContain('Allow access to file URLs');
  });
});
