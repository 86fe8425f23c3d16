/** Pages that people meet and that broke annotators, ours among them: names are marked, cards open, and the page lives. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { Served } from '../../src/tools/serve.ts';
import { inTurn } from '../sampling.ts';
import { BROWSERS, type Lens } from './harness/browsers.ts';
import { foundTexts } from './harness/own-pages.ts';
import { boxOfMark, cardOf, middleOf, noCard, pressEscape, restOn } from './harness/pointing.ts';
import { type Box, markedTexts, until } from './harness/probe.ts';
import { onStage } from './harness/stage.ts';

const HEAD = `<!doctype html><meta charset="utf-8"><style>body { margin: 40px } p { margin: 20px }</style>`;

/** Title, page, and what is marked, sorted: what stands in the way of reading does not. */
const MARKED: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'a form whose field is named like what is asked of elements',
    '<p>ketamine</p><form action="#"><input name="closest">Take memantine</form><p>amantadine</p>',
    ['amantadine', 'ketamine', 'memantine'],
  ],
  [
    'readings over and between the letters of a name',
    '<p>服用<ruby>美<rp>(</rp><rt>měi</rt><rp>)</rp>金<rp>(</rp><rt>jīn</rt><rp>)</rp>刚<rp>(</rp><rt>gāng</rt><rp>)</rp></ruby></p><p><ruby>meman<rt>a</rt>tine<rt>b</rt></ruby></p>',
    ['memantine', '美金刚'],
  ],
  ['a name that is itself a reading', '<p><ruby>美金<rt>memantine</rt></ruby></p>', ['memantine']],
  ['markup without text inside a name', `<p>meman${'<i></i>'.repeat(60)}tine</p>`, ['memantine']],
];

/** Title, page: a pointer that rests on memantine opens its card. */
const HOVERED: readonly (readonly [string, string])[] = [
  [
    'a box that is placed out of one that clips',
    `<div style="position:relative"><div style="overflow:hidden;height:20px">menu<div style="position:absolute;top:100px;left:100px">
      <p>memantine</p></div></div></div>`,
  ],
  [
    'a fixed box in one that clips',
    '<div style="overflow:hidden;height:20px">menu<div style="position:fixed;top:100px;left:100px"><p>memantine</p></div></div>',
  ],
  [
    'a popover in a box that clips',
    `<div style="overflow:hidden;height:20px">menu<div id="p" popover style="inset:auto;top:100px;left:100px"><p>memantine</p></div></div>
     <script>p.showPopover()</script>`,
  ],
  ['a box that is none', '<div style="display:contents;overflow:hidden"><p>memantine is here</p></div>'],
  [
    'a link stretched over its card',
    `<div style="position:relative;width:400px;padding:20px;border:1px solid"><p>About memantine</p>
      <a href="#x">More<span style="position:absolute;inset:0"></span></a></div>`,
  ],
  [
    'the letters of a name that fourteen hundred empty elements cut',
    `<p>amantadine <b>meman</b>${'<i></i>'.repeat(1_400)}tine</p>`,
  ],
  ['text that takes no pointer', '<p style="pointer-events:none">Take memantine daily</p>'],
  ['a page that is enlarged', '<style>html { zoom: 1.5 }</style><p>Take memantine daily</p>'],
  [
    'a box that is enlarged in one that is',
    '<div style="zoom:1.5"><div style="zoom:0.8"><p>Take memantine daily</p></div></div>',
  ],
  ['a box that is enlarged', '<div style="zoom:1.7"><p>Take memantine daily</p></div>'],
  ['a box that is made small', '<div style="zoom:.5"><p>Take memantine daily</p></div>'],
  [
    'a popover in a box that is enlarged',
    '<div style="zoom:1.6"><div id="p" popover style="inset:auto;top:60px;left:60px"><p>Take memantine daily</p></div></div><script>p.showPopover()</script>',
  ],
  [
    'a popover that is itself made small',
    '<div id="p" popover style="zoom:.7;inset:auto;top:60px;left:60px"><p>Take memantine daily</p></div><script>p.showPopover()</script>',
  ],
  [
    'a modal dialog in a box that is enlarged',
    '<div style="zoom:1.5"><dialog id="p"><p>Take memantine daily</p></dialog></div><script>p.showModal()</script>',
  ],
  [
    'a modal dialog that is itself enlarged, on a page that is made small',
    '<style>html { zoom: .8 }</style><dialog id="p" style="zoom:1.5"><p>Take memantine daily</p></dialog><script>p.showModal()</script>',
  ],
  [
    'a page in columns from right to left',
    '<style>body { writing-mode: vertical-rl }</style><p>Take memantine daily</p>',
  ],
  [
    'a page in columns from left to right',
    '<style>body { writing-mode: vertical-lr }</style><p>Take memantine daily</p>',
  ],
  [
    'a form named like what is asked of elements',
    `<form>${['matches', 'closest', 'parentNode', 'parentElement', 'getBoundingClientRect', 'contains', 'isConnected']
      .map((name) => `<input type="hidden" name="${name}">`)
      .join('')}<p>memantine</p></form>`,
  ],
  [
    'words that are written anew when the pointer comes',
    `<p id="p">Take <span class="w">memantine</span> daily</p><script>p.addEventListener('mouseover', ({ target }) => {
      const word = target.closest('.w');
      if (word && !word.querySelector('u')) word.innerHTML = '<u>' + word.textContent + '</u>';
    })</script>`,
  ],
];

/** Title, page, what the page does then, and whether the reader's pointer comes: nothing opens. */
const QUIET: readonly (readonly [string, string, string, boolean])[] = [
  [
    'a name below an opaque box',
    `<div style="position:relative"><p>Take memantine daily</p><div id="c" hidden style="position:absolute;inset:0;background:#000"></div></div>`,
    'c.hidden = false',
    true,
  ],
  [
    'a page that makes up a pointer',
    '<p id="p">memantine</p>',
    `(() => {
      const range = document.createRange();
      range.selectNodeContents(p);
      const { x, y } = range.getBoundingClientRect();
      for (const type of ['pointerover', 'pointerenter', 'pointermove', 'mousemove', 'pointerdown', 'pointerup', 'click'])
        for (const k of [4, 5, 6]) p.dispatchEvent(new PointerEvent(type, {
          bubbles: true, composed: true, clientX: x + k, clientY: y + 4, pointerType: k === 5 ? 'touch' : 'mouse',
        }));
    })()`,
    false,
  ],
];

describe.each(BROWSERS)('in the wild, in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let page: Page;
  let own: Page;

  const pages: Record<string, string> = {
    '/frozen': `${HEAD}<form id="g" action="#"><input name="parentNode" value="x"><span id="s">Nothing</span></form><p id="p"></p>`,
    '/named': `${HEAD}<p>memantine</p><div id="d"></div>`,
    '/anew': `${HEAD}<div id="p"><p>Take memantine daily</p></div>`,
  };
  const serve = (kind: string, htmls: readonly string[]): void =>
    htmls.forEach((html, index) => {
      pages[`/${kind}/${index}`] = HEAD + html;
    });
  serve(
    'marked',
    MARKED.map(([, html]) => html),
  );
  serve(
    'hovered',
    HOVERED.map(([, html]) => html),
  );
  serve(
    'quiet',
    QUIET.map(([, html]) => html),
  );
  onStage(name, pages, (stage) => {
    ({ lens, site, page, own } = stage);
  });

  const turn = <T>(all: readonly T[]): readonly T[] => inTurn(BROWSERS, name, all);

  const marks = (expected: readonly string[]): Promise<string[]> =>
    until(
      async () => (await markedTexts(page)).sort(),
      (texts) => JSON.stringify(texts) === JSON.stringify(expected),
      20_000,
    );

  it.each(turn(MARKED.map(([title, , expected], index) => [title, index, expected] as const)))(
    'marks in spite of %s',
    async (_, index, expected) => {
      await lens.open(page, `${site.origin}/marked/${index}`);
      const found = await until(
        async () => (await foundTexts(own, `${site.origin}/marked/${index}`)).map(bare).sort(),
        (texts) => texts.length >= expected.length,
        20_000,
      );
      expect(found).toEqual(expected);
    },
  );

  it.each(turn(HOVERED.map(([title], index) => [title, index] as const)))('opens a card on %s', async (_, index) => {
    await lens.open(page, `${site.origin}/hovered/${index}`);
    await restOn(page, 'memantine');
    const { panel } = await cardOf(page, 'memantine');
    expect(panel!.box.width).toBeGreaterThan(200);
    const [card, mark] = [panel!.box, await boxOfMark(page, 'memantine')];
    expect(Math.min(card.x, card.y)).toBeGreaterThanOrEqual(0);
    expect(card.x + card.width).toBeLessThanOrEqual(1_000);
    expect(card.y + card.height).toBeLessThanOrEqual(800);
    // Beside the name, and not on it.
    const gap = gapOf(card, mark);
    expect(gap).toBeLessThanOrEqual(12);
    expect(gap).toBeGreaterThanOrEqual(-1);
    await pressEscape(page);
  });

  it.each(QUIET.map(([title, , does, comes], index) => [title, index, does, comes] as const))(
    'opens nothing on %s',
    async (_, index, does, comes) => {
      // A pointer left on the last page rests on this one, too.
      await page.mouse.move(1, 1);
      await lens.open(page, `${site.origin}/quiet/${index}`);
      const { x, y } = middleOf(await boxOfMark(page, 'memantine'));
      await page.evaluate(`${does}; 0`);
      if (comes) await page.mouse.move(x, y, { steps: 3 });
      // Long enough for a card to come.
      await new Promise((done) => setTimeout(done, 1_200));
      await noCard(page);
    },
  );

  it('leaves a page alive whose form shadows what the DOM is walked by', async () => {
    await lens.open(page, `${site.origin}/frozen`);
    await page.evaluate(`s.textContent = 'Other text'; p.textContent = 'memantine'`);
    await marks(['memantine']);
    await page.evaluate(`s.textContent = 'amantadine'`);
    await marks(['amantadine', 'memantine']);
  });

  it('opens cards after the page wrote itself anew', async () => {
    await lens.open(page, `${site.origin}/named`);
    await marks(['memantine']);
    await page.evaluate(`document.open();
      document.write('<!doctype html><meta charset=utf-8><body style="margin:40px"><p>Take amantadine daily</p>');
      document.close();
      globalThis.heard = '';
      // What it puts on its window now comes before anything of ours: told in the guard.
      for (const type of ['keydown', 'keyup', 'pointerdown', 'click'])
        document.addEventListener(type, (event) => { heard += type + (event.key ?? '') + ' '; }, true);
      0`);
    // The probe was written over, too: the page itself tells.
    const box = (await until(
      () =>
        page.evaluate(`(() => {
          const range = [...CSS.highlights.values()].flatMap((one) => [...one]).find((one) => String(one) === 'amantadine');
          const box = range?.getBoundingClientRect();
          return box && [box.x + box.width / 2, box.y + box.height / 2];
        })()`) as Promise<[number, number] | undefined>,
      (at) => at !== undefined,
    ))!;
    await page.mouse.move(1, 1);
    await page.mouse.move(...box, { steps: 2 });
    const host = (await until(
      () =>
        page.evaluate(`(() => {
          const { popover } = document.documentElement.lastElementChild;
          const { x, y, width, height } = document.documentElement.lastElementChild.getBoundingClientRect();
          return { popover, x, y, width, height };
        })()`) as Promise<Box & { popover: string | null }>,
      ({ popover, height }) => popover === 'manual' && height > 0,
    ))!;
    // Presses and keys in the card stay there, as on a page that was not rewritten.
    await page.mouse.move(host.x + 20, host.y + 20, { steps: 3 });
    await page.mouse.click(host.x + 20, host.y + 20);
    for (const key of ['j', 'Tab', 'Enter'] as const) await page.keyboard.press(key);
    expect(await page.evaluate('heard')).toBe('');
  });

  it('keeps the card while the page writes the same text again, and closes it when another comes', async () => {
    await lens.open(page, `${site.origin}/anew`);
    await restOn(page, 'memantine');
    await cardOf(page, 'memantine');
    for (let k = 0; k < 3; k++) {
      await page.evaluate(
        `globalThis.before = document.documentElement.lastElementChild; p.innerHTML = p.innerHTML; 0`,
      );
      // Longer than a card outlives a name that is gone.
      await new Promise((done) => setTimeout(done, 1_000));
      expect(await page.evaluate('document.documentElement.lastElementChild === before')).toBe(true);
    }
    await cardOf(page, 'memantine');
    await page.evaluate(`p.innerHTML = '<p>Take water daily</p>'`);
    await noCard(page);
  });

  it('paints again when the page replaces what is registered, empties it, or replaces the constructors', async () => {
    await lens.open(page, `${site.origin}/named`);
    await marks(['memantine']);
    for (const attack of [
      `for (const key of [...CSS.highlights.keys()]) CSS.highlights.set(key, new Highlight())`,
      `for (const highlight of CSS.highlights.values()) highlight.clear()`,
      `CSS.highlights.clear()`,
      `globalThis.real = CSS.highlights; globalThis.Highlight = class {}; Object.defineProperty(CSS, 'highlights', { value: new Map() }); d.innerHTML = '<p>ketamine</p>'`,
    ]) {
      await page.evaluate(`${attack}; 0`);
      if (!attack.includes('ketamine')) await marks(['memantine']);
    }
    // What is drawn is in the browser's own registry, whatever the page shows of it.
    await until(
      () => page.evaluate(`[...real.values()].flatMap((one) => [...one]).map(String).sort().join()`),
      (texts) => texts === 'ketamine,memantine',
    );
  });
});

/** How far two boxes are apart; negative where they lie on each other. */
const gapOf = (a: Box, b: Box): number =>
  Math.max(a.x - b.x - b.width, b.x - a.x - a.width, a.y - b.y - b.height, b.y - a.y - a.height);

/** Without what stands between the letters. */
const bare = (text: string): string => text.replace(/[\u00ad\s]/g, '');
