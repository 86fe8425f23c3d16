/** Welcome page and options in each language of the interface: on one screen, and nothing in English but what says so. */
import { readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inBrowsers } from '../sampling.ts';
import { BROWSERS, type Lens, launch } from './harness/browsers.ts';
import { englishIn } from './harness/english.ts';
import { axeViolations, inExtension, openOptions, openOwn, press, stored, tick } from './harness/own-pages.ts';
import { until } from './harness/probe.ts';
import { variantOf } from './harness/variant.ts';

/** The names of the example, as its language writes them. */
const EXAMPLE = {
  en: ['memantine', 'dextromethorphan'],
  de: ['Memantin', 'Dextromethorphan'],
  fr: ['mémantine', 'dextrométhorphane'],
  es: ['memantina', 'dextrometorfano'],
} as const;
/** Small windows of computers; what is left of 1366×768 beside the browser's own bars. */
const SCREENS = [
  [1280, 720],
  [1366, 768],
  [1366, 640],
] as const;
const PHONE = { width: 360, height: 740 };

/** German first: its words are the longest. */
const LANGUAGES = ['de', 'en', 'fr', 'es'] as const;

describe.each(inBrowsers(BROWSERS, LANGUAGES))('in %s, in %s', (name, language) => {
  const extension = variantOf(name, { language });
  let lens: Lens;
  let options: Page;
  let welcome: Page;

  beforeAll(async () => {
    lens = await launch(name, { extension });
    options = await openOptions(lens);
    welcome = await openOwn(lens, 'src/pages/welcome/index.html', '#shortcuts dt');
  });
  afterAll(async () => {
    await lens?.close();
    rmSync(extension, { recursive: true, force: true });
  });

  const message = (key: string): string => {
    const file = resolve(import.meta.dirname, '../../src/static/_locales', language, 'messages.json');
    return JSON.parse(readFileSync(file, 'utf8'))[key].message;
  };
  const extent = () =>
    welcome.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      return { wide: scrollWidth - innerWidth, high: scrollHeight - innerHeight };
    });

  it('first run shows all on one screen, with either card of its example', async () => {
    for (const [width, height] of SCREENS) {
      await welcome.setViewport({ width, height });
      for (const drug of ['dextromethorphan', 'memantine']) {
        await press(welcome, `[data-drug="${drug}"]`);
        const { wide, high } = await extent();
        expect([width, height, drug, wide <= 0, high <= 0]).toEqual([width, height, drug, true, true]);
      }
      // All of it stands on that screen.
      for (const part of ['#card .lens-card', '#mode-chosen', '#toolbar svg', '#shortcuts', '#search', '#done']) {
        const box = await (await welcome.$(part))!.boundingBox();
        expect([part, box!.height > 15, box!.y + box!.height <= height]).toEqual([part, true, true]);
      }
    }
  });

  it('first run on a phone scrolls downwards alone', async () => {
    await welcome.setViewport(PHONE);
    const { wide, high } = await extent();
    expect([wide <= 0, high > 0]).toEqual([true, true]);
    await welcome.setViewport({ width: 1280, height: 720 });
  });

  it('first run has an example in the language, and everything on it works', async () => {
    await welcome.bringToFront();
    const marks = await welcome.$$eval('#sample .mark', (all) => all.map(({ textContent }) => textContent));
    expect(marks).toEqual(EXAMPLE[language]);
    const shown = () => welcome.$eval('#card .lens-card h2', (title) => title.textContent!.toLowerCase());
    for (const [index, drug] of ['memantine', 'dextromethorphan'].entries()) {
      await press(welcome, `[data-drug="${drug}"]`);
      expect(await shown()).toContain(EXAMPLE[language][index]!.toLowerCase());
    }
    await tick(welcome, '#mode-chosen');
    await until(
      () => stored(options, 'settings'),
      (settings) => JSON.stringify(settings).includes('"siteMode":"chosen"'),
    );
    await tick(welcome, '#mode-everywhere');
    await until(
      () => stored(options, 'settings'),
      (settings) => !JSON.stringify(settings).includes('chosen'),
    );
    // Where the button is: a picture with both steps, which the words name, too.
    expect(await welcome.$$eval('#toolbar .step-number', (all) => all.map((step) => step.textContent))).toEqual([
      '1',
      '2',
    ]);
    const pin = message(name === 'firefox' ? 'welcomePinFirefox' : 'welcomePinChrome');
    expect(await welcome.$eval('#pin-steps', (steps) => steps.textContent)).toBe(pin);
    // The two keys are those that the browser has; that they work is asked in browser-side.test.ts.
    const keys = await inExtension<Record<string, string>>(
      options,
      `Object.fromEntries((await api.commands.getAll()).map(({ name, shortcut }) => [name, shortcut]))`,
    );
    expect(await welcome.$$eval('#shortcuts kbd', (all) => all.map((key) => key.textContent))).toEqual([
      keys._execute_action,
      keys['next-mention'],
    ]);
  });

  it('first run opens the search', async () => {
    await welcome.bringToFront();
    await welcome.click('#search button');
    const focused = `api.extension.getViews().find(({ location }) => location.pathname.startsWith('/src/pages/popup/'))?.document.activeElement?.id`;
    await until(
      () => inExtension<string | null>(options, focused),
      (id) => id === 'search-text',
    );
  });

  it('first run and options have nothing for axe to find', async () => {
    for (const own of [welcome, options]) expect(await axeViolations(own)).toEqual([]);
  });

  if (language !== 'en')
    it('first run and options have no English word but where they say so', async () => {
      const names = EXAMPLE[language];
      expect(await englishIn(welcome, language, names)).toEqual([]);
      expect(await englishIn(options, language, names)).toEqual([]);
      // The sample of the marks is in the language, too, and says nothing else.
      const samples = await options.$$eval('.papers p', (all) =>
        all.map((sample) => [sample.lang, sample.textContent]),
      );
      const [brand = '', drug = ''] = message('optionsPreviewNames').split(', ');
      expect(samples.map(([lang]) => lang)).toEqual(['', '']);
      for (const [, text] of samples) expect([text!.includes(brand), text!.includes(drug)]).toEqual([true, true]);
    });
});
