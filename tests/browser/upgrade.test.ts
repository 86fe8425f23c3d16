/** The extension is updated from its previous version: settings, packs and open pages are kept. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '../../src/tools/serve.ts';
import { BROWSERS, type Lens, launchAgain } from './harness/browsers.ts';
import { inExtension, openOptions, stored } from './harness/own-pages.ts';
import { PACK, placePrevious, SETTINGS, STORED, upgrade } from './harness/previous.ts';
import { markedTexts, until } from './harness/probe.ts';

const PAGE = `<!doctype html><meta charset="utf-8"><title>Open</title>
  <p>Memantin, amantadine, ketamine and memantine, ketamine again, and Wardolix.</p>`;
/** First of each name on the page; amantadine is hidden. */
const MARKED = ['Memantin', 'Wardolix', 'ketamine', 'memantine'];

describe.each(BROWSERS)('an update in %s', (name) => {
  const work = mkdtempSync(join(tmpdir(), 'lens-upgrade-'));
  let lens: Lens;
  let site: Served;
  let page: Page;
  let off: Page;
  let options: Page;

  beforeAll(async () => {
    site = await serve(import.meta.dirname, { '/': PAGE });
    const previous = placePrevious(name, join(work, 'extension'));
    lens = await launchAgain(name, { extension: previous.folder });
    const own = await lens.newPage();
    await lens.open(own, lens.extensionUrl(previous.ownPage));
    await inExtension(own, `await api.storage.local.set(${JSON.stringify(STORED)})`);
    await own.close();
    [page, off] = [await lens.newPage(), await lens.newPage()];
    await lens.open(page, `${site.origin}/`);
    await lens.open(off, `http://localhost:${new URL(site.origin).port}/`);
    for (const tab of [page, off]) await tab.evaluate('globalThis.opened = "before"; 0');
    await upgrade(lens, previous);
    await marks(page, MARKED);
    options = await openOptions(lens);
  });

  afterAll(async () => {
    await lens?.close();
    await site?.close();
    rmSync(work, { recursive: true, force: true });
  });

  const marks = (tab: Page, texts: readonly string[]) =>
    until(
      async () => (await markedTexts(tab)).toSorted(),
      (found) => JSON.stringify(found) === JSON.stringify(texts),
      20_000,
    );

  it('runs the new version', async () => {
    const { version } = JSON.parse(readFileSync(`dist/${name}/manifest.json`, 'utf8'));
    expect(await inExtension(options, 'api.runtime.getManifest().version')).toBe(version);
    expect(version).not.toBe('0.1.0');
  });

  it('keeps every setting, sets nothing aside, and shows them', async () => {
    expect(await stored(options, 'settings')).toEqual(SETTINGS);
    expect(await stored(options, 'settingsSetAside')).toBeNull();
    expect(await options.evaluate('document.documentElement.dataset.theme')).toBe('dark');
    expect(await options.$eval('#card-professional', (input) => (input as HTMLInputElement).checked)).toBe(true);
    expect(await options.$eval('#sites', (list) => list.textContent)).toContain('*.hospital.example');
  });

  it('keeps packs, and what pages are told is anew', async () => {
    expect(await stored(options, 'packs')).toEqual(STORED.packs);
    expect(await stored(options, 'packsSetAside')).toBeNull();
    expect(await options.$eval('#packs', (list) => list.textContent)).toContain(PACK.name);
    const names = (await stored(options, 'dictionary')) as { lines: string };
    expect(names.lines).not.toBe(STORED.dictionary.lines);
  });

  it('marks pages that were open, without loading them anew, and not where the reader switched it off', async () => {
    expect(await page.evaluate('opened')).toBe('before');
    expect(await markedTexts(off)).toEqual([]);
    // The script is there, too: only the rule kept it from marking.
    const without = { ...SETTINGS, sites: {} };
    await inExtension(options, `await api.storage.local.set({ settings: ${JSON.stringify(without)} })`);
    await marks(off, MARKED);
    expect(await off.evaluate('opened')).toBe('before');
  });

  it('is no first run', async () => {
    const welcomes = '(await api.tabs.query({})).filter(({ url }) => url?.includes("welcome")).length';
    expect(await inExtension(options, welcomes)).toBe(0);
  });
});
