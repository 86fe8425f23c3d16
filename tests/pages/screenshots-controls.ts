/**
 * Part of `npm run screenshots`: popup, options and first-run page in each state and both themes, in artifacts/controls.
 * `tsx tests/pages/screenshots-controls.ts [chrome|firefox]` takes these alone.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { serve } from '../../src/cli/serve.ts';
import { agreeToAccess, withholdAccess } from './harness/browser-side.ts';
import { launch } from './harness/browsers.ts';
import { fill, giveFile, inExtension, openOptions, openOwn, openPopup, press, tick } from './harness/own-pages.ts';
import { markedTexts, until } from './harness/probe.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const OUT = join(ROOT, 'artifacts/controls');
const browser = process.argv[2] === 'firefox' ? 'firefox' : 'chrome';

mkdirSync(OUT, { recursive: true });
const site = await serve(join(ROOT, 'src/demo'), { '/empty.html': '<title>Empty</title><p>Nothing here.</p>' });
const lens = await launch(browser);
try {
  const options = await openOptions(lens);
  const page = await lens.newPage();
  await lens.open(page, `${site.origin}/`);
  await until(
    () => markedTexts(page),
    (texts) => texts.length > 20,
  );
  for (const theme of ['light', 'dark']) await tour(theme, options, page);
} finally {
  await lens.close();
  await site.close();
}

async function tour(theme: string, options: Page, page: Page): Promise<void> {
  const set = (settings: object) =>
    inExtension(options, `await api.storage.local.set({ settings: ${JSON.stringify({ version: 1, ...settings })} })`);
  const shoot = async (shown: Page, name: string, fullPage = true) => {
    await shown.bringToFront();
    await until(
      () => shown.evaluate(() => document.documentElement.dataset.theme),
      (now) => now === theme,
    );
    // What the state brought is drawn in the next frames.
    await new Promise((done) => setTimeout(done, 500));
    await shown.screenshot({ path: join(OUT, `${name}-${theme}.png`) as `${string}.png`, fullPage });
    console.log(`${name}-${theme}.png`);
  };
  const card = { theme };

  await set({ card });
  const popup = await openPopup(lens, options, site.origin);
  await popup.waitForSelector('[data-drug]');
  await shoot(popup, 'popup', false);
  await shoot(popup, 'popup-whole');
  await fill(popup, '#search-text', 'namneda');
  await popup.waitForSelector('.hit');
  await shoot(popup, 'popup-search', false);
  await press(popup, '.hit');
  await popup.waitForSelector('#search-card .lens-card');
  await shoot(popup, 'popup-card', false);
  await fill(popup, '#search-text', '');
  await tick(popup, '#site-on', false);
  await until(
    () => popup.$$('[data-drug]'),
    (drugs) => drugs.length === 0,
  );
  await shoot(popup, 'popup-site-off', false);
  await set({ card, enabled: false });
  await shoot(popup, 'popup-off', false);
  await set({ card });
  await page.goto(`${site.origin}/empty.html`);
  await until(
    () => popup.$eval('#found', (found) => found.textContent),
    (text) => text!.includes('No name'),
  ).catch(() => popup.reload());
  await shoot(popup, 'popup-nothing', false);
  await page.goto(`${site.origin}/`);
  await withholdAccess(lens, options);
  await page.reload();
  await until(
    () => popup.$$('#notices .button'),
    (buttons) => buttons.length > 0,
  );
  await shoot(popup, 'popup-withheld', false);
  await agreeToAccess(lens);
  await popup.waitForSelector('[data-drug]');
  const aside = { on: '2026-01-15T12:00:00Z', problems: ['marks.style: Invalid type: Expected "underline"'], data: {} };
  await inExtension(options, `await api.storage.local.set({ settingsSetAside: ${JSON.stringify(aside)} })`);
  await popup.reload();
  await popup.waitForSelector('#notices .notice');
  await shoot(popup, 'popup-set-aside', false);
  await popup.close();
  const warned = await openOptions(lens);
  await shoot(warned, 'options-set-aside', false);
  await press(warned, '#set-aside .button:last-child');
  await warned.close();
  const nowhere = await openOwn(lens, 'src/popup/index.html', '#search-text');
  await nowhere.setViewport({ width: 360, height: 600 });
  await shoot(nowhere, 'popup-browser-page', false);
  await nowhere.close();
  await page.goto(`${site.origin}/`);

  await shoot(options, 'options');
  const folder = join(OUT, 'broken-pack.json');
  writeFileSync(
    folder,
    JSON.stringify({ format: 'memantine-lens-pack', version: 1, name: 'W', entries: [{ id: 'A' }] }),
  );
  await giveFile(options, '#pack-add', folder);
  await options.waitForSelector('#pack-problems .notice');
  await set({
    card,
    sites: { 'example.org': 'off', '*.hospital.example': 'on' },
    marks: { color: '#f0d000', style: 'background', hiddenDrugs: ['metformin', 'warfarin'] },
  });
  await shoot(options, 'options-filled');

  const welcome = await openOwn(lens, 'src/welcome/index.html', '#mode-everywhere');
  await welcome.setViewport({ width: 900, height: 900 });
  await shoot(welcome, 'welcome');
  await press(welcome, '[data-drug="memantine"]');
  await welcome.waitForSelector('.lens-card');
  await shoot(welcome, 'welcome-card');
  await welcome.close();
  await set({ card });
}
