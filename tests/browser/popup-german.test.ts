/** The popup in another language: names of medicines are those of the language from the first look on. */
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, describe, expect, it } from 'vitest';
import { BROWSERS } from './harness/browsers.ts';
import { onStage, popupOver } from './harness/stage.ts';
import { variantOf } from './harness/variant.ts';

describe.each(BROWSERS)('the popup in German, in %s', (name) => {
  let popup: Page;
  const extension = variantOf(name, { language: 'de' });

  onStage(
    name,
    {},
    async (stage) => {
      popup = await popupOver(stage, '/', 20);
    },
    { extension, folder: resolve(import.meta.dirname, '../../src/tools/demo') },
  );
  afterAll(() => rmSync(extension, { recursive: true, force: true }));

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
