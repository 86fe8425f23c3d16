/** First run, broken settings, backup, and an administrator's presets, in real browsers. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '../../src/tools/serve.ts';
import { BROWSERS, type Lens, launch } from './harness/browsers.ts';
import {
  giveFile,
  inExtension,
  openOptions,
  openOwn,
  openPopup,
  press,
  savedText,
  stored,
  tick,
} from './harness/own-pages.ts';
import { markedTexts, until } from './harness/probe.ts';
import { SAMPLE, USUAL } from './harness/sample.ts';
import { packDrug, packOf } from './harness/sample-pack.ts';
import { onStage } from './harness/stage.ts';

describe.each(BROWSERS)('settings in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let page: Page;
  let options: Page;

  onStage(name, { '/': SAMPLE }, async (stage) => {
    ({ lens, site, page, own: options } = stage);
    await lens.open(page, `${site.origin}/`);
  });

  const marks = (count: number) =>
    until(
      () => markedTexts(page),
      (found) => found.length === count,
    );

  it('shows the first-run page once: an example to open, and the choice where to mark', async () => {
    expect(await stored(options, 'welcomed')).toBe(true);
    const welcome = await openOwn(lens, 'src/pages/welcome/index.html', '#mode-everywhere');
    await press(welcome, '[data-drug="dextromethorphan"]');
    const card = await welcome.waitForSelector('#card .lens-card');
    expect(await card!.evaluate((element) => element.textContent)).toContain('NMDA');
    await page.bringToFront();
    await marks(USUAL.length);
    await tick(welcome, '#mode-chosen');
    await marks(0);
    await tick(welcome, '#mode-everywhere');
    await marks(USUAL.length);
    await press(welcome, '#done .primary');
    await until(
      () =>
        inExtension<number>(
          options,
          `(await api.tabs.query({})).filter(({ url }) => url?.includes('src/pages/welcome')).length`,
        ),
      (left) => left === 0,
    );
  });

  it('tells of settings that cannot be read, uses defaults in their place, and gives the original back', async () => {
    const broken = { version: 1, marks: { style: 'wavy', quiet: 'first-per-page' }, later: true };
    await inExtension(options, `await api.storage.local.set({ settings: ${JSON.stringify(broken)} })`);
    await tick(options, '#marks-inPrint', true);
    await until(
      () => stored(options, 'settingsSetAside'),
      (aside) => aside !== null,
    );
    const second = await openOptions(lens);
    const seen = await second.$eval('#set-aside', (element) => (element as HTMLElement).innerText);
    expect(seen).toContain('set again what is missing');
    expect(seen).not.toContain('marks.style');
    const fold = (await second.$('#set-aside details'))!;
    expect(await fold.evaluate((details) => [(details as HTMLDetailsElement).open, details.textContent])).toEqual([
      false,
      expect.stringContaining('marks.style'),
    ]);
    expect(JSON.parse(await savedText(second, '#set-aside button'))).toEqual(broken);
    await press(second, '#set-aside button:last-child');
    await until(
      () => stored(second, 'settingsSetAside'),
      (aside) => aside === null,
    );
    expect(await stored(second, 'settings')).toEqual({ version: 1, marks: { quiet: 'first-per-page', inPrint: true } });
    await second.close();
  });

  it('loses nothing when two windows change settings at once', async () => {
    const second = await openOptions(lens);
    const change = (own: Page, id: string) => own.$eval(id, (input) => (input as HTMLElement).click());
    await Promise.all([change(options, '#marks-style-dotted'), change(second, '#card-professional')]);
    await Promise.all([change(options, '#recognition-strictness-strict'), change(second, '#opening-on-click')]);
    const set = { marks: { style: 'dotted' }, card: { professional: true }, opening: { on: 'click' } };
    await until(
      () => stored(options, 'settings'),
      (settings) => {
        const { marks, card, opening, recognition } = settings as Record<string, Record<string, unknown>>;
        const found = {
          marks: { style: marks?.style },
          card: { professional: card?.professional },
          opening: { on: opening?.on },
        };
        return JSON.stringify(found) === JSON.stringify(set) && recognition?.strictness === 'strict';
      },
    );
    // Each window shows what the other one changed.
    for (const own of [options, second]) {
      await until(
        () =>
          own.$$eval('#marks-style-dotted, #card-professional', (all) =>
            all.map((i) => (i as HTMLInputElement).checked),
          ),
        (checked) => checked.length === 2 && checked.every(Boolean),
      );
    }
    await second.close();
    await inExtension(options, `await api.storage.local.set({ settings: { version: 1 } })`);
  });

  it('saves everything in a backup and brings it back after a reset', async () => {
    await tick(options, '#marks-groups-nmda-antagonists', false);
    const before = await until(
      () => stored(options, 'settings'),
      (settings) => JSON.stringify(settings).includes('groups'),
    );
    const backup = await savedText(options, '#backup-save');
    options.once('dialog', (dialog) => void dialog.accept());
    await options.bringToFront();
    await press(options, '#reset');
    await until(
      () => stored(options, 'settings'),
      (settings) => JSON.stringify(settings) === '{"version":1}',
    );
    const restore = (content: string) => giveFile(options, '#backup-restore', 'backup.json', content);
    await restore(backup);
    expect(
      await until(
        () => stored(options, 'settings'),
        (settings) => JSON.stringify(settings).includes('groups'),
      ),
    ).toEqual(before);
    const sound = JSON.parse(backup) as { settings: { marks: object } };
    const half = { ...sound, settings: { ...sound.settings, marks: { ...sound.settings.marks, style: 'wavy' } } };
    await restore(JSON.stringify(half));
    const left = await until(
      () => options.$eval('#backup-left', (element) => (element as HTMLElement).innerText),
      (text) => text !== '',
    );
    expect(left).toContain('1 part could not be read and was left out: set it again here');
    expect(left).not.toContain('marks.style');
    expect(await options.$eval('#backup-left details', (details) => details.textContent)).toContain('marks.style');
    await restore('{"format": "something else"}');
    await until(
      () => options.$eval('#said', (element) => element.textContent),
      (said) => said!.includes('backup.json is no backup of Memantine Lens: choose a file'),
    );
  });
});

// Chromium reads policies from a folder of the system alone, which a test must not write to.
describe.each(BROWSERS.filter((name) => name === 'firefox'))('an administrator’s policy in %s', (name) => {
  const profile = mkdtempSync(join(tmpdir(), 'lens-managed-'));
  const home = process.env.HOME;
  let lens: Lens;
  let site: Served;

  beforeAll(async () => {
    const manifests = join(profile, '.mozilla/managed-storage');
    mkdirSync(manifests, { recursive: true });
    const id = 'memantine-lens@memantine-lens.example';
    const data = {
      settings: { marks: { quiet: 'first-per-page' }, sites: { localhost: 'off' } },
      locked: ['marks.quiet', 'sites'],
      packs: [packOf('Hospital', [packDrug('germanol', ['Germans'])])],
    };
    writeFileSync(
      join(manifests, `${id}.json`),
      JSON.stringify({ name: id, description: 'Policy', type: 'storage', data }),
    );
    process.env.HOME = profile;
    site = await serve(import.meta.dirname, { '/': SAMPLE });
    // An administrator's policy is read at the start.
    lens = await launch(name, { alone: true });
  });

  afterAll(async () => {
    process.env.HOME = home;
    await lens?.close();
    await site?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });

  it('presets and locks: the page follows, the control says so', async () => {
    const options = await openOptions(lens);
    const page = await lens.newPage();
    await lens.open(page, `${site.origin}/`);
    await until(
      () => markedTexts(page),
      (texts) => texts.length === 7,
    );
    expect(await markedTexts(page)).toContain('Germans');
    expect(await options.$eval('#marks-quiet-every', (input) => (input as HTMLInputElement).disabled)).toBe(true);
    expect(await options.$eval('#what', (section) => section.textContent)).toContain('Set by your administrator');
    expect(await options.$eval('#marks-style-dotted', (input) => (input as HTMLInputElement).disabled)).toBe(false);
    const disabled = (selector: string) =>
      options.$$eval(selector, (all) => all.map((control) => (control as HTMLButtonElement).disabled));
    expect(new Set(await disabled('#sites form :is(input, select, button), #site-list :is(select, button)'))).toEqual(
      new Set([true]),
    );
    expect(await disabled('#site-import')).toEqual([true]);
    expect(await options.$eval('[data-pack="Hospital"]', (item) => item.textContent)).toContain(
      'Set by your administrator',
    );
    expect(await options.$$('[data-pack="Hospital"] button')).toHaveLength(0);
    await lens.open(page, site.origin.replace('127.0.0.1', 'localhost'));
    const popup = await openPopup(lens, options, site.origin.replace('127.0.0.1', 'localhost'));
    await until(
      () => popup.$eval('#site', (section) => section.textContent),
      (text) => text!.includes('Set by your administrator'),
    );
    expect(
      await popup.$eval('#site-on', (input) => [
        (input as HTMLInputElement).checked,
        (input as HTMLInputElement).disabled,
      ]),
    ).toEqual([false, true]);
    // Behind the popup's gear, too.
    await press(popup, '#open-settings');
    const quiet = await popup.waitForSelector('#settings:not([hidden]) #marks-quiet-every');
    expect(await quiet!.evaluate((input) => (input as HTMLInputElement).disabled)).toBe(true);
    expect(await quiet!.evaluate((input) => input.closest('.setting')!.textContent)).toContain(
      'Set by your administrator',
    );
    expect(await popup.$eval('#marks-style-dotted', (input) => (input as HTMLInputElement).disabled)).toBe(false);
    await page.bringToFront();
    expect(await markedTexts(page)).toEqual([]);
  });
});
