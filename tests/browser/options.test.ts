/** Every control of the options page: set it, see its effect in an open page at once, restart, see it kept. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SETTING_PATHS } from '../../src/settings/allowed.ts';
import { valueAt } from '../../src/settings/layers.ts';
import type { PartialSettings } from '../../src/settings/validate.ts';
import { ACTION_FLOORS, GROUPS, type Group } from '../../src/shared/policy/marks.ts';
import { type Served, serve } from '../../src/tools/serve.ts';
import { inFirefoxWindow } from './harness/browser-side.ts';
import { BROWSERS, type Lens, launch, launchAgain } from './harness/browsers.ts';
import {
  choose,
  fill,
  giveFile,
  inExtension,
  openOptions,
  press,
  savedText,
  slide,
  stored,
  tick,
} from './harness/own-pages.ts';
import { ask, type ElementView, markedTexts, TALL, until } from './harness/probe.ts';
import { FIRST_IN_SECTIONS, SAMPLE, USUAL } from './harness/sample.ts';

/** Firefox forgets the storage of an add-on that was loaded for a session, unless told to keep it. */
const KEEP = {
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
};

/** A medicine of each group and weight, with its group and the highest of `ACTION_FLOORS` at which it is marked. */
const EACH: Readonly<Record<string, readonly [Group, number]>> = {
  memantine: ['memantine', 4],
  amantadine: ['nmda-antagonists', 4],
  'sodium bicarbonate': ['urine-alkalinisers', 3],
  brinzolamide: ['urine-alkalinisers', 1],
  cimetidine: ['renal-transport', 2],
  warfarin: ['others', 2],
  donepezil: ['no-interaction', 0],
};

describe.each(BROWSERS)('the options page in %s', (name) => {
  const profile = mkdtempSync(join(tmpdir(), 'lens-options-'));
  let lens: Lens;
  let site: Served;
  let page: Page;
  let options: Page;

  async function start(before = false): Promise<void> {
    lens = await (before ? launchAgain : launch)(name, { profile, prefs: KEEP });
    page = await lens.newPage();
    await lens.open(page, `${site.origin}/`);
    options = await openOptions(lens);
    // What is drawn and what not decides what is read first.
    await page.bringToFront();
  }

  beforeAll(async () => {
    site = await serve(import.meta.dirname, {
      '/': SAMPLE,
      '/groups': `<!doctype html><title>Each</title><p>${Object.keys(EACH).join(', ')}.</p>`,
    });
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
  const markNames = async () => {
    await page.bringToFront();
    return (await ask(page, 'highlights')).filter(({ ranges }) => ranges.length > 0).map((h) => h.name);
  };

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

  it('starts from what the settings of the profile say', () => marks(USUAL));

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

  describe('on a page with a medicine of each group and weight', () => {
    let groups: Page;

    beforeAll(async () => {
      groups = await lens.newPage();
      await groups.setViewport(TALL);
      await lens.open(groups, `${site.origin}/groups`);
    });
    afterAll(async () => {
      await groups.close();
      await page.bringToFront();
    });

    const names = Object.keys(EACH);
    const marked = (wanted: readonly string[]) =>
      until(
        () => markedTexts(groups),
        (found) => JSON.stringify(found.toSorted()) === JSON.stringify([...wanted].toSorted()),
      );

    it.each(GROUPS)('leaves out the group %s', async (group) => {
      await marked(names);
      await tick(options, `#marks-groups-${group}`, false);
      await marked(names.filter((drug) => EACH[drug]![0] !== group));
      await tick(options, `#marks-groups-${group}`, true);
      await marked(names);
    });

    it.each(ACTION_FLOORS)('marks from the weight %s up', async (floor) => {
      const from = ACTION_FLOORS.indexOf(floor);
      await choose(options, '#marks-floor', floor);
      await marked(names.filter((drug) => EACH[drug]![1] >= from));
      await choose(options, '#marks-floor', 'everything');
    });
  });

  it('marks the first of each medicine on a page', () =>
    there(
      () => tick(options, '#marks-quiet-first-per-page'),
      () => marks(['memantine', 'amantadine', 'sodium bicarbonate', 'donepezil', 'Memantin', 'Memox']),
      () => tick(options, '#marks-quiet-every'),
    ));

  it('marks the first of each medicine in a section', () =>
    there(
      () => tick(options, '#marks-quiet-first-per-section'),
      () => marks(FIRST_IN_SECTIONS),
      () => tick(options, '#marks-quiet-every'),
    ));

  it('hides a medicine that the reader knows, and marks it again', () =>
    there(
      async () => {
        await fill(options, '#marks-hiddenDrugs-name', 'Amantadine');
        await press(options, '#what form button');
      },
      () => marks(without('amantadine')),
      () => press(options, '[data-drug="amantadine"] button'),
    ));

  it('changes the style, the colour and print of marks', async () => {
    const before = await markNames();
    // One a verdict.
    expect(before).toHaveLength(4);
    const seen = new Set(before);
    const changed = async () => {
      const now = await until(markNames, (names) => names.length === 4 && names.every((one) => !seen.has(one)));
      for (const one of now) seen.add(one);
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
    await changed();
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
      () => marks(USUAL),
      () => tick(options, '#recognition-strictness-normal'),
    ));

  it('changes theme, density, text size and detail of the card, and the theme of its own page', async () => {
    const usual = await card('comfortable');
    expect(usual.attributes['data-professional']).toBeUndefined();
    await choose(options, '#card-theme', 'dark');
    await choose(options, '#card-density', 'compact');
    await slide(options, '#card-textSize', '150');
    await tick(options, '#card-professional', true);
    await until(
      () => options.evaluate(() => document.documentElement.dataset.theme),
      (theme) => theme === 'dark',
    );
    await until(
      () => stored(options, 'pageSettings'),
      (settings) => (settings as { card: { professional: boolean } }).card.professional,
    );
    const changed = await card('compact');
    expect(changed.attributes['data-professional']).toBe('');
    expect(changed.attributes.style).not.toBe(usual.attributes.style);
  });

  it('changes an open card at once, without closing what is unfolded', async () => {
    const look = async () => {
      const [element] = await ask(page, 'query', { selector: '.lens-card' });
      const [place] = await ask(page, 'query', { selector: '.place' });
      const { 'data-density': density, 'data-professional': professional, style } = element?.attributes ?? {};
      return { density, professional, style, dark: place?.attributes['data-dark'] };
    };
    await card('compact');
    const before = await look();
    expect(before).toMatchObject({ density: 'compact', professional: '', dark: '' });
    await choose(options, '#card-theme', 'light');
    await choose(options, '#card-density', 'comfortable');
    await slide(options, '#card-textSize', '100');
    await tick(options, '#card-professional', false);
    await until(
      look,
      ({ density, professional, dark, style }) =>
        density === 'comfortable' && professional === undefined && dark === undefined && style !== before.style,
    );
    await choose(options, '#card-theme', 'dark');
    await choose(options, '#card-density', 'compact');
    await slide(options, '#card-textSize', '150');
    await tick(options, '#card-professional', true);
    await until(look, (now) => JSON.stringify(now) === JSON.stringify(before));
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
        () => stored(options, 'pageSettings'),
        (settings) =>
          Object.entries(opening).every(
            ([key, value]) => (settings as { opening: Record<string, unknown> }).opening[key] === value,
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
    for (const [modifier, key] of [
      ['alt', 'Alt'],
      ['ctrl', 'Control'],
      ['shift', 'Shift'],
    ] as const) {
      await choose(options, '#opening-modifier', modifier);
      await startWith({ on: 'modifier', modifier });
      await page.mouse.move(...(await at()));
      await pause(700);
      expect(await ask(page, 'card')).toBeNull();
      await page.mouse.move(5, 5);
      await page.keyboard.down(key);
      await page.mouse.move(...(await at()));
      await open();
      await page.keyboard.up(key);
    }

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

  /** The value of every setting's control, by its id or, in lists, its label. */
  const controls = () =>
    options.$$eval('#sections :is(input, select):not(form *), #master input', (all) =>
      Object.fromEntries(
        all.map((control) => {
          const { id, ariaLabel, type, checked, value } = control as HTMLInputElement;
          return [id || ariaLabel, type === 'checkbox' || type === 'radio' ? checked : value];
        }),
      ),
    );

  it('keeps every setting over a restart, with its effect', async () => {
    const usual = await controls();
    const rules = JSON.stringify({ sites: { '127.0.0.1': 'on', '*.example.org': 'off' } });
    await tick(options, '#siteMode-chosen');
    await giveFile(options, '#site-import', 'rules.json', rules);
    await tick(options, '#marks-groups-nmda-antagonists', false);
    await tick(options, '#marks-quiet-first-per-page');
    await choose(options, '#marks-floor', 'monitor');
    await fill(options, '#marks-hiddenDrugs-name', 'Sodium bicarbonate');
    await press(options, '#what form button');
    await fill(options, '#watched-name', 'Coumadin');
    await press(options, '#watch form button');
    await tick(options, '#marks-style-dotted');
    await slide(options, '#marks-color', '#aa0000');
    await tick(options, '#marks-inPrint', true);
    await tick(options, '#opening-on-modifier');
    await choose(options, '#opening-modifier', 'shift');
    await slide(options, '#opening-openDelay', '700');
    await slide(options, '#opening-closeDelay', '900');
    await tick(options, '#languages-all', false);
    await tick(options, '#languages-de', false);
    await tick(options, '#recognition-strictness-strict');
    await tick(options, '#pdf-always', true);
    await tick(options, '#enabled', false);
    // The card's were set before, with their effect; exceptions are made on a card.
    const paths = SETTING_PATHS.filter((path) => path !== 'enabled' && path !== 'marks.exceptions');
    const settings = () => stored(options, 'settings') as Promise<PartialSettings>;
    await until(settings, ({ enabled }) => enabled === false);
    // A setting that stands here is not set by the lines above.
    await until(
      async () => {
        const now = await settings();
        return paths.filter((path) => valueAt(now, path) === undefined);
      },
      (missing) => missing.length === 0,
    );
    const set = await settings();
    expect(set.sites).toEqual({ '127.0.0.1': 'on', '*.example.org': 'off' });
    await marks([]);
    const chosen = await controls();
    expect(chosen).not.toEqual(usual);

    await lens.close();
    await start(true);
    expect(await stored(options, 'settings')).toEqual(set);
    expect(await controls()).toEqual(chosen);
    expect(await markedTexts(page)).toEqual([]);
    // The first-run page came with the first start alone.
    const urls = await inExtension<string[]>(options, `(await api.tabs.query({})).map(({ url }) => url ?? '')`);
    expect(urls.filter((url) => url.includes('src/pages/welcome'))).toEqual([]);
    await tick(options, '#enabled', true);
    // Memantine alone is left: of another group, hidden, too light, of another language, and ambiguous are the others.
    await marks(['memantine']);
    expect(await markNames()).toHaveLength(1);
    const shown = await card('compact');
    expect(shown.attributes['data-professional']).toBe('');
    expect(shown.attributes.style).toMatch(/font-size: 1\.21875em/);
  });

  it('exports the rules for sites, and removes one', async () => {
    expect(JSON.parse(await savedText(options, '#site-export'))).toEqual({
      format: 'memantine-lens-sites',
      version: 1,
      sites: { '127.0.0.1': 'on', '*.example.org': 'off' },
    });
    await press(options, '[data-pattern="127.0.0.1"] button');
    await marks([]);
  });

  it('imports a list of hosts, which are switched off, and names what is none', async () => {
    await tick(options, '#siteMode-everywhere');
    await marks(['memantine']);
    await giveFile(options, '#site-import', 'hosts.txt', '# ours\n127.0.0.1\n\ntwo words # none\n');
    await marks([]);
    const said = await options.$eval('#said', (status) => status.textContent);
    expect(said).toContain('1 rule imported');
    expect(said).toContain('two words');
  });

  it('resets all settings after asking', async () => {
    options.once('dialog', (dialog) => void dialog.accept());
    await press(options, '#reset');
    await marks(FIRST_IN_SECTIONS);
    expect(await stored(options, 'settings')).toEqual({ version: 1 });
  });

  it('leads to the browser’s own page for shortcuts', async () => {
    await options.bringToFront();
    await press(options, '#keys .button');
    await until(
      async () =>
        name === 'chrome'
          ? lens.browser.targets().map((target) => target.url())
          : inFirefoxWindow<string[]>(lens, 'gBrowser.browsers.map(({ currentURI }) => currentURI.spec)'),
      (urls) => urls.includes(name === 'chrome' ? 'chrome://extensions/shortcuts' : 'about:addons'),
    );
  });

  it('shows versions, figures and shortcuts', async () => {
    const figures = await options.$eval('#figures', (list) => list.textContent);
    expect(figures).toMatch(/\d{3}/);
    expect(await options.$$eval('#shortcuts dt', (terms) => terms.length)).toBeGreaterThanOrEqual(5);
    expect(await options.$$eval('#about .sources li', (items) => items.length)).toBeGreaterThan(50);
  });
});
