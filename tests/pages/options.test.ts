/** Every control of the options page: set it, see its effect in an open page at once, restart, see it kept. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '../../src/cli/serve.ts';
import type { PartialSettings } from '../../src/settings/validate.ts';
import { BROWSERS, type Lens, launch } from './harness/browsers.ts';
import { choose, fill, inExtension, openOptions, press, slide, stored, tick } from './harness/own-pages.ts';
import { ask, type ElementView, markedTexts, until } from './harness/probe.ts';
import { SAMPLE, USUAL } from './harness/sample.ts';

/** Firefox forgets the storage of an add-on that was loaded for a session, unless told to keep it. */
const KEEP = {
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
};

describe.each(BROWSERS)('the options page in %s', (name) => {
  const profile = mkdtempSync(join(tmpdir(), 'lens-options-'));
  let lens: Lens;
  let site: Served;
  let page: Page;
  let options: Page;

  async function start(before = false): Promise<void> {
    lens = await launch(name, { profile, prefs: KEEP }, before);
    page = await lens.newPage();
    await lens.open(page, `${site.origin}/`);
    options = await openOptions(lens);
    // What is drawn and what not decides what is read first.
    await page.bringToFront();
  }

  beforeAll(async () => {
    site = await serve(import.meta.dirname, { '/': SAMPLE });
    await start();
  });

  afterAll(async () => {
    await lens?.close();
    await site?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });

  /** Waits until the page shows exactly these marks, whatever their order of painting. */
  const marks = (texts: readonly string[]) =>
    until(
      () => markedTexts(page),
      (found) => JSON.stringify(found.toSorted()) === JSON.stringify([...texts].toSorted()),
    );
  const without = (...gone: string[]) => USUAL.filter((text) => !gone.includes(text.toLowerCase()));
  const markNames = async () =>
    (await ask(page, 'highlights')).filter(({ ranges }) => ranges.length > 0).map((h) => h.name);

  /** Opens the card of the first mention and reads its element once its density is this. */
  async function card(density: string): Promise<ElementView> {
    await page.bringToFront();
    const id = await inExtension<number>(
      options,
      `(await api.tabs.query({})).find((tab) => tab.url?.startsWith(${JSON.stringify(site.origin)})).id`,
    );
    const found = await until(
      async () => {
        // Asked again each time: settings reach the page when they reach it. A card that is open stays as it is.
        await page.keyboard.press('Escape');
        await inExtension(
          options,
          `await api.tabs.sendMessage(${id}, { lens: 'go-to-mention', data: { index: 0 } }, { frameId: 0 })`,
        );
        return ask(page, 'query', { selector: '.lens-card' });
      },
      (cards) => cards.length === 1 && cards[0]!.attributes['data-density'] === density,
    );
    return found[0]!;
  }

  /** A change, its effect, and back to the default with the effect gone. */
  async function there(set: () => Promise<unknown>, effect: () => Promise<unknown>, back: () => Promise<unknown>) {
    await set();
    await effect();
    await back();
    await marks(USUAL);
  }

  it('starts from the defaults', () => marks(USUAL));

  it('switches all marking off and on', () =>
    there(
      () => tick(options, '#enabled', false),
      () => marks([]),
      () => tick(options, '#enabled', true),
    ));

  it('marks only on chosen sites, and on the one that is added', async () => {
    await tick(options, '#siteMode-chosen');
    await marks([]);
    await fill(options, '#site-pattern', '127.0.0.1');
    await choose(options, '#site-to', 'on');
    await press(options, '#sites form button');
    await marks(USUAL);
    await press(options, '#site-list li button');
    await marks([]);
    await tick(options, '#siteMode-everywhere');
    await marks(USUAL);
  });

  it('says what is wrong with a rule for a site', async () => {
    await fill(options, '#site-pattern', 'two words');
    await press(options, '#sites form button');
    const text = await until(
      () => options.$eval('#site-wrong', (p) => p.textContent),
      (said) => said !== '',
    );
    expect(text).toContain('two words');
    await fill(options, '#site-pattern', '');
  });

  it('changes and searches rules for sites', async () => {
    await inExtension(
      options,
      `await api.storage.local.set({ settings: { version: 1, sites: Object.fromEntries([...'abcdefghij'].map((c) => [c + '.example', 'off'])) } })`,
    );
    await options.waitForSelector('[data-pattern="j.example"]');
    await fill(options, '#site-filter', 'c.ex');
    expect(
      await options.$$eval('#site-list li', (items) => items.map((item) => (item as HTMLElement).dataset.pattern)),
    ).toEqual(['c.example']);
    await choose(options, '#site-list select', 'on');
    await until(
      () => stored(options, 'settings'),
      (settings) => (settings as { sites: Record<string, string> }).sites['c.example'] === 'on',
    );
    await inExtension(options, `await api.storage.local.set({ settings: { version: 1 } })`);
    await fill(options, '#site-filter', '');
  });

  it('leaves out a group', () =>
    there(
      () => tick(options, '#marks-groups-nmda-antagonists', false),
      () => marks(without('amantadine')),
      () => tick(options, '#marks-groups-nmda-antagonists', true),
    ));

  it('marks the first of each medicine on a page', () =>
    there(
      () => tick(options, '#marks-quiet-first-per-page'),
      () => marks(['memantine', 'amantadine', 'sodium bicarbonate', 'donepezil']),
      () => tick(options, '#marks-quiet-every'),
    ));

  it('marks the first of each medicine in a section', () =>
    there(
      () => tick(options, '#marks-quiet-first-per-section'),
      () => marks(['memantine', 'amantadine', 'memantine', 'sodium bicarbonate', 'donepezil']),
      () => tick(options, '#marks-quiet-every'),
    ));

  it('marks from a weight up', () =>
    there(
      () => choose(options, '#marks-floor', 'avoid'),
      () => marks(without('sodium bicarbonate', 'donepezil')),
      () => choose(options, '#marks-floor', 'everything'),
    ));

  it('hides a medicine that the reader knows, and marks it again', () =>
    there(
      async () => {
        await fill(options, '#hidden-drug', 'Amantadine');
        await press(options, '#what form button');
      },
      () => marks(without('amantadine')),
      () => press(options, '[data-drug="amantadine"] button'),
    ));

  it('changes the style, the colour and print of marks', async () => {
    const before = await markNames();
    expect(before).toHaveLength(1);
    const seen = new Set(before);
    const changed = async () => {
      const now = await until(markNames, (names) => names.length === 1 && !seen.has(names[0]!));
      seen.add(now[0]!);
      await marks(USUAL);
    };
    await tick(options, '#marks-style-dotted');
    await changed();
    await tick(options, '#marks-style-background');
    await changed();
    await slide(options, '#marks-color', '#aa0000');
    await changed();
    expect(await options.$eval('#contrast', (p) => (p as HTMLElement).dataset.enough)).toBe('false');
    await tick(options, '#marks-inPrint', true);
    await changed();
    await press(options, '#look .buttons button');
    await tick(options, '#marks-inPrint', false);
    await tick(options, '#marks-style-underline');
    await until(markNames, (names) => names[0] === before[0]);
    expect(await options.$eval('#contrast', (p) => (p as HTMLElement).dataset.enough)).toBe('true');
  });

  it('recognises names of chosen languages only', () =>
    there(
      async () => {
        await tick(options, '#languages-all', false);
        await tick(options, '#languages-de', false);
      },
      () => marks(without('memantin')),
      () => tick(options, '#languages-all', true),
    ));

  it('is stricter or looser with ambiguous names', () =>
    there(
      async () => {
        await tick(options, '#recognition-strictness-strict');
        await marks(without('memox'));
        await tick(options, '#recognition-strictness-loose');
      },
      () => marks([...USUAL, 'Memox']),
      () => tick(options, '#recognition-strictness-normal'),
    ));

  it('changes theme, density, text size and detail of the card, and the theme of its own page', async () => {
    const usual = await card('comfortable');
    expect(usual.attributes['data-professional']).toBeUndefined();
    await choose(options, '#card-theme', 'dark');
    await choose(options, '#card-density', 'compact');
    await slide(options, '#card-textSize', '150');
    await tick(options, '#card-professional', true);
    expect(await options.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    await until(
      () => stored(options, 'projection'),
      (projection) => (projection as { card: { professional: boolean } }).card.professional,
    );
    const changed = await card('compact');
    expect(changed.attributes['data-professional']).toBe('');
    expect(changed.attributes.style).not.toBe(usual.attributes.style);
  });

  it('opens cards as the reader wants: on a click alone, with a key alone, after a rest', async () => {
    await page.bringToFront();
    await page.keyboard.press('Escape');
    const at = async () => {
      const ranges = (await ask(page, 'highlights')).flatMap((highlight) => highlight.ranges);
      const { box } = ranges.find(({ text }) => text === 'donepezil')!;
      return [box.x + box.width / 2, box.y + box.height / 2] as const;
    };
    const open = () =>
      until(
        () => ask(page, 'card'),
        (view) => view !== null,
      );
    /** Leaves the mark, closes the card, and waits until the page has this way of opening. */
    const startWith = async (opening: object) => {
      await page.mouse.move(5, 5);
      await page.keyboard.press('Escape');
      await until(
        () => ask(page, 'card'),
        (view) => view === null,
      );
      await until(
        () => stored(options, 'projection'),
        (projection) =>
          Object.entries(opening).every(
            ([key, value]) => (projection as { opening: Record<string, unknown> }).opening[key] === value,
          ),
      );
      await pause(300);
    };
    const pause = (time: number) => new Promise((done) => setTimeout(done, time));

    await tick(options, '#opening-on-click');
    await startWith({ on: 'click' });
    await page.mouse.move(...(await at()));
    await pause(700);
    expect(await ask(page, 'card')).toBeNull();
    await page.mouse.click(...(await at()));
    await open();

    await tick(options, '#opening-on-modifier');
    await choose(options, '#opening-modifier', 'shift');
    await startWith({ on: 'modifier', modifier: 'shift' });
    await page.mouse.move(...(await at()));
    await pause(700);
    expect(await ask(page, 'card')).toBeNull();
    await page.mouse.move(5, 5);
    await page.keyboard.down('Shift');
    await page.mouse.move(...(await at()));
    await open();
    await page.keyboard.up('Shift');

    await tick(options, '#opening-on-hover');
    await slide(options, '#opening-openDelay', '1500');
    await startWith({ on: 'hover', openDelay: 1500 });
    await page.mouse.move(...(await at()));
    await pause(700);
    expect(await ask(page, 'card')).toBeNull();
    await open();
    await slide(options, '#opening-closeDelay', '3000');
    await startWith({ closeDelay: 3000 });
    await page.mouse.move(...(await at()));
    await open();
    await page.mouse.move(5, 5);
    await pause(1_000);
    expect(await ask(page, 'card')).not.toBeNull();
    await startWith({});
  });

  it('keeps everything over a restart', async () => {
    await tick(options, '#marks-style-dotted');
    await tick(options, '#marks-quiet-first-per-page');
    await slide(options, '#opening-openDelay', '700');
    await slide(options, '#opening-closeDelay', '900');
    await tick(options, '#opening-on-modifier');
    await choose(options, '#opening-modifier', 'shift');
    const before = await until(
      () => stored(options, 'settings') as Promise<PartialSettings>,
      ({ marks, opening }) =>
        marks?.style === 'dotted' &&
        marks.quiet === 'first-per-page' &&
        opening?.openDelay === 700 &&
        opening.closeDelay === 900 &&
        opening.on === 'modifier' &&
        opening.modifier === 'shift',
    );
    expect(before.card).toEqual({ theme: 'dark', density: 'compact', textSize: 150, professional: true });
    await lens.close();
    await start();
    expect(await stored(options, 'settings')).toEqual(before);
    await marks(['memantine', 'amantadine', 'sodium bicarbonate', 'donepezil']);
    expect(await options.$eval('#opening-openDelay', (input) => (input as HTMLInputElement).value)).toBe('700');
    await card('compact');
  });

  it('resets all settings after asking', async () => {
    options.once('dialog', (dialog) => void dialog.accept());
    await press(options, '#reset');
    await marks(USUAL);
    expect(await stored(options, 'settings')).toEqual({ version: 1 });
  });

  it('shows versions, figures and shortcuts', async () => {
    const figures = await options.$eval('#figures', (list) => list.textContent);
    expect(figures).toMatch(/\d{3}/);
    expect(await options.$$eval('#shortcuts dt', (terms) => terms.length)).toBeGreaterThanOrEqual(5);
    expect(await options.$$eval('#about .sources li', (items) => items.length)).toBeGreaterThan(50);
  });
});
