/** Wherever a mention stands, a pointer, pen or finger on it opens the card on top of it, and the page works as before. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '../../src/cli/serve.ts';
import { BROWSERS, type Lens, launch } from './harness/browsers.ts';
import { boxOfMark, cardOf, middleOf, noCard, pressEscape, restOn } from './harness/pointing.ts';
import { ask, markedTexts, until } from './harness/probe.ts';

const HEAD = `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">
  <style>body { margin: 40px } p { margin: 20px }</style>`;

/** Title, page, and what a script does first. */
const PLACES: readonly (readonly [string, string, string?])[] = [
  ['a modal dialog', '<dialog><p>memantine</p></dialog>', `document.querySelector('dialog').showModal()`],
  [
    'a modal dialog in a modal dialog',
    '<dialog id="a"><p>Outer</p><dialog id="b"><p>memantine</p></dialog></dialog>',
    'a.showModal(); b.showModal()',
  ],
  ['a popover', '<div popover><p>memantine</p></div>', `document.querySelector('[popover]').showPopover()`],
  [
    'a disclosure that is opened',
    '<details><p>memantine</p></details>',
    `document.querySelector('details').open = true`,
  ],
  [
    'content whose rendering was skipped',
    '<div id="c" style="content-visibility:hidden"><p>memantine</p></div>',
    `c.style.contentVisibility = 'visible'`,
  ],
  [
    'content that renders when it is scrolled to',
    `<div style="height:3000px"></div>
     <div id="c" style="content-visibility:auto;contain-intrinsic-size:auto 300px"><p>memantine</p></div><div style="height:3000px"></div>`,
    `c.scrollIntoView()`,
  ],
  ['SVG text', '<svg width="300" height="80"><text x="20" y="40">Take memantine</text></svg>'],
  ['a cell of a table', '<table><tr><th>Name</th><td>memantine</td></tr></table>'],
  ['right-to-left text', '<p dir="rtl">يؤخذ memantine يوميا</p>'],
  ['vertical text', '<p style="writing-mode:vertical-rl;height:300px">Take memantine daily</p>'],
  ['a shadow tree', '<div><template shadowrootmode="closed"><p>memantine</p></template></div>'],
  [
    'text right in a shadow root',
    '<x-y></x-y>',
    `document.querySelector('x-y').attachShadow({ mode: 'open' }).append('memantine')`,
  ],
  ['a tilted and enlarged box', '<p style="transform:rotate(20deg) scale(1.5);width:200px">memantine</p>'],
];

describe.each(BROWSERS)('surfaces in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let page: Page;

  beforeAll(async () => {
    const pages: Record<string, string> = {
      '/full': `${HEAD}<button id="b">Enlarge</button><div id="d" style="background:#fff"><p>memantine</p></div>
        <script>b.onclick = () => d.requestFullscreen();</script>`,
      '/clicks': `${HEAD}<p><a id="a" href="#followed">memantine</a></p><p><button id="b">amantadine</button></p>
        <p><label><input id="c" type="checkbox"> ketamine</label></p>
        <script>globalThis.pressed = 0; b.onclick = () => { pressed += 1; };</script>`,
      '/styled.xml': `<?xml version="1.0"?><?xml-stylesheet href="/notes.css"?>
        <my-notes><note>Take memantine.</note><note>And amantadine.</note></my-notes>`,
      '/notes.css': 'note { display: block; margin: 40px }',
      '/page.xhtml': `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>X</title></head>
        <body><p>Take memantine.</p><p>And amantadine.</p></body></html>`,
      '/plain.txt': 'Take memantine.\nAnd amantadine.',
      '/touch': `${HEAD}<p>Take memantine.</p><p><a id="a" href="#followed">amantadine</a></p>`,
    };
    PLACES.forEach(([, html], index) => {
      pages[`/place/${index}`] = HEAD + html;
    });
    [lens, site] = await Promise.all([launch(name), serve(import.meta.dirname, pages)]);
    page = await lens.newPage();
  });

  afterAll(async () => {
    await lens?.close();
    await site?.close();
  });

  /** The card's host is what the page finds at the middle of the card. */
  async function onTop(): Promise<void> {
    await until(
      async () => {
        const { x, y } = middleOf((await ask(page, 'card'))!.panel!.box);
        return page.evaluate(
          `(() => { const found = document.elementFromPoint(${x}, ${y}); return found?.localName + ' ' + found?.popover; })()`,
        );
      },
      (found) => found === 'div manual',
    );
  }

  it.each(PLACES.map(([title, , before], index) => [title, index, before] as const))('%s', async (_, index, before) => {
    await lens.open(page, `${site.origin}/place/${index}`);
    if (before) await page.evaluate(`${before}; 0`);
    await until(
      () => boxOfMark(page, 'memantine'),
      ({ width, height, y }) => width > 0 && height > 0 && y < 700,
    );
    await restOn(page, 'memantine');
    await cardOf(page, 'memantine');
    await onTop();
    await pressEscape(page);
  });

  it.each(['styled.xml', 'page.xhtml', 'plain.txt'])('%s, where the card itself is never marked', async (path) => {
    const said: string[] = [];
    const listen = (message: { text: () => string }) => said.push(message.text());
    page.on('console', listen);
    await lens.open(page, `${site.origin}/${path}`);
    await restOn(page, 'memantine');
    expect((await cardOf(page, 'memantine')).text).toMatch(/amantadine/);
    await onTop();
    // As long as it takes to read what came into the page.
    await new Promise((done) => setTimeout(done, 800));
    expect((await markedTexts(page)).sort()).toEqual(['amantadine', 'memantine']);
    await pressEscape(page);
    page.off('console', listen);
    expect(said).toEqual([]);
  });

  it('an element that fills the screen', async () => {
    await lens.open(page, `${site.origin}/full`);
    await boxOfMark(page, 'memantine');
    await page.click('#b');
    await until(
      () => page.evaluate('document.fullscreenElement?.id'),
      (id) => id === 'd',
    );
    await restOn(page, 'memantine');
    await cardOf(page, 'memantine');
    await onTop();
    await page.evaluate('document.exitFullscreen()');
    await cardOf(page, 'memantine');
    await onTop();
    await pressEscape(page);
  });

  it('a link: its card opens on hover, and a click follows it', async () => {
    await lens.open(page, `${site.origin}/clicks`);
    await restOn(page, 'memantine');
    await cardOf(page, 'memantine');
    const { x, y } = middleOf(await boxOfMark(page, 'memantine'));
    await page.mouse.click(x, y);
    await until(
      () => page.evaluate('location.hash'),
      (hash) => hash === '#followed',
    );
    await pressEscape(page);
  });

  it('a button and a label: their cards open on hover, and a click presses them', async () => {
    await lens.open(page, `${site.origin}/clicks`);
    await page.keyboard.press('Escape');
    for (const [text, done] of [
      ['amantadine', 'pressed === 1'],
      ['ketamine', 'c.checked'],
    ] as const) {
      await restOn(page, text);
      await cardOf(page, text);
      const { x, y } = middleOf(await boxOfMark(page, text));
      await page.mouse.click(x, y);
      expect(await page.evaluate(done)).toBe(true);
      await pressEscape(page);
    }
  });

  it('a tap opens the card, a tap beside it closes it, and a tap on a link follows the link alone', async () => {
    await lens.open(page, `${site.origin}/touch`);
    const mention = middleOf(await boxOfMark(page, 'memantine'));
    await page.touchscreen.tap(mention.x, mention.y);
    const card = await cardOf(page, 'memantine');
    const { box } = card.panel!;
    await page.touchscreen.tap(box.x + 60, box.y + box.height - 12);
    await cardOf(page, 'memantine');
    await page.touchscreen.tap(950, 780);
    await noCard(page);
    const link = middleOf(await boxOfMark(page, 'amantadine'));
    await page.touchscreen.tap(link.x, link.y);
    await until(
      () => page.evaluate('location.hash'),
      (hash) => hash === '#followed',
    );
    // As long as a card takes to open.
    await new Promise((done) => setTimeout(done, 600));
    expect(await ask(page, 'card')).toBeNull();
  });

  // Only Chromium's driver has a pen.
  if (name === 'chrome')
    it('a pen that hovers opens the card as a mouse does', async () => {
      await lens.open(page, `${site.origin}/touch`);
      const { x, y } = middleOf(await boxOfMark(page, 'memantine'));
      const session = await page.createCDPSession();
      for (const [left, top] of [
        [1, 1],
        [x - 3, y],
        [x, y],
      ] as const)
        await session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: left, y: top, pointerType: 'pen' });
      await cardOf(page, 'memantine');
      await pressEscape(page);
    });
});
