/**
 * Part of `npm run screenshots`: popup, options and first-run page in each state and both themes, in
 * artifacts/controls/BROWSER, with an index.html that shows them all on one page.
 * `tsx tests/browser/screenshots-controls.ts [chrome|firefox]` takes these alone.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { serve } from '../../src/tools/serve.ts';
import { createAlbum, forceColors } from './harness/album.ts';
import { agreeToAccess, withholdAccess } from './harness/browser-side.ts';
import { type Lens, launch } from './harness/browsers.ts';
import { fill, giveFile, inExtension, openOptions, openOwn, openPopup, press, tick } from './harness/own-pages.ts';
import { pdfOf } from './harness/pdf.ts';
import { until } from './harness/probe.ts';
import { packDrug, packOf } from './harness/sample-pack.ts';
import { openMarked } from './harness/stage.ts';
import { variantOf } from './harness/variant.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const browser = process.argv[2] === 'firefox' ? 'firefox' : 'chrome';
const OUT = join(ROOT, 'artifacts/controls', browser);
/** As browsers show popups at 100 %, and at 200 %, where they give half as many CSS pixels. */
const POPUP = { width: 360, height: 600 };
const ZOOMED_POPUP = { width: 360, height: 300, deviceScaleFactor: 2 };
const POLICY = {
  settings: {
    enabled: true,
    siteMode: 'everywhere',
    sites: { '*.hospital.example': 'on' },
    marks: { hiddenDrugs: ['warfarin'] },
  },
  locked: ['enabled', 'siteMode', 'sites', 'marks', 'card.professional'],
};
/** So many rules that they can be searched. */
const SITES = Object.fromEntries([
  ...['shop', 'mail', 'news', 'bank', 'maps', 'wiki'].map((name) => [`${name}.example.org`, 'off']),
  ['*.hospital.example', 'on'],
  ['localhost:8080', 'off'],
  ['file:', 'on'],
]);
const shoot = createAlbum(OUT);

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const site = await serve(join(ROOT, 'src/tools/demo'), {
  '/empty.html': '<title>Empty</title><p>Nothing here.</p>',
  '/leaflet.pdf': pdfOf('Take memantine.'),
});
try {
  await visit({}, async (lens, options, page) => {
    for (const theme of ['light', 'dark']) await states(lens, options, theme);
    await shapes(lens, options);
    await accessWithheld(lens, options, page);
  });
  await visit({ language: 'de' }, async (lens, options) => {
    await show(options, {});
    const popup = await openPopup(lens, options, site.origin);
    await popup.waitForSelector('#pairs');
    await shoot(popup, 'popup-german');
    await press(popup, '#open-settings');
    await popup.waitForSelector('#settings:not([hidden]) .setting');
    await shoot(popup, 'popup-settings-german');
    await shoot(options, 'options-german');
    await first(lens, 'welcome-german');
  });
  await visit({ policy: POLICY }, async (lens, options) => {
    for (const theme of ['light', 'dark']) {
      await show(options, { card: { theme } });
      const popup = await openPopup(lens, options, site.origin);
      await popup.waitForSelector('#site .locked');
      await shoot(popup, `popup-locked-${theme}`, false);
      await press(popup, '#open-settings');
      await popup.waitForSelector('#settings:not([hidden]) .locked');
      await shoot(popup, `popup-settings-locked-${theme}`);
      await popup.close();
      await shoot(options, `options-locked-${theme}`);
    }
  });
} finally {
  await site.close();
}

/** A browser with a build of ours, its options page, and the demo page with its marks. */
async function visit(
  variant: Parameters<typeof variantOf>[1],
  look: (lens: Lens, options: Page, page: Page) => Promise<void>,
): Promise<void> {
  const extension = variantOf(browser, variant);
  const lens = await launch(browser, { extension });
  try {
    const options = await openOptions(lens);
    const page = await lens.newPage();
    await openMarked(lens, page, `${site.origin}/`, 20);
    await look(lens, options, page);
  } finally {
    await lens.close();
    rmSync(extension, { recursive: true, force: true });
  }
}

/** Sets settings, and waits until our page shows their theme. */
async function show(own: Page, settings: { card?: { theme?: string } }): Promise<void> {
  await inExtension(own, `await api.storage.local.set({ settings: ${JSON.stringify({ version: 1, ...settings })} })`);
  await until(
    () => own.evaluate(() => document.documentElement.dataset.theme),
    (theme) => theme === (settings.card?.theme ?? 'auto'),
  );
}

async function states(lens: Lens, options: Page, theme: string): Promise<void> {
  const card = { theme };
  const take = (shown: Page, name: string, fullPage?: boolean) => shoot(shown, `${name}-${theme}`, fullPage);
  await show(options, { card });
  const popup = await openPopup(lens, options, site.origin);
  await popup.waitForSelector('[data-pair]');
  await take(popup, 'popup', false);
  await popup.focus('[data-drug="memantine"]');
  await popup.keyboard.press('ArrowDown');
  await press(popup, '#export summary');
  await take(popup, 'popup-whole');
  await fill(popup, '#search-text', 'diam');
  await popup.waitForSelector('.hit');
  await take(popup, 'popup-search', false);
  await fill(popup, '#search-text', 'zzzzqqq');
  await until(
    () => popup.$$('.hit'),
    (hits) => hits.length === 0,
  );
  await take(popup, 'popup-search-none', false);
  await fill(popup, '#search-text', 'namneda');
  await press(popup, '.hit');
  await popup.waitForSelector('#search-card .lens-card');
  await take(popup, 'popup-card', false);
  await press(popup, '#together-start');
  await popup.waitForSelector('[data-picked]');
  for (const name of ['Ketalar', 'amiloride']) {
    await fill(popup, '#search-text', name);
    await popup.waitForSelector('.hit');
    await press(popup, '.hit');
  }
  await popup.waitForSelector('#unlisted');
  await take(popup, 'popup-together');
  await press(popup, '#looked-up > .back');
  await press(popup, '#open-settings');
  await popup.waitForSelector('#settings:not([hidden]) .setting');
  await take(popup, 'popup-settings');
  await press(popup, '#close-settings');
  const tab = new URL(popup.url()).searchParams.get('tab');
  const sheet = await openOwn(lens, `src/pages/popup/summary.html?tab=${tab}`, '#sheet .sources li');
  await take(sheet, 'sheet');
  await sheet.close();
  await tick(popup, '#site-on', false);
  await until(
    () => popup.$$('#found [data-drug]'),
    (drugs) => drugs.length === 0,
  );
  await take(popup, 'popup-site-off', false);
  await show(options, { card, ...{ enabled: false } });
  await take(popup, 'popup-off', false);
  await show(options, { card });
  // Pages of their own: drivers lose a page that showed a PDF file.
  for (const [path, name] of [
    ['empty.html', 'nothing'],
    ['leaflet.pdf', 'pdf'],
  ] as const) {
    const other = await lens.newPage();
    await other.goto(`${site.origin}/${path}`).catch(() => undefined);
    const about = await openPopup(lens, options, `${site.origin}/${path}`);
    await about.waitForSelector('#found > .muted, #notices .notice');
    await take(about, `popup-${name}`, false);
    await about.close();
    await other.close();
  }
  const aside = { marks: { style: 'wavy' }, later: true };
  await inExtension(
    options,
    `await api.storage.local.set({ settings: ${JSON.stringify({ version: 1, card, ...aside })} })`,
  );
  await tick(options, '#marks-inPrint', true);
  await popup.close();
  const asked = await openPopup(lens, options, site.origin);
  await asked.waitForSelector('#notices .notice');
  await take(asked, 'popup-set-aside', false);
  await asked.close();
  const warned = await openOptions(lens);
  await take(warned, 'options-set-aside', false);
  await press(warned, '#set-aside .button:last-child');
  await warned.close();
  const nowhere = await openOwn(lens, 'src/pages/popup/index.html', '#search-text');
  await nowhere.setViewport(POPUP);
  await take(nowhere, 'popup-browser-page', false);
  await nowhere.close();

  await show(options, { card });
  await take(options, 'options');
  await giveFile(
    options,
    '#pack-add',
    'broken-pack.json',
    JSON.stringify({ ...packOf('W', [{ id: 'A b' }]), sources: undefined }),
  );
  await options.waitForSelector('#pack-problems .notice');
  await fill(options, '#site-pattern', 'two words');
  await press(options, '#sites form button');
  await show(options, {
    card,
    ...{ sites: SITES, marks: { color: '#f0d000', style: 'background', hiddenDrugs: ['metformin', 'warfarin'] } },
    ...{ opening: { on: 'modifier' } },
  });
  await take(options, 'options-filled');
  await fill(options, '#site-pattern', '');
  await show(options, { card });
  await giveFile(
    options,
    '#pack-add',
    'ward.json',
    JSON.stringify(packOf('Ward 7', [packDrug('acetylzephyr', ['Diamoxin'])])),
  );
  await options.waitForSelector('[data-pack="Ward 7"]');
  await options.$eval('#packs', (section) => section.scrollIntoView({ behavior: 'instant' }));
  await take(options, 'options-pack', false);
  await press(options, '[data-pack="Ward 7"] button');
  const backup = {
    format: 'memantine-lens-backup',
    version: 1,
    settings: { version: 1, card, sites: SITES },
    packs: [],
  };
  await giveFile(options, '#backup-restore', 'backup.json', JSON.stringify(backup));
  await options.waitForSelector('[data-pattern="file:"]');
  await options.$eval('#backup', (section) => section.scrollIntoView({ behavior: 'instant' }));
  await take(options, 'options-restored', false);
  await show(options, { card });
  await first(lens, `welcome-${theme}`, `welcome-card-${theme}`);
}

/** The same states in other shapes: narrow, enlarged, with colours of the reader's own, with the focus to be seen. */
async function shapes(lens: Lens, options: Page): Promise<void> {
  await show(options, {});
  const popup = await openPopup(lens, options, site.origin);
  await popup.waitForSelector('[data-pair]');
  await popup.setViewport(ZOOMED_POPUP);
  await shoot(popup, 'popup-zoomed', false);
  await popup.setViewport(POPUP);
  await popup.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  await shoot(popup, 'popup-right-to-left');
  await popup.evaluate(() => {
    document.documentElement.dir = 'ltr';
  });
  await forceColors(lens, [popup, options], true);
  await shoot(popup, 'popup-forced-colors');
  await shoot(options, 'options-forced-colors');
  await forceColors(lens, [popup, options], false);
  await popup.close();
  await options.focus('#siteMode-everywhere');
  await options.keyboard.press('Tab');
  await options.keyboard.press('Tab');
  for (const [name, width, deviceScaleFactor] of [
    ['narrow', 360, 1],
    ['zoomed', 500, 2],
  ] as const) {
    await options.setViewport({ width, height: 800, deviceScaleFactor });
    await shoot(options, `options-${name}`);
  }
  await options.setViewport({ width: 1000, height: 800 });
}

/** Last, since Chromium gives access back site by site only. */
async function accessWithheld(lens: Lens, options: Page, page: Page): Promise<void> {
  // Asked before: without access the browser does not tell which tab shows an address.
  const id = await inExtension(
    options,
    `(await api.tabs.query({})).find(({ url }) => url?.startsWith(${JSON.stringify(site.origin)})).id`,
  );
  await withholdAccess(lens, options);
  await page.reload();
  for (const theme of ['light', 'dark']) {
    await show(options, { card: { theme } });
    const popup = await openOwn(lens, `src/pages/popup/index.html?tab=${id}`, '#notices .button');
    await popup.setViewport(POPUP);
    await shoot(popup, `popup-withheld-${theme}`, false);
    await popup.close();
    await first(lens, `welcome-withheld-${theme}`);
  }
  await agreeToAccess(lens);
}

/** The first-run page, and with the card of its example. */
async function first(lens: Lens, name: string, withCard?: string): Promise<void> {
  const welcome = await openOwn(lens, 'src/pages/welcome/index.html', '#mode-everywhere');
  await welcome.setViewport({ width: 900, height: 900 });
  await shoot(welcome, name);
  if (withCard) {
    await press(welcome, '[data-drug="memantine"]');
    await welcome.waitForSelector('.lens-card');
    await shoot(welcome, withCard);
  }
  await welcome.close();
}
