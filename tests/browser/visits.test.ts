/** Ways in which browsers come to a page: rendered ahead, restored, or changed in place. */
import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Served } from '../../src/tools/serve.ts';
import { BROWSERS, type Lens } from './harness/browsers.ts';
import { inExtension } from './harness/own-pages.ts';
import { cardOf, noCard, pressEscape, restOn } from './harness/pointing.ts';
import { markedTexts, until } from './harness/probe.ts';
import { onStage } from './harness/stage.ts';

const HEAD = '<!doctype html><meta charset="utf-8">';
const NAMES = `${HEAD}<title>Names</title><p>memantine</p><p>amantadine</p>
  <script>addEventListener('pageshow', ({ persisted }) => { globalThis.restored = persisted; });</script>`;
/** Announces itself to the page that had it rendered, and writes into its title what it saw. */
const AHEAD = `${HEAD}<title>Loaded by itself</title><p>memantine</p><script>
  if (document.prerendering) {
    document.title = 'Ahead';
    addEventListener('load', () => { localStorage.ahead = 'ready'; });
    document.addEventListener('prerenderingchange', () => {
      document.title = 'Shown with ' + CSS.highlights.size;
      const timer = setInterval(() => {
        if (CSS.highlights.size === 0) return;
        clearInterval(timer);
        document.title += ', then ' + CSS.highlights.size;
      }, 20);
    });
  }</script>`;
const LEADS_AHEAD = `${HEAD}<title>Start</title><a href="/ahead">ahead</a>
  <script>setInterval(() => { if (localStorage.ahead) document.title = 'Ready'; }, 50);</script>
  <script type="speculationrules">{ "prerender": [{ "urls": ["/ahead"], "eagerness": "immediate" }] }</script>`;

describe.each(BROWSERS)('visits in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let own: Page;
  let page: Page;

  const pages = {
    '/names': NAMES,
    '/other': `${HEAD}<title>Other</title><p>Nothing here.</p>`,
    '/ahead': AHEAD,
    '/start': LEADS_AHEAD,
  };
  onStage(name, pages, (stage) => {
    ({ lens, site, own } = stage);
  });

  // Drivers lose count of a page that was restored.
  beforeEach(async () => {
    page = await lens.newPage();
  });

  const marks = (expected: readonly string[]): Promise<string[]> =>
    until(
      // Asked while the page changes there is no answer.
      async () => (await markedTexts(page).catch(() => [])).sort(),
      (texts) => JSON.stringify(texts) === JSON.stringify(expected),
    );

  it('restored from the back/forward cache: marked, and its cards open', async () => {
    await lens.open(page, `${site.origin}/names`);
    await marks(['amantadine', 'memantine']);
    await restOn(page, 'memantine');
    await cardOf(page, 'memantine');
    // A pointer that rests there when the page comes back opens a card, which may lie over the other name.
    await page.mouse.move(1, 1);
    await lens.open(page, `${site.origin}/other`);
    // Firefox never tells that a restored page is there.
    await page.evaluate('history.back()').catch(() => undefined);
    await until(
      () => page.evaluate('globalThis.restored').catch(() => undefined),
      (restored) => restored === true,
    );
    await marks(['amantadine', 'memantine']);
    await noCard(page);
    await restOn(page, 'amantadine');
    await cardOf(page, 'amantadine');
    await pressEscape(page);
  });

  it('settings that changed while the page was away hold when it is back', async () => {
    await lens.open(page, `${site.origin}/names`);
    await marks(['amantadine', 'memantine']);
    await lens.open(page, `${site.origin}/other`);
    await setEnabled(false);
    await page.evaluate('history.back()').catch(() => undefined);
    await until(
      () => page.evaluate('globalThis.restored').catch(() => undefined),
      (restored) => restored === true,
    );
    await marks([]);
    await setEnabled(true);
    await marks(['amantadine', 'memantine']);
  });

  const setEnabled = (enabled: boolean): Promise<unknown> =>
    inExtension(own, `await api.storage.local.set({ settings: { version: 1, enabled: ${enabled} } })`);

  it('a page that changes its address and its text itself', async () => {
    await lens.open(page, `${site.origin}/names`);
    await marks(['amantadine', 'memantine']);
    await restOn(page, 'memantine');
    await cardOf(page, 'memantine');
    await page.evaluate(`history.pushState(null, '', '/elsewhere');
      document.body.innerHTML = '<p>A new view on ketamine.</p>';`);
    await marks(['ketamine']);
    await noCard(page);
    await restOn(page, 'ketamine');
    await cardOf(page, 'ketamine');
    await pressEscape(page);
  });

  // Firefox does not render ahead.
  if (name === 'chrome')
    it('rendered ahead: left alone until it is shown', async () => {
      await lens.open(page, `${site.origin}/start`);
      await until(
        () => page.title(),
        (title) => title === 'Ready',
      );
      // Time to do what must not be done.
      await new Promise((done) => setTimeout(done, 500));
      await page.click('a');
      // The driver loses a page that was rendered ahead; the browser does not.
      const title = await until(
        () =>
          inExtension<string>(
            own,
            `(await api.tabs.query({})).find(({ url }) => url?.endsWith('/ahead'))?.title ?? ''`,
          ),
        (text) => /then|itself/.test(text),
      );
      expect(title).toBe('Shown with 0, then 1');
    });
});
