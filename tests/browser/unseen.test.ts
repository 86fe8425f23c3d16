/**
 * Words that nobody sees: a page cannot learn from our marks that we know them, and spam for search engines is not counted.
 * What is closed or further down is something else: a reader gets there.
 */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { Served } from '../../src/tools/serve.ts';
import { BROWSERS, type Lens } from './harness/browsers.ts';
import { foundTexts, inExtension, stored, tick } from './harness/own-pages.ts';
import { ask, markedTexts, until } from './harness/probe.ts';
import { onStage } from './harness/stage.ts';

const HEAD =
  '<!doctype html><html lang="en"><meta charset="utf-8"><style>body { margin: 40px } p { margin: 20px }</style>';
const PIXEL = 'position:absolute;width:1px;height:1px;overflow:hidden;white-space:nowrap';

/** How a word is hidden though it is drawn, and the page around it. */
const HIDDEN: readonly (readonly [string, string])[] = [
  ['off the page', '<p style="position:absolute;left:-9999px">amantadine</p>'],
  ['above the page', '<div style="overflow:hidden"><p style="position:absolute;top:-5000px">amantadine</p></div>'],
  ['indented off the page', '<h2 style="text-indent:-9999px;overflow:hidden">amantadine</h2>'],
  ['a pixel for screen readers', `<span style="${PIXEL};clip:rect(0,0,0,0);margin:-1px">amantadine</span>`],
  ['clipped by a path', '<p style="clip-path:inset(50%)">amantadine</p>'],
  ['clipped by a polygon', '<div style="clip-path:polygon(0 0,0 0,0 0)"><p>amantadine</p></div>'],
  ['without opacity', '<div style="opacity:0"><p>amantadine</p></div>'],
  ['next to no opacity', '<div style="opacity:.05"><p>amantadine</p></div>'],
  ['transparent', '<p style="color:transparent">amantadine</p>'],
  ['tiny', '<p style="font-size:1px">amantadine</p>'],
];

const PAGES: Record<string, string> = Object.fromEntries(
  HIDDEN.map(([, html], index) => [`/hidden/${index}`, `${HEAD}${html}<p>memantine</p></html>`]),
);

/** Registered only once a reader sees it. */
const NOT_YET = `<p hidden>ketamine</p><p style="visibility:hidden">donepezil</p>
  <div style="overflow:hidden;height:0"><p>quinine</p></div><details><summary>More</summary><p>warfarin</p></details>
  <div popover id="pop"><p>dextromethorphan</p></div><div style="overflow:hidden;width:300px"><div
  style="width:900px;transition:transform .1s"><p style="margin-left:600px">loratadine</p></div></div>
  <div style="height:3000px"></div><p id="far">cetirizine ranitidine</p>`;
const COVERED = `<div style="position:relative"><p>cimetidine</p><div style="position:absolute;inset:0;background:rgb(0,0,0)"></div></div>`;

/** What is seen, though it might look like the others. */
const SEEN = `<p style="color:transparent;background:linear-gradient(red,blue);background-clip:text;-webkit-background-clip:text">amantadine</p>
  <p style="clip-path:inset(0)">ketamine</p><p style="clip-path:circle(90%)">quinine</p>
  <div style="position:relative"><p>donepezil</p><div style="position:absolute;inset:0;background:rgba(0,0,0,.1)"></div></div>
  <div style="overflow:hidden;height:0;position:static"><div style="position:absolute;top:400px"><p>memantine</p></div></div>
  <p style="pointer-events:none">warfarin</p>
  <div style="position:relative;height:60px"><canvas height="60"></canvas><div style="position:absolute;inset:0">
    <span style="position:absolute;color:transparent">galantamine</span></div></div>
  <div style="position:relative"><div style="position:absolute;inset:0;background:#eee"></div>
    <p style="position:relative;pointer-events:none">rivastigmine</p></div>`;

Object.assign(PAGES, {
  '/not-yet': `${HEAD}<p>memantine</p>${COVERED}${NOT_YET}</html>`,
  '/seen': `${HEAD}${SEEN}</html>`,
  '/first': `${HEAD}<p style="position:absolute;left:-9999px">memantine</p><p id="shown">Take memantine daily.</p></html>`,
  '/back': `${HEAD.replace('<html', '<html dir="rtl"')}<div style="width:3000px"><p>memantine</p><p style="margin-right:2500px">amantadine</p></div></html>`,
});

describe.each(BROWSERS)('words that nobody sees, in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let page: Page;
  let own: Page;

  onStage(name, PAGES, (stage) => {
    ({ lens, site, page, own } = stage);
  });

  const marks = (expected: readonly string[]): Promise<string[]> =>
    until(
      async () => (await markedTexts(page)).sort(),
      (texts) => JSON.stringify(texts) === JSON.stringify(expected),
    );
  const found = (path: string, expected: readonly string[]): Promise<string[]> =>
    until(
      async () => (await foundTexts(own, site.origin + path)).sort(),
      (texts) => JSON.stringify(texts) === JSON.stringify(expected),
    );
  const badge = (path: string): Promise<string> =>
    inExtension(
      own,
      `await api.action.getBadgeText({ tabId: (await api.tabs.query({})).find(({ url }) => url === ${JSON.stringify(site.origin + path)}).id })`,
    );

  it.each(HIDDEN.map(([title], index) => [title, `/hidden/${index}`] as const))(
    'are neither painted nor counted: %s',
    async (_, path) => {
      await lens.open(page, site.origin + path);
      await marks(['memantine']);
      await found(path, ['memantine']);
      await until(
        () => badge(path),
        (text) => text === '1',
      );
      expect(await markedTexts(page)).toEqual(['memantine']);
    },
  );

  it('are painted and counted once they are seen', async () => {
    await lens.open(page, `${site.origin}/hidden/0`);
    await marks(['memantine']);
    await page.evaluate(`document.querySelector('p').style.left = '100px'; 0`);
    await marks(['amantadine', 'memantine']);
    await found('/hidden/0', ['amantadine', 'memantine']);
    await until(
      () => badge('/hidden/0'),
      (text) => text === '2',
    );
  });

  it('are counted and not painted where a reader may open or scroll', async () => {
    await lens.open(page, `${site.origin}/not-yet`);
    const all =
      'cetirizine cimetidine dextromethorphan donepezil ketamine loratadine memantine quinine ranitidine warfarin';
    await found('/not-yet', all.split(' '));
    await marks(['memantine']);
    await page.evaluate('far.scrollIntoView(); document.querySelector("details").open = true; pop.showPopover()');
    await marks(['cetirizine', 'dextromethorphan', 'memantine', 'ranitidine']);
  });

  it('are not what looks a little like them', async () => {
    await lens.open(page, `${site.origin}/seen`);
    const all = 'amantadine donepezil galantamine ketamine memantine quinine rivastigmine warfarin'.split(' ');
    await marks(all);
    await found('/seen', all);
  });

  it('take no mark away from the first that is seen', async () => {
    const before = await stored(own, 'settings');
    await inExtension(
      own,
      `await api.storage.local.set({ settings: { version: 1, marks: { quiet: 'first-per-page' } } })`,
    );
    await lens.open(page, `${site.origin}/first`);
    await marks(['memantine']);
    const [box] = (await ask(page, 'highlights')).flatMap(({ ranges }) => ranges.map((range) => range.box));
    expect(box!.x).toBeGreaterThan(0);
    await inExtension(own, `await api.storage.local.set({ settings: ${JSON.stringify(before)} })`);
  });

  it('are not those further on in a page from right to left', async () => {
    await lens.open(page, `${site.origin}/back`);
    await marks(['memantine']);
    await found('/back', ['amantadine', 'memantine']);
  });

  it('are not painted because the page says that it is printed', async () => {
    await tick(own, '#marks-inPrint', true);
    await lens.open(page, `${site.origin}/not-yet`);
    await marks(['memantine']);
    await page.evaluate(`globalThis.most = 0;
      for (const type of ['beforeprint', 'afterprint', 'beforeprint']) dispatchEvent(new Event(type));
      most = [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0); 0`);
    expect(await page.evaluate('most')).toBe(1);
    await tick(own, '#marks-inPrint', false);
  });

  it('are painted under a name that says nothing and is another each time', async () => {
    const names = new Set<string>();
    for (let k = 0; k < 3; k++) {
      await lens.open(page, `${site.origin}/not-yet`);
      await marks(['memantine']);
      for (const { name: key } of await ask(page, 'highlights')) names.add(key);
    }
    expect(names.size).toBe(3);
    for (const one of names) expect(one).toMatch(/^[a-z]{8}$/);
  });
});
