/** What readers do in the browser's own places: site access, keyboard shortcuts, the context menu of selected text. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '../../src/tools/serve.ts';
import {
  agreeToAccess,
  lookUpSelection,
  openedPopupText,
  useShortcut,
  withholdAccess,
} from './harness/browser-side.ts';
import { BROWSERS, type Lens, launch } from './harness/browsers.ts';
import { inExtension, openOptions } from './harness/own-pages.ts';
import { ask, markedTexts, until } from './harness/probe.ts';
import { SAMPLE, USUAL } from './harness/sample.ts';

/** Keeps what the popup asks the browser for: Chromium's prompt cannot be seen by a driver, Firefox's answers for itself. */
async function recordRequests(popup: Page): Promise<void> {
  await popup.evaluateOnNewDocument(() => {
    const { permissions } = chrome;
    const request = permissions.request.bind(permissions);
    Object.assign(permissions, {
      request: (wanted: chrome.permissions.Permissions) => {
        Object.assign(globalThis, { asked: { wanted, byHand: navigator.userActivation.isActive } });
        return request(wanted);
      },
    });
  });
}

describe.each(BROWSERS)('from the browser’s side in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let page: Page;
  let options: Page;
  let tabId: number;

  beforeAll(async () => {
    site = await serve(import.meta.dirname, { '/': SAMPLE, '/empty': '<title>Empty</title><p>Nothing here.' });
    lens = await launch(name, { alone: true });
    options = await openOptions(lens);
    page = await lens.newPage();
    await lens.open(page, `${site.origin}/`);
    tabId = await inExtension<number>(
      options,
      `(await api.tabs.query({})).find(({ url }) => url?.startsWith(${JSON.stringify(site.origin)})).id`,
    );
    await page.bringToFront();
    await marks(USUAL.length);
  });

  afterAll(async () => {
    await lens?.close();
    await site?.close();
  });

  const marks = (count: number) =>
    until(
      () => markedTexts(page),
      (texts) => texts.length === count,
    );
  const title = (wanted: RegExp) =>
    until(
      async () => (await ask(page, 'query', { selector: '.lens-card h2' }))[0]?.text ?? '',
      (text) => wanted.test(text),
    );
  const popupSays = (wanted: string) =>
    until(
      () => openedPopupText(options),
      (text) => text.includes(wanted),
    );
  /** Closes the popup, a tab or the toolbar's, so that the next one is a new one. */
  const closePopup = async () => {
    await inExtension(
      options,
      `api.extension.getViews().find(({ location }) => location.pathname.startsWith('/src/pages/popup/')).close()`,
    );
    await until(
      () => openedPopupText(options),
      (text) => text === '',
    );
    await page.bringToFront();
  };
  const select = (text: string) =>
    page.evaluate((wanted) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent!.indexOf(wanted);
        if (at < 0) continue;
        getSelection()!.setBaseAndExtent(node, at, node, at + wanted.length);
        return;
      }
    }, text);

  it('walks from mention to mention with the shortcuts', async () => {
    await useShortcut(lens, 'next-mention', 'J', tabId);
    await title(/^memantine\b/i);
    await useShortcut(lens, 'next-mention', 'J', tabId);
    await title(/^amantadine\b/i);
    await useShortcut(lens, 'previous-mention', 'K', tabId);
    await title(/^memantine\b/i);
    await page.keyboard.press('Escape');
  });

  it('opens the search with its shortcut', async () => {
    await useShortcut(lens, 'search', 'F', tabId);
    await popupSays('Memantine Lens');
    await until(
      () =>
        inExtension<string>(
          options,
          `api.extension.getViews().find(({ location }) => location.pathname.startsWith('/src/pages/popup/'))?.document.activeElement?.id ?? ''`,
        ),
      (id) => id === 'search-text',
    );
    await closePopup();
  });

  it('opens the card at hand, and switches the site, by keys that the reader chose', async () => {
    if (name === 'firefox') {
      await inExtension(options, `await api.commands.update({ name: 'open-card', shortcut: 'Alt+Shift+Y' })`);
      await inExtension(options, `await api.commands.update({ name: 'toggle-site', shortcut: 'Alt+Shift+U' })`);
    }
    await useShortcut(lens, 'open-card', 'Y', tabId);
    await until(
      () => ask(page, 'card'),
      (view) => view !== null,
    );
    await page.keyboard.press('Escape');
    await useShortcut(lens, 'toggle-site', 'U', tabId);
    await marks(0);
    await useShortcut(lens, 'toggle-site', 'U', tabId);
    await marks(USUAL.length);
  });

  it('looks the selected text up from the context menu: a name gives its card', async () => {
    await select('amantadine');
    await lookUpSelection(lens, page, tabId);
    const text = await popupSays('amantadine is shown below');
    expect(text).toContain('A medicine for Parkinson');
    await closePopup();
  });

  it('looks the selected text up from the context menu: what is not in the list is said not to be', async () => {
    await select('Germans');
    await lookUpSelection(lens, page, tabId);
    await popupSays('is not in our list');
    await closePopup();
  });

  it('says that the browser withholds access, and marks the page once the reader gave it', async () => {
    await withholdAccess(lens, options);
    await page.reload();
    const popup = await lens.newPage();
    if (name === 'chrome') await recordRequests(popup);
    await lens.open(popup, lens.extensionUrl(`src/pages/popup/index.html?tab=${tabId}`));
    const notice = await popup.waitForSelector('#notices [data-kind=warning]');
    expect(await notice!.evaluate((element) => element.textContent)).toContain('withholds access to this site');
    expect(await popup.$$('[data-drug]')).toHaveLength(0);
    await page.bringToFront();
    expect(await markedTexts(page)).toEqual([]);

    await popup.bringToFront();
    await popup.click('#notices .button');
    if (name === 'chrome') {
      const asked = await popup.evaluate(() => (globalThis as unknown as { asked: unknown }).asked);
      expect(asked).toEqual({ wanted: { origins: ['<all_urls>'] }, byHand: true });
    }
    await until(
      () => agreeToAccess(lens),
      (done) => done,
    );
    // Not loaded anew: the page is marked as it stands.
    await page.bringToFront();
    await marks(USUAL.length);
    await popup.bringToFront();
    await until(
      () => popup.$$('[data-drug]'),
      (drugs) => drugs.length === 4,
    );
    expect(await popup.$$('#notices [data-kind=warning]')).toHaveLength(0);
    await popup.close();
  });

  // A driver cannot click Chromium's toolbar; there the browser gives access for now on such a click in the same way.
  if (name === 'firefox') {
    it('opened from the toolbar where access is withheld, says that it is for now', async () => {
      await withholdAccess(lens, options);
      await page.reload();
      await page.bringToFront();
      expect(await markedTexts(page)).toEqual([]);
      await useShortcut(lens, '_execute_action', 'M', tabId);
      await marks(USUAL.length);
      const text = await popupSays('for now only');
      expect(text).toContain('Allow on 127.0.0.1');
      await popupSays('With memantine: ');
      await closePopup();
    });
  }
});
