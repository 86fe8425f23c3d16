/**
 * A hostile page's process may run code where our content script runs. It must reach no setting, no pack, no other tab and
 * no other site. Chromium alone: Firefox cannot close its storage to content scripts.
 */
import type { CDPSession, Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Served } from '../../src/tools/serve.ts';
import type { Lens } from './harness/browsers.ts';
import { inExtension, stored, tick } from './harness/own-pages.ts';
import { ask, markedTexts, until } from './harness/probe.ts';
import { packDrug, packOf } from './harness/sample-pack.ts';
import { onStage } from './harness/stage.ts';

const PAGE = '<!doctype html><html lang="en"><title>Page</title><p>Take memantine with amantadine.</p></html>';

describe('a hostile content-script world in chrome', () => {
  let lens: Lens;
  let site: Served;
  let page: Page;
  let options: Page;
  let world: (code: string) => Promise<unknown>;

  onStage('chrome', { '/': PAGE, '/other': PAGE }, async (stage) => {
    ({ lens, site, page, own: options } = stage);
  });

  beforeEach(async () => {
    world = await ourWorld(await page.createCDPSession(), () => lens.open(page, `${site.origin}/`));
    await until(
      () => markedTexts(page),
      (texts) => texts.length === 2,
    );
  });

  /** Runs code in the world of our scripts in the page; what throws gives its message. */
  async function ourWorld(
    session: CDPSession,
    load: () => Promise<unknown>,
  ): Promise<(code: string) => Promise<unknown>> {
    const origin = `chrome-extension://${new URL(lens.extensionUrl('')).host}`;
    let context: number | undefined;
    session.on('Runtime.executionContextCreated', (event) => {
      if (event.context.origin === origin) context = event.context.id;
    });
    await session.send('Runtime.enable');
    await load();
    await until(
      () => Promise.resolve(context),
      (id) => id !== undefined,
    );
    return async (code) => {
      const expression = `(async () => { try { return JSON.stringify(${code}) ?? 'undefined' } catch (e) { return 'threw ' + e } })()`;
      const { result } = await session.send('Runtime.evaluate', {
        expression,
        contextId: context!,
        awaitPromise: true,
      });
      return result.value;
    };
  }

  it('reads and writes no setting and no pack', async () => {
    await tick(options, '#marks-inPrint', true);
    const before = await until(
      () => stored(options, 'settings'),
      (settings) => JSON.stringify(settings ?? '').includes('inPrint'),
    );
    for (const code of [
      'await chrome.storage.local.get(null)',
      'await chrome.storage.local.set({ settings: { version: 1, enabled: false } })',
      'await chrome.storage.local.set({ packs: [] })',
      'await chrome.storage.local.clear()',
    ]) {
      expect(await world(code)).toMatch(/^threw .*not allowed/);
    }
    const asked = await world(
      `await chrome.runtime.sendMessage({ lens: 'change-packs', data: { add: [], remove: ['Ward'] } })`,
    );
    expect(asked).not.toContain('done');
    expect(await stored(options, 'settings')).toEqual(before);
  });

  it('learns nothing of other tabs', async () => {
    const other = await lens.newPage();
    await lens.open(other, `${site.origin}/other`);
    await until(
      () => stored(options, 'pageSettings'),
      (copy) => copy !== null,
    );
    const seen = await until(
      () => world('await chrome.storage.session.get(null)'),
      (all) => String(all).includes('frame:'),
    );
    expect(seen).toContain('pageSettings');
    expect(seen).not.toContain('amantadine');
    await other.close();
    await page.bringToFront();
  });

  it('opens no card, in no tab, and is told by nobody what others found', async () => {
    const [other, viewer] = [await lens.newPage(), await lens.newPage()];
    await lens.open(viewer, lens.extensionUrl('src/pages/pdf/index.html'));
    await lens.open(other, `${site.origin}/other`);
    await until(
      () => markedTexts(other),
      (texts) => texts.length === 2,
    );
    for (const [name, data] of [
      ['go-to-mention', { index: 0 }],
      ['step-mention', { by: 1 }],
      ['open-card', null],
      ['list-mentions', null],
      ['export-mentions', null],
      ['report-again', null],
    ]) {
      const message = JSON.stringify({ lens: name, data });
      const answers = await world(
        `await Promise.race([chrome.runtime.sendMessage(${message}), new Promise((done) => setTimeout(done, 500))])`,
      );
      expect(answers).toMatch(/^(undefined|null|threw .*)$/);
      expect(await world(`typeof chrome.tabs?.sendMessage`)).toBe('"undefined"');
    }
    for (const tab of [other, page]) {
      await tab.bringToFront();
      expect(await ask(tab, 'card')).toBeNull();
    }
    await viewer.close();
    await other.close();
    await page.bringToFront();
  });

  it('gives other sites no names, not with the proof of others either', async () => {
    const ward = packOf('Ward', [packDrug('zephyrazole', ['zephyrazole'])]);
    const pack = { pack: ward, addedOn: '2026-01-01', managed: false };
    await inExtension(options, `await api.storage.local.set({ packs: [${JSON.stringify(pack)}] })`);
    const names = await until(
      () => stored(options, 'dictionary'),
      (found) => JSON.stringify(found ?? '').includes('zephyrazole'),
    );
    await world(`await (async () => {
      const { dictionary, prefilter } = await chrome.storage.session.get(['dictionary', 'prefilter']);
      await chrome.storage.session.set({
        dictionary: { ...dictionary, lines: '\\tmemantine\\nthe\\ntake' },
        prefilter: { ...prefilter, plain: '(?:[a-z ]+)+$' },
      });
    })()`);
    await until(
      () => stored(options, 'dictionary'),
      (found) => JSON.stringify(found) === JSON.stringify(names),
    );
    const other = await lens.newPage();
    await lens.open(other, `${site.origin}/other`);
    await until(
      () => markedTexts(other),
      (texts) => texts.join() === 'memantine,amantadine',
    );
    expect(await stored(options, 'prefilter')).not.toMatchObject({ plain: '(?:[a-z ]+)+$' });
    await inExtension(options, `await api.storage.local.set({ packs: [] })`);
    await other.close();
    await page.bringToFront();
  });

  it('writes no style into other sites, and what it wrote for them is mended', async () => {
    const evil = 'red}html{visibility:hidden!important';
    await world(`await (async () => {
      const { pageSettings } = await chrome.storage.session.get('pageSettings');
      await chrome.storage.session.set({
        pageSettings: { ...pageSettings, enabled: 'perhaps', marks: { ...pageSettings.marks, color: ${JSON.stringify(evil)} } },
        dictionary: { lines: 3 },
        prefilter: 'x',
      });
    })()`);
    await until(
      () => stored(options, 'pageSettings'),
      (copy) => (copy as { marks: { color: string } }).marks.color === 'auto',
    );
    await until(
      () => stored(options, 'dictionary'),
      (names) => names === null,
    );
    const other = await lens.newPage();
    await lens.open(other, `${site.origin}/other`);
    await until(
      () => markedTexts(other),
      (texts) => texts.length === 2,
    );
    expect(await other.$eval('html', (element) => getComputedStyle(element).visibility)).toBe('visible');
    expect((await ask(other, 'highlights')).length).toBeGreaterThan(0);
    await other.close();
    await page.bringToFront();
  });
});
