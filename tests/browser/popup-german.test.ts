/** The popup in another language: names of medicines are those of the language from the first look on. */
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '../../src/tools/serve.ts';
import { BROWSERS, type Lens, launch } from './harness/browsers.ts';
import { openOptions, openPopup } from './harness/own-pages.ts';
import { markedTexts, TALL, until } from './harness/probe.ts';
import { variantOf } from './harness/variant.ts';

describe.each(BROWSERS)('the popup in German, in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let popup: Page;
  const extension = variantOf(name, { language: 'de' });

  beforeAll(async () => {
    [lens, site] = await Promise.all([
      launch(name, { extension }),
      serve(resolve(import.meta.dirname, '../../src/tools/demo')),
    ]);
    const options = await openOptions(lens);
    const page = await lens.newPage();
    await page.setViewport(TALL);
    await lens.open(page, `${site.origin}/`);
    await until(
      () => markedTexts(page),
      (texts) => texts.length > 20,
    );
    popup = await openPopup(lens, options, site.origin);
  });
  afterAll(async () => {
    await lens?.close();
    await site?.close();
    rmSync(extension, { recursive: true, force: true });
  });

  it('names medicines and groups as Germans do, when it is drawn and when the knowledge is there', async () => {
    const named = async () => {
      await popup.waitForSelector('#danger-title');
      expect(await popup.$eval('#danger-title', (title) => title.textContent)).toMatch(/^Mit Memantin: /);
      const names = await popup.$$eval('[data-drug] .name', (all) => all.map(({ textContent }) => textContent!));
      // The page is English: its word, and what that is.
      expect(names).toEqual(
        expect.arrayContaining([
          'Auvelity: Dextromethorphan und Bupropion',
          'Carbonic anhydrase inhibitors: Carboanhydrase-Hemmer',
          'antidepressants: Antidepressiva',
        ]),
      );
    };
    await named();
    await popup.waitForSelector('#pairs');
    await named();
  });

  it('says whom to ask', async () => {
    expect(await popup.$eval('#danger .ask', (line) => line.textContent)).toMatch(/Arztpraxis oder Apotheke/);
  });
});
