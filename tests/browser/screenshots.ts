/** `npm run screenshots [-- chrome|firefox] [NAME…]`: a picture of every state of the card, in artifacts/card/BROWSER. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { serve } from '../../src/tools/serve.ts';
import { type StagedCard, setStage } from './card-stage/bundle.ts';
import { launch } from './harness/browsers.ts';
import { ask } from './harness/probe.ts';

const OUT = resolve(import.meta.dirname, '../../artifacts/card');
const PAGES = join(import.meta.dirname, 'card-stage/pages');

interface State {
  readonly page?: string;
  readonly language?: string;
  readonly width?: number;
  readonly height?: number;
  readonly media?: readonly { readonly name: string; readonly value: string }[];
  readonly run: (card: StagedCard, page: Page) => Promise<void>;
}

const onPage = ['memantine', 'ketamine', 'amantadine', 'dextromethorphan', 'warfarin', 'metformin', 'donepezil'].map(
  (drug, index) => ({ drug, count: index === 0 ? 3 : 1 }),
);
const depression = { drug: 'memantine', text: 'memantine' };
const amantadine = { drug: 'amantadine', text: 'amantadine' };

/** Clicks in the closed card at the middle of an element; throws when it is not there. */
async function clickInCard(page: Page, selector: string): Promise<void> {
  const [found] = await ask(page, 'query', { selector });
  if (!found) throw new Error(`no ${selector} in the card`);
  await page.mouse.click(found.box.x + found.box.width / 2, found.box.y + found.box.height / 2);
}

const STATES: Readonly<Record<string, State>> = {
  'memantine-depression': { run: (card) => card.open({ ...depression, onPage }) },
  'memantine-professional': {
    height: 1500,
    run: (card) => card.open({ ...depression, options: { professional: true } }),
  },
  'memantine-whole': { height: 2600, run: (card) => card.open({ ...depression, onPage }) },
  brand: { run: (card) => card.open({ drug: 'memantine', text: 'Namenda XR' }) },
  'long-drug': { height: 1400, run: (card) => card.open(amantadine) },
  'short-drug': { run: (card) => card.open({ drug: 'warfarin', text: 'Warfarin', form: 'warfarin' }) },
  caution: { run: (card) => card.open({ drug: 'sodium-bicarbonate', text: 'sodium bicarbonate' }) },
  class: { run: (card) => card.open({ drug: 'nmda-antagonists', text: 'NMDA antagonists' }) },
  combination: { run: (card) => card.open({ drug: 'memantine-donepezil', text: 'Namzaric' }) },
  'no-interaction': { run: (card) => card.open({ drug: 'donepezil', text: 'Donepezil', form: 'donepezil' }) },
  'laptop-first-screen': { width: 1280, height: 640, run: (card) => card.open({ ...depression, onPage }) },
  pairs: { height: 1500, run: (card) => card.open({ drug: 'ketamine', text: 'ketamine', onPage }) },
  dark: { run: (card) => card.open({ ...depression, options: { theme: 'dark' } }) },
  'dark-avoid': { run: (card) => card.open({ ...amantadine, options: { theme: 'dark' } }) },
  'forced-colors': { media: [{ name: 'forced-colors', value: 'active' }], run: (card) => card.open(amantadine) },
  narrow: { width: 320, height: 640, run: (card) => card.open(depression) },
  'zoomed-400': { width: 320, height: 256, run: (card) => card.open(depression) },
  'large-text': { run: (card) => card.open({ ...depression, options: { textSize: 160 } }) },
  compact: { run: (card) => card.open({ ...depression, options: { density: 'compact' } }) },
  'right-to-left': {
    page: 'rtl.html',
    language: 'ar',
    run: (card) => card.open({ drug: 'memantine', text: 'ميمانتين' }),
  },
  german: { language: 'de', run: (card) => card.open({ ...depression, onPage }) },
  source: {
    run: async (card, page) => {
      await card.open({ ...depression, opener: 'click' });
      await clickInCard(page, '.banner .ref');
    },
  },
  reading: { width: 1100, run: (card) => card.open({ ...depression, onPage, opener: 'click' }) },
  'reading-dark': {
    width: 1100,
    run: (card) => card.open({ ...amantadine, opener: 'click', options: { theme: 'dark' } }),
  },
  'reading-narrow': { width: 320, height: 640, run: (card) => card.open({ ...amantadine, opener: 'click' }) },
  'reading-zoomed-400': { width: 320, height: 256, run: (card) => card.open({ ...amantadine, opener: 'click' }) },
  'reading-forced-colors': {
    media: [{ name: 'forced-colors', value: 'active' }],
    width: 1100,
    run: (card) => card.open({ ...amantadine, opener: 'click' }),
  },
  'reading-german': {
    width: 1100,
    language: 'de',
    run: (card) => card.open({ ...amantadine, onPage, opener: 'click' }),
  },
  'reading-right-to-left': {
    page: 'rtl.html',
    language: 'ar',
    width: 1100,
    run: (card) => card.open({ drug: 'memantine', text: 'ميمانتين', opener: 'click' }),
  },
  compared: {
    width: 1300,
    run: async (card, page) => {
      await card.open({ ...depression, opener: 'click' });
      await clickInCard(page, '[data-tool=keep]');
      await card.open(amantadine);
    },
  },
};

const [first, ...names] = process.argv.slice(2);
const browser = first === 'firefox' ? 'firefox' : 'chrome';
const wanted = first === 'chrome' || first === 'firefox' ? names : process.argv.slice(2);
mkdirSync(join(OUT, browser), { recursive: true });
const [lens, site] = await Promise.all([launch(browser), serve(PAGES)]);
for (const [name, state] of Object.entries(STATES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const page = await lens.newPage();
  await page.setViewport({ width: state.width ?? 760, height: state.height ?? 900, deviceScaleFactor: 2 });
  if (state.media && browser === 'chrome') {
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', { features: [...state.media] });
  }
  await lens.open(page, `${site.origin}/${state.page ?? 'depression.html'}`);
  const card = await setStage(page, state.language);
  await state.run(card, page);
  await new Promise((done) => setTimeout(done, 350));
  await page.screenshot({ path: join(OUT, browser, `${name}.png`) as `${string}.png` });
  await page.close();
  console.log(`artifacts/card/${browser}/${name}.png`);
}
await Promise.all([lens.close(), site.close()]);
