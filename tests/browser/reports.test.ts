/** Pages after public reports on annotators, hover readers, highlighters and tooltips: what broke them holds here. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { Served } from '../../src/tools/serve.ts';
import { inTurn } from '../sampling.ts';
import { BROWSERS, type Lens } from './harness/browsers.ts';
import { foundTexts } from './harness/own-pages.ts';
import { boxOfMark, cardOf, middleOf, noCard, pressEscape, restOn } from './harness/pointing.ts';
import { ask, until } from './harness/probe.ts';
import { onStage } from './harness/stage.ts';

const HEAD = `<!doctype html><meta charset="utf-8"><style>body { margin: 40px } p { margin: 20px }</style>`;

/** Title, page, and the names that are found, sorted, without what stands between their letters. */
const FOUND: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'joiners and spaces without width inside names',
    '<p>mem\u200bantine, aman\u200ctadine, keta\u200dmine, mem&shy;ant<wbr>ine</p>',
    ['amantadine', 'ketamine', 'memantine', 'memantine'],
  ],
  [
    'a list without white space between its items',
    '<div><h3>P</h3><ul><li><a href="#a">memantine</a></li></ul></div><div><h3>R</h3></div><p><a href="#">keta</a>mine</p>',
    ['ketamine', 'memantine'],
  ],
  ['names that lines end with', '<p>memantine<br>amantadine<br>ketamine</p>', ['amantadine', 'ketamine', 'memantine']],
  ['halves of a name in two blocks', '<div>meman</div><div>tine</div><p>ketamine</p>', ['ketamine']],
  [
    'text that a translator wrapped',
    '<p><font style="vertical-align:inherit"><font style="vertical-align:inherit">Take meman</font></font><font>tine</font></p>',
    ['memantine'],
  ],
  [
    'text in slots, beside text of the tree',
    `<x-s><template shadowrootmode="open"><p>amantadine <slot></slot></p></template><span>memantine</span></x-s>`,
    ['amantadine', 'memantine'],
  ],
  [
    'an answer that streams in, written anew with every word',
    `<div id="a"></div><script>
      const words = 'For memory people take memantine and not amantadine or ketamine'.split(' ');
      let k = 0;
      const timer = setInterval(() => {
        a.innerHTML = '<p>' + words.slice(0, ++k).map((word) => '<span>' + word + '</span>').join(' ') + '</p>';
        if (k === words.length) clearInterval(timer);
      }, 30);
    </script>`,
    ['amantadine', 'ketamine', 'memantine'],
  ],
  [
    'rows that are used again for other text',
    `<div id="v"><p>one</p><p>two</p><p>three</p></div><script>
      let first = 0;
      const names = ['memantine', 'water', 'amantadine', 'bread', 'ketamine'];
      const timer = setInterval(() => {
        [...v.children].forEach((row, k) => { row.firstChild.data = names[(first + k) % 5]; });
        if (++first === 23) clearInterval(timer);
      }, 20);
    </script>`,
    ['amantadine', 'ketamine'],
  ],
  [
    'a page that replaces what is built in',
    `<script>
      Array.prototype.filter = Array.from = () => { throw new Error('ours'); };
      Element.prototype.attachShadow = Element.prototype.matches = () => { throw new Error('ours'); };
      globalThis.MutationObserver = globalThis.IntersectionObserver = globalThis.scheduler = undefined;
    </script><p>memantine</p>`,
    ['memantine'],
  ],
  [
    'a page that gives our globals to its elements',
    `<p>memantine</p>${['memantineLens', 'memantineLensReader', 'memantineLensCard', 'browser', 'chrome', 'scheduler']
      .map((id) => `<i id="${id}"></i><img name="${id}">`)
      .join('')}`,
    ['memantine'],
  ],
];

/** Title, page: a pointer that rests on the middle of memantine opens its card, which stays. */
const HOVERED: readonly (readonly [string, string])[] = [
  ['text that is selected as a whole', '<p style="user-select:all">Take memantine daily</p>'],
  ['text that cannot be selected', '<p style="user-select:none">Take memantine daily</p>'],
  ['a page that is moved', '<style>body { transform: translate(30px, 20px) }</style><p>Take memantine daily</p>'],
  [
    'a box that will be moved, scrolled',
    `<div id="s" style="will-change:transform;height:120px;overflow:auto"><div style="height:300px"></div><p>memantine</p>
      <div style="height:300px"></div></div><script>s.scrollTop = 260</script>`,
  ],
  [
    'a fixed box that scrolls',
    `<div id="s" style="position:fixed;inset:20px auto auto 20px;width:300px;height:120px;overflow:auto"><div style="height:300px"></div>
      <p>memantine</p><div style="height:300px"></div></div><script>s.scrollTop = 260</script>`,
  ],
  ['a name at the edge of the window', '<p style="position:fixed;right:0;bottom:0;margin:0">memantine</p>'],
  [
    'a page that keeps every pointer event for itself',
    `<p>memantine</p><script>for (const type of ['pointermove', 'mousemove', 'mouseover', 'pointerover'])
      document.addEventListener(type, (event) => event.stopImmediatePropagation(), true)</script>`,
  ],
];

describe.each(BROWSERS)('what was reported, in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let page: Page;
  let own: Page;

  const pages: Record<string, string> = {
    '/below': `${HEAD}<p>memantine</p>${'<p style="margin:0 20px">amantadine and amantadine and amantadine</p>'.repeat(20)}`,
    '/wrapped': `${HEAD}<p style="width:90px">memantine hydrochloride</p>`,
    '/replaced': `${HEAD}<p>memantine</p>`,
    '/low': `${HEAD}<iframe src="/leaf" style="width:420px;height:150px;border:0"></iframe>`,
    '/leaf': `${HEAD}<p>memantine</p>`,
  };
  FOUND.forEach(([, html], index) => {
    pages[`/found/${index}`] = HEAD + html;
  });
  HOVERED.forEach(([, html], index) => {
    pages[`/hovered/${index}`] = HEAD + html;
  });
  onStage(name, pages, (stage) => {
    ({ lens, site, page, own } = stage);
  });

  it.each(
    inTurn(
      BROWSERS,
      name,
      FOUND.map(([title, , expected], index) => [title, index, expected] as const),
    ),
  )('%s', async (_, index, expected) => {
    const url = `${site.origin}/found/${index}`;
    await lens.open(page, url);
    const bare = async (): Promise<string[]> =>
      (await foundTexts(own, url)).map((text) => text.replace(/[\u00ad\u200b-\u200d\s]/g, '')).sort();
    await until(bare, (texts) => JSON.stringify(texts) === JSON.stringify(expected), 20_000);
  });

  it.each(
    inTurn(
      BROWSERS,
      name,
      HOVERED.map(([title], index) => [title, index] as const),
    ),
  )('%s', async (_, index) => {
    await lens.open(page, `${site.origin}/hovered/${index}`);
    await restOn(page, 'memantine');
    await cardOf(page, 'memantine');
    await page.evaluate('globalThis.host = document.documentElement.lastElementChild; 0');
    // A card that flickers is another one by then, or none.
    await new Promise((done) => setTimeout(done, 600));
    expect(await page.evaluate('host.isConnected')).toBe(true);
    await pressEscape(page);
  });

  it('a name that the card lies over', async () => {
    await lens.open(page, `${site.origin}/below`);
    await restOn(page, 'memantine');
    const { box } = (await cardOf(page, 'memantine')).panel!;
    const below = (await ask(page, 'highlights'))
      .flatMap(({ ranges }) => ranges)
      .filter(({ text }) => text === 'amantadine')
      .map(({ box: at }) => middleOf(at))
      .find(({ x, y }) => x > box.x + 4 && x < box.x + box.width - 4 && y > box.y + 4 && y < box.y + box.height - 4)!;
    await page.evaluate('globalThis.host = document.documentElement.lastElementChild; 0');
    await page.mouse.move(below.x, below.y, { steps: 5 });
    // Longer than a card takes to open.
    await new Promise((done) => setTimeout(done, 1_200));
    expect(await page.evaluate('host.isConnected')).toBe(true);
    await cardOf(page, 'memantine');
    await pressEscape(page);
  });

  it('a name that goes on in the next line', async () => {
    await lens.open(page, `${site.origin}/wrapped`);
    const { x, y, width, height } = await boxOfMark(page, 'memantine hydrochloride');
    await page.mouse.move(1, 1);
    await page.mouse.move(x + width / 3, y + height - 6, { steps: 2 });
    await cardOf(page, 'memantine');
    await pressEscape(page);
  });

  it('a document whose root is replaced again and again', async () => {
    await lens.open(page, `${site.origin}/replaced`);
    await boxOfMark(page, 'memantine');
    await page.evaluate(`(async () => {
      for (let k = 0; k < 40; k++) {
        const root = document.createElement('html');
        root.innerHTML = '<body style="margin:40px"><p>' + (k % 2 ? 'amantadine' : 'memantine') + '</p>';
        document.replaceChild(root, document.documentElement);
        await new Promise((done) => setTimeout(done, 5));
      }
    })()`);
    await restOn(page, 'amantadine');
    await cardOf(page, 'amantadine');
    await pressEscape(page);
  });

  it('a frame that is lower than a card', async () => {
    await lens.open(page, `${site.origin}/low`);
    const frame = await until(
      async () => page.frames()[1],
      (found) => found !== undefined,
    );
    const box = (await until(
      async () => (await ask(frame!, 'highlights')).flatMap(({ ranges }) => ranges)[0]?.box,
      (found) => found !== undefined,
    ))!;
    const { left, top } = (await page.evaluate(`(() => {
      const { left, top } = document.querySelector('iframe').getBoundingClientRect();
      return { left, top };
    })()`)) as { left: number; top: number };
    const { x, y } = middleOf(box);
    await page.mouse.move(left + 1, top + 1);
    await page.mouse.move(left + x, top + y, { steps: 2 });
    await until(
      () => ask(frame!, 'card'),
      (card) => card?.panel?.visible === true,
    );
    await page.mouse.move(1, 500);
    await noCard(page);
  });
});
