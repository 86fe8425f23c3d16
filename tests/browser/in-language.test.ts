/** Card and popup for readers of German, French and Spanish: no English but what says that it is English. */
import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, describe, expect, it } from 'vitest';
import { bundledKnowledge } from '../../src/knowledge/bundled.ts';
import { inLanguage } from '../../src/knowledge/in-language.ts';
import type { Served } from '../../src/tools/serve.ts';
import { englishLeftIn } from '../card/english-left.ts';
import { messagesOf } from '../card/words.ts';
import { byDay, inBrowsers } from '../sampling.ts';
import { type StagedCard, setStage } from './card-stage/bundle.ts';
import type { Ask } from './card-stage/stage.ts';
import { BROWSERS, type Lens } from './harness/browsers.ts';
import { fill, press } from './harness/own-pages.ts';
import { ask, until } from './harness/probe.ts';
import { onStage, popupOver, type Stage } from './harness/stage.ts';
import { variantOf } from './harness/variant.ts';

const DEMO = readFileSync(resolve(import.meta.dirname, '../../src/tools/demo/index.html'));
const IDS = ['memantine', 'amantadine', 'warfarin', 'topiramate', 'donepezil', 'ketamine', 'quinidine', 'lithium'];

/** All that is read or heard in a page of ours, but for what is marked as English. */
const heard = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const texts: string[] = [];
    const walk = (element: Element): void => {
      if (element.getAttribute('lang') === 'en' || element.matches('script, style, [hidden]')) return;
      for (const name of ['title', 'aria-label', 'placeholder']) texts.push(element.getAttribute(name) ?? '');
      for (const node of element.childNodes) {
        if (node.nodeType === Node.TEXT_NODE) texts.push(node.textContent ?? '');
        else if (node.nodeType === Node.ELEMENT_NODE) walk(node as Element);
      }
    };
    walk(document.body);
    return texts;
  });

describe.each(inBrowsers(BROWSERS, ['de', 'fr', 'es']))('in %s, for readers of %s,', (name, language) => {
  let stage: Stage;
  let lens: Lens;
  let site: Served;
  let page: Page;
  let popup: Page;
  let card: StagedCard | undefined;
  const extension = variantOf(name, { language });
  const { entries } = inLanguage(bundledKnowledge(), language);
  const names = IDS.map((id) => entries.find((entry) => entry.id === id)!.name);
  const left = englishLeftIn(language);

  const head = `<!doctype html><html lang="${language}"><meta charset="utf-8">`;
  onStage(
    name,
    {
      '/names.html': `${head}<title>1</title>${names.map((one) => `<p>${one}.</p>`).join('')}`,
      '/bare.html': `${head}<title>2</title><p>Hier: x y z.</p>`,
      '/demo.html': DEMO,
    },
    async (ready) => {
      stage = ready;
      ({ lens, site, page } = stage);
      popup = await popupOver(stage, '/names.html', 5);
    },
    { extension, folder: join(import.meta.dirname, 'card-stage/pages') },
  );
  afterAll(() => rmSync(extension, { recursive: true, force: true }));

  it('the popup has no English word but in the facts, which it says', async () => {
    await popup.waitForSelector('#pairs');
    for (const fold of await popup.$$('details:not([open]) > summary')) await fold.evaluate((one) => one.click());
    const texts = await heard(popup);
    expect(texts).toContain(messagesOf(language).cardEnglishOnly!.message);
    expect(left(texts)).toEqual([]);
  });

  it('nor has a card in it', async () => {
    await fill(popup, '#search-text', names[1]!);
    await popup.waitForSelector('#search-results [role=option]');
    await press(popup, '#search-results [role=option]');
    await popup.waitForSelector('.lens-card');
    expect(left(await heard(popup))).toEqual([]);
  });

  it.each(byDay(IDS, 2))('nor have glance and card of %s in a page', async (drug) => {
    const text = names[IDS.indexOf(drug)]!;
    if (card) await card.close();
    else {
      await lens.open(page, `${site.origin}/bare.html`);
      await page.bringToFront();
      card = await setStage(page, language);
    }
    const staged = card;
    await page.evaluate((word) => (document.querySelector('p')!.textContent = `x ${word} y`), text);
    // Opened again where the extension, which starts on this page, too, took it for what a former start left.
    const said = async (selector: string, how: Partial<Ask> = {}): Promise<string> => {
      const [whole, ...english] = await until(
        async () => {
          await staged.open({ drug, text, ...how });
          return ask(page, 'query', { selector: `${selector}, ${selector} [lang=en]` });
        },
        (found) => found.length > 0,
      );
      return english.reduce((rest, part) => rest.replace(part.text, ' '), whole!.text);
    };
    const glance = await said('.glance');
    expect(left([glance])).toEqual([]);
    if (drug === 'warfarin') expect(glance).toContain(messagesOf(language).cardInEnglish!.message);
    const reading = await said('.lens-card:not(.glance)', { opener: 'click', options: { professional: true } });
    expect(left([reading])).toEqual([]);
  });

  if (language === 'de')
    it('the popup over an English page names medicines and groups as Germans do, from its first look on', async () => {
      const german = await popupOver(stage, '/demo.html', 20);
      const named = async () => {
        await german.waitForSelector('#danger-title');
        expect(await german.$eval('#danger-title', (title) => title.textContent)).toMatch(/^Mit Memantin: /);
        const shown = await german.$$eval('[data-drug] .name', (all) => all.map(({ textContent }) => textContent!));
        // The page is English: its word, and what that is.
        expect(shown).toEqual(
          expect.arrayContaining([
            'Auvelity: Dextromethorphan und Bupropion',
            'Carbonic anhydrase inhibitors: Carboanhydrase-Hemmer',
            'antidepressants: Antidepressiva',
          ]),
        );
      };
      await named();
      await german.waitForSelector('#pairs');
      await named();
      expect(await german.$eval('#danger .ask', (line) => line.textContent)).toMatch(/Arztpraxis oder Apotheke/);
    });
});
