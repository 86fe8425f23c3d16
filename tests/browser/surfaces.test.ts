/** Wherever a mention stands, a pointer, pen or finger on it opens the card on top of it, and the page works as before. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { Served } from '../../src/tools/serve.ts';
import { inTurn } from '../sampling.ts';
import { BROWSERS, type Lens } from './harness/browsers.ts';
import { boxOfMark, cardOf, middleOf, noCard, pressEscape, restOn } from './harness/pointing.ts';
import { ask, type Box, markedTexts, until } from './harness/probe.ts';
import { onStage } from './harness/stage.ts';

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
  [
    'a closed shadow tree in another',
    `<x-a></x-a><script>
      for (const [name, html] of [['x-a', '<section><x-b></x-b></section>'], ['x-b', '<p>memantine</p>']])
        customElements.define(name, class extends HTMLElement {
          constructor() { super(); this.attachShadow({ mode: 'closed' }).innerHTML = html; }
        });
    </script>`,
  ],
  [
    'text in the slot of a closed shadow tree',
    '<x-s><template shadowrootmode="closed"><p>Take <slot></slot></p></template><span>memantine</span></x-s>',
  ],
  [
    'text right in a shadow root',
    '<x-y></x-y>',
    `document.querySelector('x-y').attachShadow({ mode: 'open' }).append('memantine')`,
  ],
  ['a tilted and enlarged box', '<p style="transform:rotate(20deg) scale(1.5);width:200px">memantine</p>'],
];

/** SVG text with only the name in it, so that the element is where the name is. */
const DRAWN = {
  'enlarged SVG text':
    '<svg width="600" height="300" viewBox="0 0 200 100"><text x="20" y="40">\n  memantine\n</text></svg>',
  'SVG text in parts, moved and turned':
    '<svg width="600" height="300" viewBox="0 0 200 100"><g transform="translate(30 20) rotate(10)"><text x="0" y="40"><tspan>meman</tspan><tspan>tine</tspan></text></g></svg>',
  'a link in SVG text':
    '<svg width="600" height="300" viewBox="0 0 200 100"><text x="20" y="40"><a href="#x">memantine</a></text></svg>',
};

/** Frames at the top left of their page, which fill it. */
const FRAMES: Readonly<Record<string, string>> = {
  'a frame of the same site': `f.src = '/leaf'`,
  'a frame of another site': `f.src = location.origin.replace('127.0.0.1', 'localhost') + '/leaf'`,
  'a frame without an address': `f.contentDocument.body.innerHTML = '<p>memantine</p>'`,
  'a frame with its text in an attribute': `f.srcdoc = '<p>memantine</p>'`,
  'a frame of a blob': `f.src = URL.createObjectURL(new Blob(['<p>memantine</p>'], { type: 'text/html' }))`,
  'a frame that is locked in': `f.sandbox = 'allow-scripts'; f.src = '/leaf'`,
  'a frame in a frame of another site': `f.src = location.origin.replace('127.0.0.1', 'localhost') + '/nested'`,
};
const FRAME = '<iframe id="f" style="position:fixed;left:0;top:0;width:900px;height:700px;border:0"></iframe>';

describe.each(BROWSERS)('surfaces in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let page: Page;

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
    '/leaf': `${HEAD}<p>memantine</p>`,
    '/writes': `${HEAD}<button id="b">Write</button><style>iframe { width: 700px; height: 500px; border: 0 }</style>
      <script>var inner;</script><iframe src="/leaf"></iframe>`,
    '/nested': `${FRAME}<script>f.src = '/leaf'</script>`,
    '/picture.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="300"><text x="20" y="40">memantine</text></svg>',
  };
  PLACES.forEach(([, html], index) => {
    pages[`/place/${index}`] = HEAD + html;
  });
  Object.values(DRAWN).forEach((html, index) => {
    pages[`/drawn/${index}`] = HEAD + html;
  });
  Object.values(FRAMES).forEach((fill, index) => {
    pages[`/frame/${index}`] = `${HEAD}${FRAME}<script>${fill}</script>`;
  });
  onStage(name, pages, (stage) => {
    ({ lens, site, page } = stage);
  });

  const turn = <T>(all: readonly T[]): readonly T[] => inTurn(BROWSERS, name, all);

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

  it.each(turn(PLACES.map(([title, , before], index) => [title, index, before] as const)))(
    '%s',
    async (_, index, before) => {
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
    },
  );

  it.each(['styled.xml', 'page.xhtml', 'plain.txt'])('%s, where the card itself is never marked', async (path) => {
    const said: string[] = [];
    const listen = (message: { text: () => string }) => said.push(message.text());
    page.on('console', listen);
    await lens.open(page, `${site.origin}/${path}`);
    await restOn(page, 'memantine');
    expect((await cardOf(page, 'memantine')).text).toMatch(/memantine/);
    await onTop();
    // As long as it takes to read what came into the page.
    await new Promise((done) => setTimeout(done, 800));
    expect((await markedTexts(page)).sort()).toEqual(['amantadine', 'memantine']);
    await pressEscape(page);
    page.off('console', listen);
    expect(said).toEqual([]);
  });

  it.each(Object.keys(DRAWN).map((title, index) => [title, index] as const))(
    '%s, from end to end',
    async (_, index) => {
      await lens.open(page, `${site.origin}/drawn/${index}`);
      await boxOfMark(page, 'memantine');
      const { x, y, width, height } = (await page.evaluate(
        `(() => { const { x, y, width, height } = document.querySelector('text').getBoundingClientRect(); return { x, y, width, height }; })()`,
      )) as Box;
      const turned = height > 60;
      // Firefox answers no card at the very ends of enlarged text.
      for (const part of name === 'firefox' && index === 0 ? [0.3, 0.6] : [0.05, 0.95]) {
        await page.mouse.move(1, 1);
        const along = turned ? 0.3 + 0.4 * part : 0.5;
        await page.mouse.move(x + width * part, y + height * along, { steps: 2 });
        await cardOf(page, 'memantine');
        await onTop();
        await pressEscape(page);
      }
    },
  );

  it.each(Object.keys(FRAMES).map((title, index) => [title, index] as const))('%s', async (_, index) => {
    await lens.open(page, `${site.origin}/frame/${index}`);
    // Frames come and go while they load: one that cannot be asked has nothing.
    const marked = async () => {
      for (const frame of page.frames())
        if ((await markedTexts(frame).catch(() => [])).join() === 'memantine') return frame;
      return undefined;
    };
    const frame = (await until(marked, (found) => found !== undefined))!;
    const { x, y } = middleOf((await ask(frame, 'highlights'))[0]!.ranges[0]!.box);
    await page.mouse.move(899, 699);
    await page.mouse.move(x, y, { steps: 3 });
    await until(
      () => ask(frame, 'card'),
      (card) => card?.panel?.visible === true && card.text.startsWith('memantine'),
    );
    expect(await ask(page, 'card')).toBeNull();
    await page.mouse.move(899, 699);
    await until(
      () => ask(frame, 'card'),
      (card) => card === null,
    );
  });

  it.each([
    [
      'a frame that its page writes into',
      `const f = document.body.appendChild(document.createElement('iframe')); inner = f.contentWindow;`,
    ],
    ['a frame that was loaded before', `const f = document.querySelector('iframe'); inner = f.contentWindow;`],
    ['a window that the page opens and writes into', `inner = window.open('', '', 'width=700,height=600');`],
  ])('%s: marked, and its card opens', async (_, makes) => {
    await lens.open(page, `${site.origin}/writes`);
    await page.evaluate(`document.getElementById('b').onclick = () => {
      ${makes}
      inner.document.open();
      inner.document.write('<!doctype html><meta charset="utf-8"><body style="margin:60px"><p>memantine</p>');
      inner.document.close();
    }; 0`);
    const before = await lens.browser.pages();
    await page.click('#b');
    const opened = makes.includes('window.open')
      ? await until(
          async () => (await lens.browser.pages()).find((one) => !before.includes(one)),
          (found) => found !== undefined,
        )
      : undefined;
    const at = opened ?? page;
    await at.bringToFront();
    const place = (await until(
      () =>
        page.evaluate(`(() => {
          const range = [...inner.CSS.highlights.values()].flatMap((one) => [...one]).find((one) => String(one) === 'memantine');
          const box = range?.getBoundingClientRect();
          const frame = inner.frameElement?.getBoundingClientRect();
          return box && [box.x + box.width / 2 + (frame?.x ?? 0), box.y + box.height / 2 + (frame?.y ?? 0)];
        })()`) as Promise<[number, number] | undefined>,
      (found) => found !== undefined,
    ))!;
    await at.mouse.move(1, 1);
    await at.mouse.move(...place, { steps: 3 });
    await until(
      () => page.evaluate('inner.document.documentElement.lastElementChild.popover'),
      (popover) => popover === 'manual',
    );
    await opened?.close();
  });

  it('a picture opened by itself: its card is seen, or not there', async () => {
    await lens.open(page, `${site.origin}/picture.svg`);
    await page.evaluate(`addEventListener('keydown', ({ key }) => { globalThis.pressed = key; });
      globalThis.gone = 0;
      new MutationObserver((records) => {
        for (const { removedNodes } of records) gone += removedNodes.length;
      }).observe(document.documentElement, { childList: true });`);
    await restOn(page, 'memantine');
    if (name === 'chrome') {
      await cardOf(page, 'memantine');
      await pressEscape(page);
    }
    await until(
      () => page.evaluate('gone'),
      (count) => count === 1,
    );
    await page.keyboard.press('Escape');
    expect(await page.evaluate('pressed')).toBe('Escape');
    expect(await ask(page, 'card')).toBeNull();
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
