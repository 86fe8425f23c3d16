/** The legend of the marks in all three places: what it says is what the marks say, whatever the reader watches. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { BROWSERS } from './harness/browsers.ts';
import { inExtension, openOwn, openPopup, press } from './harness/own-pages.ts';
import { markedTexts, until } from './harness/probe.ts';
import { onStage, type Stage } from './harness/stage.ts';

const PAGE = '<!doctype html><title>Names</title><p>Warfarin, amantadine and ibuprofen.</p>';

describe.each(BROWSERS)('the legend in %s', (name) => {
  let stage: Stage;
  let pages: readonly (readonly [string, Page])[];

  onStage(name, { '/names.html': PAGE }, async (set) => {
    stage = set;
    const { lens, page, own, site } = set;
    await lens.open(page, `${site.origin}/names.html`);
    await until(
      () => markedTexts(page),
      (texts) => texts.length > 0,
    );
    const popup = await openPopup(lens, own, site.origin);
    await popup.bringToFront();
    await press(popup, '#open-settings');
    const welcome = await openOwn(lens, 'src/pages/welcome/index.html', '.legend li');
    pages = [
      ['popup', popup],
      ['options', own],
      ['welcome', welcome],
    ];
  });

  const says = async (page: Page): Promise<string[]> => {
    await page.bringToFront();
    await page.waitForSelector('.legend li');
    // A line for forced colours is there and not seen.
    return page.$$eval('.legend li:not(.forced)', (items) => items.map(({ textContent }) => textContent!));
  };
  const watch = (watched: readonly string[]) =>
    inExtension(stage.own, `await api.storage.local.set({ settings: ${JSON.stringify({ version: 1, watched })} })`);

  it('speaks of memantine where that is watched', async () => {
    for (const [where, page] of pages) {
      expect([where, ...(await says(page))]).toEqual([
        where,
        'Avoid with memantine',
        'Caution with memantine',
        'Watch closely, or a possible concern',
        'No interaction found, or none listed',
        'Memantine itself',
      ]);
    }
  });

  it('has the looks of the marks', async () => {
    for (const [where, page] of pages) {
      const lines = await page.$$eval('.legend .sample', (all) =>
        all.map((sample) => getComputedStyle(sample).textDecorationStyle),
      );
      expect([where, ...lines]).toEqual([where, 'wavy', 'dashed', 'dashed', 'dotted', 'double']);
    }
  });

  it('speaks of the watched medicines where these are others, at once and in all places', async () => {
    await watch(['memantine', 'warfarin']);
    for (const [where, page] of pages) {
      await page.bringToFront();
      const said = await until(
        () => says(page),
        (lines) => !lines.join().includes('with memantine'),
      );
      expect([where, ...said]).toEqual([
        where,
        'Avoid with a medicine you watch',
        'Caution with a medicine you watch',
        'Watch closely, or a possible concern',
        'No interaction found, or none listed',
        'Memantine itself',
      ]);
    }
  });

  it('speaks of memantine where nothing is known of what is watched: then the marks do, too', async () => {
    await watch(['of-a-pack-that-is-gone']);
    for (const [where, page] of pages) {
      await page.bringToFront();
      const said = await until(
        () => says(page),
        (lines) => !lines.join().includes('you watch'),
      );
      expect([where, ...said.slice(0, 2)]).toEqual([where, 'Avoid with memantine', 'Caution with memantine']);
    }
  });
});
