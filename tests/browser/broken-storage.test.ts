/**
 * What lies in storage written by somebody else: broken by hand, half done, or put there by a hostile page's process, which
 * in Firefox can write where settings are. Pages are marked and cards open all the same, and the service worker mends it.
 */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { Served } from '../../src/tools/serve.ts';
import { byDay } from '../sampling.ts';
import { BROWSERS, type Lens } from './harness/browsers.ts';
import { inExtension, openOptions, press, savedText, stored } from './harness/own-pages.ts';
import { cardOf, pressEscape, restOn } from './harness/pointing.ts';
import { markedTexts, until } from './harness/probe.ts';
import { packDrug, packOf } from './harness/sample-pack.ts';
import { onStage } from './harness/stage.ts';

const PAGE = `<!doctype html><html lang="en"><title>Ward</title><p style="margin:40px">The ward gave memantine, then zephyrazole.</p></html>`;
const WARD = {
  pack: packOf('Ward', [packDrug('zephyrazole', ['zephyrazole'])]),
  addedOn: '2026-01-01',
  managed: false,
};
/** Deep enough for whatever walks it by calling itself to notice. */
const DEEP = `(() => { let deep = {}; for (let k = 0; k < 500; k++) deep = { deep }; return deep; })()`;
const BROKEN = ['null', '"x"', '[null, 3]', '{ on: 3, problems: "x", lines: {}, plain: 1, pack: {} }', DEEP];
/** Of these the options page speaks. */
const SHOWN = ['packs', 'settingsSetAside', 'packsSetAside'];
const KEYS = ['packs', 'pageSettings', 'settingsSetAside', 'packsSetAside', 'dictionary', 'prefilter', 'namesProof'];

describe.each(BROWSERS)('broken storage in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let page: Page;
  let own: Page;

  onStage(name, { '/': PAGE }, async (stage) => {
    ({ lens, site, page, own } = stage);
  });

  /** Where the copies for pages lie. */
  const frameArea = name === 'chrome' ? 'session' : 'local';
  const areaOf = (key: string): string =>
    ['pageSettings', 'dictionary', 'prefilter', 'namesProof'].includes(key) ? frameArea : 'local';
  const put = (key: string, expression: string): Promise<unknown> =>
    inExtension(own, `await api.storage.${areaOf(key)}.set({ ${key}: ${expression} })`);
  const held = (key: string): Promise<unknown> =>
    inExtension(own, `(await api.storage.${areaOf(key)}.get('${key}'))['${key}']`);

  /** A page that is loaded now is marked, and its card opens. */
  async function works(texts: readonly string[]): Promise<void> {
    await page.mouse.move(1, 1);
    await lens.open(page, `${site.origin}/`);
    await until(
      () => markedTexts(page),
      (found) => found.join() === texts.join(),
    );
    await restOn(page, texts.at(-1)!);
    await cardOf(page, texts.at(-1)!);
    await pressEscape(page);
  }

  const addWard = (): Promise<unknown> => put('packs', JSON.stringify([WARD]));
  const namesThere = (): Promise<unknown> =>
    until(
      () => held('dictionary'),
      (names) => JSON.stringify(names ?? '').includes('zephyrazole'),
    );

  it.each(KEYS)('works whatever is in the place of %s', async (key) => {
    for (const value of byDay(BROKEN, 2, KEYS.indexOf(key) % 2)) {
      await put('packs', '[]');
      await put(key, value);
      await works(['memantine']);
    }
    if (!SHOWN.includes(key)) return;
    const options = await openOptions(lens);
    expect(await options.$$('#sections > *')).not.toHaveLength(0);
    await options.close();
  });

  it.each(['pageSettings', 'dictionary', 'prefilter', 'namesProof'])(
    'works with a pack whatever is in the place of %s, and is mended',
    async (key) => {
      await addWard();
      await namesThere();
      const before = await held(key);
      for (const value of byDay(BROKEN.slice(0, 3), 3, KEYS.indexOf(key) % 3)) {
        await put(key, value);
        await until(
          () => held(key),
          (now) =>
            key === 'namesProof'
              ? typeof now === 'string' && now.length > 60
              : JSON.stringify(now) === JSON.stringify(before),
        );
        await works(['memantine', 'zephyrazole']);
      }
    },
  );

  it('takes no names and no expression of somebody else, and no style from a colour', async () => {
    await addWard();
    await namesThere();
    await works(['memantine', 'zephyrazole']);
    const before = [await held('dictionary'), await held('prefilter')];
    const settings = JSON.stringify(await held('pageSettings'));
    await inExtension(
      own,
      `await (async () => {
        const area = api.storage.${frameArea};
        const { dictionary, prefilter, pageSettings } = await area.get(['dictionary', 'prefilter', 'pageSettings']);
        const color = 'red}html{visibility:hidden!important';
        await area.set({
          dictionary: { ...dictionary, lines: '\\tmemantine\\nthe\\nward' },
          prefilter: { ...prefilter, plain: '(?:[a-z ]+)+$' },
          pageSettings: { ...pageSettings, enabled: 'perhaps', marks: { ...pageSettings.marks, color } },
        });
      })()`,
    );
    await until(
      async () => JSON.stringify([await held('dictionary'), await held('prefilter')]),
      (now) => now === JSON.stringify(before),
    );
    await until(
      async () => JSON.stringify(await held('pageSettings')),
      (now) => now === settings,
    );
    // The page that was open all the while is as it was, too.
    await until(
      () => markedTexts(page),
      (texts) => texts.join() === 'memantine,zephyrazole',
    );
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).visibility)).toBe('visible');
    await works(['memantine', 'zephyrazole']);
  });

  it('goes by the packs where a stop in between left the copies of others', async () => {
    await addWard();
    await namesThere();
    const keys = ['pageSettings', 'dictionary', 'prefilter', 'namesProof'];
    const copies = Object.fromEntries(await Promise.all(keys.map(async (key) => [key, await held(key)] as const)));
    await put('packs', '[]');
    await until(
      () => held('dictionary'),
      (names) => names === null,
    );
    await inExtension(own, `await api.storage.${frameArea}.set(${JSON.stringify(copies)})`);
    await until(
      () => held('dictionary'),
      (names) => names === null,
    );
    await works(['memantine']);
    await addWard();
    await namesThere();
    await inExtension(own, `await api.storage.${frameArea}.remove(${JSON.stringify(keys)})`);
    await works(['memantine', 'zephyrazole']);
  });

  it('tells of packs that were set aside, keeps all of them, and gives them back', async () => {
    await put('packsSetAside', '[]');
    await inExtension(own, `await api.storage.local.remove('packsSetAside')`);
    const options = await openOptions(lens);
    for (const broken of ['3', '{ "pack": 4 }']) {
      await put('packs', `[${broken}, ${JSON.stringify(WARD)}]`);
      await until(
        () => held('packs'),
        (packs) => (packs as unknown[]).length === 1,
      );
    }
    const both = [3, { pack: 4 }];
    expect(await stored(own, 'packsSetAside')).toEqual(both);
    await works(['memantine', 'zephyrazole']);
    const said = await until(
      () => options.$$eval('#packs-aside', (all) => all.map((element) => element.textContent).join()),
      (text) => text !== '',
    );
    expect(said).toContain('set aside');
    expect(JSON.parse(await savedText(options, '#packs-aside button'))).toEqual(both);
    await press(options, '#packs-aside button:last-child');
    await until(
      () => stored(own, 'packsSetAside'),
      (aside) => aside === null,
    );
    await options.close();
  });
});
