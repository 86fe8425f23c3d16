/** What marks say: the verdict by shape and colour, the first of each medicine in a section, the text before the menu. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { Served } from '../../src/tools/serve.ts';
import { BROWSERS, type Lens } from './harness/browsers.ts';
import { press, stored, tick } from './harness/own-pages.ts';
import { boxOfMark, middleOf, pressInCard } from './harness/pointing.ts';
import { ask, markedTexts, TALL, until } from './harness/probe.ts';
import { onStage } from './harness/stage.ts';

const PAGE = `<!doctype html><html lang="en"><title>Marks</title>
<style>body { font: 18px/2 serif; margin: 20px }</style>
<nav><a href="#a">Memantine</a> <a href="#b">Ketamine</a> <a href="#c">Warfarin</a></nav>
<main><h1>First</h1>
<p>Take memantine with amantadine; memantine again, and sodium bicarbonate.</p>
<h2>Second</h2><p>Here memantine and ketamine; ketamine twice; and donepezil.</p></main>
<div class="related-links"><h2>Related</h2><a href="#d">Amantadine</a></div>
<footer>Riluzole</footer></html>`;

/** What is marked of it at first. */
const FIRST = [
  'memantine',
  'amantadine',
  'sodium bicarbonate',
  'memantine',
  'ketamine',
  'donepezil',
  'Warfarin',
  'Riluzole',
];

describe.each(BROWSERS)('marks in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let page: Page;
  let options: Page;

  const pages = {
    '/': PAGE,
    '/names': `<!doctype html><title>Names</title><h1>On memantine</h1><p>Take memantine, or Namenda.</p><h2>Ketamine</h2>`,
    '/menu': `<!doctype html><title>Menu</title><nav>Memantine, memantine</nav><p>Nothing here.</p>`,
  };
  onStage(
    name,
    pages,
    async (stage) => {
      ({ lens, site, page, own: options } = stage);
      await page.setViewport(TALL);
      await lens.open(page, `${site.origin}/`);
    },
    { settings: {} },
  );

  const marks = (of: Page, texts: readonly string[]) =>
    until(
      () => markedTexts(of),
      (found) => JSON.stringify(found.toSorted()) === JSON.stringify([...texts].toSorted()),
    );

  it('stand on the first of each medicine in a section, and in a menu only where the text has none', async () => {
    await marks(page, FIRST);
  });

  it('stand on each name of a medicine, and in a heading only where the text below has none', async () => {
    const other = await lens.newPage();
    await other.setViewport(TALL);
    await lens.open(other, `${site.origin}/names`);
    await marks(other, ['memantine', 'Namenda', 'Ketamine']);
    const boxes = (await ask(other, 'highlights')).flatMap(({ ranges }) => ranges);
    const heading = await other.$eval('h1', (element) => element.getBoundingClientRect().bottom);
    expect(boxes.find(({ text }) => text === 'memantine')!.box.y).toBeGreaterThan(heading);
    await other.close();
  });

  it('stand in a menu where nothing else names the medicine', async () => {
    const other = await lens.newPage();
    await other.setViewport(TALL);
    await lens.open(other, `${site.origin}/menu`);
    await marks(other, ['Memantine']);
    await other.close();
  });

  it('are registered apart by verdict, under names that say nothing', async () => {
    await page.bringToFront();
    const highlights = await ask(page, 'highlights');
    const groups = highlights.map(({ ranges }) => [...new Set(ranges.map(({ text }) => text))].sort());
    expect(groups.toSorted()).toEqual([
      ['Riluzole', 'Warfarin'],
      ['amantadine', 'ketamine'],
      ['donepezil'],
      ['memantine'],
      ['sodium bicarbonate'],
    ]);
    for (const highlight of highlights) expect(highlight.name).toMatch(/^[a-z]{8}$/);
  });

  it('look different by verdict in shape and in colour', async () => {
    await page.bringToFront();
    const looks = await until(
      () =>
        page.evaluate(() =>
          [...CSS.highlights.keys()].map((key) => {
            const style = getComputedStyle(document.body, `::highlight(${key})`);
            return [style.textDecorationStyle, style.textDecorationColor] as const;
          }),
        ),
      (all) => all.every(([style]) => style !== 'solid'),
    );
    // Caution and watch differ by degree only, and share a shape; the other three have their own.
    expect(new Set(looks.map(([style]) => style)).size).toBe(4);
    expect(new Set(looks.map(([, color]) => color)).size).toBe(5);
  });

  // Only Chromium's driver can force colours.
  const inChromium = name === 'chrome' ? it : () => {};
  inChromium('fill no more than some letters in forced colours, but what is to be avoided', async () => {
    const session = await page.createCDPSession();
    const force = (value: string) =>
      session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });
    await force('active');
    await marks(page, ['ine', 'ine', 'amantadine', 'ketamine', 'sodi', 'Wa', 'Ri', 'd']);
    await force('none');
    await marks(page, FIRST);
  });

  it('go from a wrong match on its site at once, and come back from the options', async () => {
    await page.bringToFront();
    const { x, y } = middleOf(await boxOfMark(page, 'amantadine'));
    await page.mouse.click(x, y);
    await pressInCard(page, '.more summary', 'This mark, report an error');
    await pressInCard(page, '.act', 'Wrong match: not a medicine here');
    await until(
      () => markedTexts(page),
      (texts) => !texts.some((text) => /amantadine/i.test(text)),
    );
    await until(
      () => ask(page, 'query', { selector: '.status' }),
      (all) => all[0]!.text.startsWith('Not marked on this site any more'),
    );
    expect(await stored(options, 'settings')).toMatchObject({
      marks: { exceptions: [`127.0.0.1:${site.port} amantadine`] },
    });
    await press(options, '#exceptions button');
    await until(
      () => markedTexts(page),
      (texts) => texts.includes('amantadine'),
    );
  });

  it('stand on every mention on demand', async () => {
    await tick(options, '#marks-quiet-every');
    await until(
      () => markedTexts(page),
      (found) => found.length === 13,
    );
  });
});
