/** Tabs with PDF documents, in both browsers: which are taken for one, and what shows them. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { installFakeTabs } from './fake-tabs.ts';

const fake = installFakeTabs();
const tabs = await import('../../src/platform/pdf-tabs.ts');
const { documentAt } = tabs;
const { viewerPath, OPENED } = await import('../../src/shared/pdf/address.ts');

const PAPER = 'https://journal.example/article/12';
const VIEWER_ICON = 'chrome://global/skin/icons/pdf.svg';
const ours = (path: string): string => `chrome-extension://fake/${path}`;

beforeEach(() => fake.reset());
afterEach(() => vi.unstubAllGlobals());

describe('a tab is taken for a PDF document', () => {
  it.each(['https://a.example/leaflet.pdf', 'file:///home/me/Leaflet.PDF', 'https://a.example/a.pdf?x=1#page=2'])(
    'by its address alone: %s',
    async (url) => expect(await tabs.isPdf({ id: 1, url })).toBe(true),
  );

  it('where its frame told so, at that address alone, until it is forgotten', async () => {
    await tabs.rememberPdf(1, PAPER);
    expect(await tabs.isPdf({ id: 1, url: PAPER })).toBe(true);
    expect(await tabs.isPdf({ id: 1, url: `${PAPER}3` })).toBe(false);
    expect(await tabs.isPdf({ id: 2, url: PAPER })).toBe(false);
    expect(JSON.stringify(fake.session)).not.toContain('journal');
    await tabs.forgetPdf(1);
    expect(await tabs.isPdf({ id: 1, url: PAPER })).toBe(false);
    expect(fake.session).toEqual({});
  });

  it('by no word that a page wrote into storage', async () => {
    fake.session['pdf:1'] = PAPER;
    expect(await tabs.isPdf({ id: 1, url: PAPER })).toBe(false);
  });

  it('never where there is no address, or one that no document is read from', async () => {
    expect(await tabs.isPdf({ id: 1 })).toBe(false);
    await tabs.rememberPdf(1, 'about:blank');
    expect(await tabs.isPdf({ id: 1, url: 'about:blank' })).toBe(false);
    expect(await tabs.isPdf({ id: 1, url: 'data:application/pdf,x.pdf' })).toBe(false);
  });

  it('in Chrome not because it lets no script in', async () => {
    fake.tabs.set(1, { id: 1, url: PAPER });
    fake.refuses = (method) => method === 'scripting.executeScript';
    expect(await tabs.isPdf({ id: 1, url: PAPER })).toBe(false);
  });

  describe('in Firefox', () => {
    beforeEach(() => vi.stubGlobal('__BROWSER__', 'firefox'));
    const letsIn = (yes: boolean): void => {
      fake.refuses = (method) => !yes && method === 'scripting.executeScript';
    };

    it('where it lets no script in, as its viewer does', async () => {
      fake.tabs.set(1, { id: 1, url: PAPER });
      letsIn(false);
      expect(await tabs.isPdf({ id: 1, url: PAPER })).toBe(true);
      letsIn(true);
      expect(await tabs.isPdf({ id: 1, url: PAPER })).toBe(false);
    });

    it('not on sites that let no extension in, nor where the browser tells of an error', async () => {
      letsIn(false);
      fake.tabs.set(1, { id: 1, favIconUrl: 'chrome://global/skin/icons/info.svg' });
      expect(await tabs.isPdf({ id: 1, url: PAPER })).toBe(false);
      fake.tabs.set(1, { id: 1 });
      expect(await tabs.isPdf({ id: 1, url: 'https://addons.mozilla.org/x' })).toBe(false);
      // A site that only looks like one of them.
      expect(await tabs.isPdf({ id: 1, url: 'https://mozilla.org.example/x' })).toBe(true);
    });

    it("unasked only by its address or its viewer's icon", async () => {
      letsIn(false);
      expect(await tabs.isFirefoxPdf({ id: 1, url: PAPER, favIconUrl: VIEWER_ICON })).toBe(true);
      expect(await tabs.isFirefoxPdf({ id: 1, url: PAPER })).toBe(false);
      expect(await tabs.isFirefoxPdf({ id: 1, url: 'about:reader', favIconUrl: VIEWER_ICON })).toBe(false);
      letsIn(true);
      expect(await tabs.isFirefoxPdf({ id: 1, url: PAPER, favIconUrl: VIEWER_ICON })).toBe(false);
    });
  });
});

describe('our viewer', () => {
  it('takes the place of the document in its tab, and keeps its address and its page', async () => {
    await tabs.readInViewer(4, 'https://a.example/a b.pdf?x=1&y=2#page=3');
    const [[tabId, { url }]] = fake.doneBy('tabs.update') as [[number, { url: string }]];
    expect(tabId).toBe(4);
    expect(url).toMatch(/^chrome-extension:\/\/fake\/src\/pages\/pdf\/index\.html\?file=[^&#]+#page=3$/);
    expect(new URL(url).searchParams.get('file')).toBe('https://a.example/a b.pdf?x=1&y=2');
  });

  it('shows in no private window of Chrome', () => {
    expect(tabs.takesViewer({ incognito: true })).toBe(false);
    expect(tabs.takesViewer({ incognito: false })).toBe(true);
    vi.stubGlobal('__BROWSER__', 'firefox');
    expect(tabs.takesViewer({ incognito: true })).toBe(true);
  });

  it('stands back where the reader asked for the original, until the tab goes elsewhere', async () => {
    const url = 'https://a.example/a.pdf';
    expect(await tabs.wantsOriginal(4, url)).toBe(false);
    expect(await tabs.showOriginal(4, url)).toBe(true);
    expect(fake.doneBy('tabs.update')).toEqual([[4, { url }]]);
    await tabs.leaveOriginal(4, url);
    expect(await tabs.wantsOriginal(4, url)).toBe(true);
    await tabs.leaveOriginal(4, 'https://b.example/');
    expect(await tabs.wantsOriginal(4, url)).toBe(false);
    expect(fake.session).toEqual({});
  });

  it('says where the browser refuses to show the original', async () => {
    fake.refuses = (method) => method === 'tabs.update';
    expect(await tabs.showOriginal(4, 'file:///a.pdf')).toBe(false);
  });
});

describe('the site that a tab is about', () => {
  it('is its own', () => {
    expect(documentAt('https://a.example/x')).toBe('https://a.example/x');
    expect(documentAt('')).toBe('');
  });

  it("is the document's in our viewer, and local files for one that was opened there", () => {
    expect(documentAt(ours(viewerPath('https://a.example/a.pdf#page=2')))).toBe('https://a.example/a.pdf#page=2');
    expect(documentAt(ours(viewerPath() + OPENED))).toBe('file:///');
  });

  it("is our page's own where it shows none, or names none that can be read", () => {
    const options = ours('src/pages/options/index.html?file=https://a.example/a.pdf');
    const script = ours(viewerPath('javascript:alert(1)'));
    for (const url of [options, script, ours(viewerPath())]) expect(documentAt(url)).toBe(url);
  });

  it('is not what a page says that only bears the address of our viewer in its own', () => {
    const page = `https://evil.example/src/pages/pdf/index.html?file=${encodeURIComponent('https://a.example/a.pdf')}`;
    expect(documentAt(page)).toBe(page);
  });
});
