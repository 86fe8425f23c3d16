/** A page that changes for a long time: what is gone is forgotten, what is there is marked. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '../../src/tools/serve.ts';
import { BROWSERS, type Lens, launch } from './harness/browsers.ts';
import { ask, markedTexts, TALL, until } from './harness/probe.ts';

const PAGE = '<!doctype html><meta charset="utf-8"><h1>memantine</h1><div id="log"></div><p id="p">plain</p>';

const FILLER = 'The line was opened in spring, and nobody expected so many people to come along with it.';
/** A paragraph longer than what is read at once, with a name early and another that counts beside it late. */
const LONG = Array.from(
  { length: 120 },
  (_, k) => `<i>${k === 5 ? 'memantine ' : k === 80 ? 'a UTI ' : ''}${FILLER}</i> `,
);

/** What a page holds, what happens to it, and what is marked then beside the name that is added last. */
const CHANGES: readonly (readonly [string, string, string, readonly string[]])[] = [
  ['a part of a line is taken out', '<p>memantine is <b id="x">new</b></p>', 'x.remove()', ['memantine']],
  [
    'a line is taken out of one',
    '<ul><li class="i">memantine</li> <li class="i" id="x">new</li></ul>',
    'x.remove()',
    ['memantine'],
  ],
  [
    'what cut a name is taken out',
    '<p>amantadine mem<b id="x">oo</b>antine</p>',
    'x.remove()',
    ['amantadine', 'memantine'],
  ],
  [
    'what a name has in its middle is taken out',
    '<p>amantadine mem<b id="x">an</b>tine</p>',
    'x.remove()',
    ['amantadine'],
  ],
  [
    'what a name has in its middle changes',
    '<p>amantadine</p><p>mem<b id="x">an</b>tine</p>',
    `x.firstChild.data = 'or'`,
    ['amantadine'],
  ],
  [
    'a text is set to what it is',
    '<p id="x">memantine is new</p>',
    'x.firstChild.data = x.firstChild.data',
    ['memantine'],
  ],
  [
    'a text goes and comes back',
    '<p id="x">memantine</p>',
    `x.firstChild.data = 'no'; x.firstChild.data = 'memantine'`,
    ['memantine'],
  ],
  [
    'a short name of the page comes later',
    '<p>Memantine (MEM) is new.</p><p id="x"></p>',
    `x.textContent = 'The MEM group'`,
    ['MEM', 'MEM', 'Memantine'],
  ],
  [
    'a text with a short name changes',
    '<p>Memantine (MEM) is new.</p><p id="x">The MEM group</p>',
    `x.firstChild.data = 'In the MEM group'`,
    ['MEM', 'MEM', 'Memantine'],
  ],
  [
    'a long paragraph is read in parts',
    `<p id="x"></p>`,
    `x.innerHTML = ${JSON.stringify(LONG.join(''))}`,
    ['UTI', 'memantine'],
  ],
];

/** Lines of equal length, so that what is read of it at once says the same again and again. */
const ALIKE = `${'memantine'.padEnd(79)}\n`.repeat(900);

describe.each(BROWSERS)('a changing page in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let page: Page;

  beforeAll(async () => {
    const pages: Record<string, string> = { '/': PAGE, '/alike': `<!doctype html><pre>${ALIKE}</pre>` };
    CHANGES.forEach(([, html], index) => {
      pages[`/change/${index}`] = `<!doctype html><meta charset="utf-8"><style>.i{display:inline}</style>${html}`;
    });
    [lens, site] = await Promise.all([launch(name), serve(import.meta.dirname, pages)]);
    page = await lens.newPage();
    await page.setViewport(TALL);
    await lens.open(page, `${site.origin}/`);
    await marks(['memantine']);
  });

  afterAll(async () => {
    await lens?.close();
    await site?.close();
  });

  const marks = (expected: readonly string[]): Promise<unknown> =>
    until(
      async () => (await markedTexts(page)).sort(),
      (texts) => JSON.stringify(texts) === JSON.stringify(expected),
      20_000,
    );
  const registered = async (): Promise<number> => {
    const highlights = await ask(page, 'highlights');
    return highlights.reduce((sum, { ranges }) => sum + ranges.length, 0);
  };

  it('drops the ranges of thousands of lines that came and went', async () => {
    await page.evaluate(`new Promise((done) => {
      const log = document.getElementById('log');
      let k = 0;
      const timer = setInterval(() => {
        for (let n = 0; n < 40; n++, k++) {
          const line = document.createElement('div');
          line.textContent = k % 10 ? 'nothing in line ' + k : 'ketamine in line ' + k;
          log.append(line);
          if (log.childElementCount > 100) log.firstElementChild.remove();
        }
        if (k >= 6000) { clearInterval(timer); done(); }
      }, 10);
    })`);
    const left = (await page.evaluate(`document.body.innerText.match(/ketamine/g).length`)) as number;
    await until(registered, (count) => count === left + 1, 20_000);
    await page.evaluate(`document.getElementById('log').replaceChildren()`);
    await until(registered, (count) => count === 1, 20_000);
  });

  it('follows text that is edited in place, split, joined and moved', async () => {
    await page.evaluate(`p.firstChild.data = 'now it names amantadine'`);
    await marks(['amantadine', 'memantine']);
    await page.evaluate(`p.firstChild.data = 'before that, now it names amantadine'`);
    await marks(['amantadine', 'memantine']);
    await page.evaluate(`p.firstChild.splitText(30)`);
    await marks(['amantadine', 'memantine']);
    await page.evaluate(`document.body.prepend(p)`);
    await marks(['amantadine', 'memantine']);
    await page.evaluate(`p.normalize(); p.firstChild.data = 'nothing'`);
    await marks(['memantine']);
  });

  it('paints again when the page clears the registry', async () => {
    await page.evaluate('CSS.highlights.clear()');
    await marks(['memantine']);
    expect(await registered()).toBe(1);
  });

  it('learns a short name late and marks where it already stood', async () => {
    await page.evaluate(`p.textContent = 'The dose of DXM was low.'`);
    await marks(['memantine']);
    await page.evaluate(
      `document.getElementById('log').textContent = 'Dextromethorphan (DXM) is a cough suppressant.'`,
    );
    await marks(['DXM', 'DXM', 'Dextromethorphan', 'memantine']);
  });

  it('follows a page that replaces its whole body', async () => {
    await page.evaluate(`(() => {
      const body = document.createElement('body');
      body.append('memantine in a new body');
      document.documentElement.replaceChild(body, document.body);
    })()`);
    await marks(['memantine']);
  });

  it.each(CHANGES.map(([title, , change, expected], index) => [title, index, change, expected] as const))(
    'marks what there is when %s',
    async (_, index, change, expected) => {
      await lens.open(page, `${site.origin}/change/${index}`);
      // The reader is there, and has seen all: what comes now is a change.
      await page.evaluate(
        `document.body.append(Object.assign(document.createElement('p'), { textContent: 'galantamine' }))`,
      );
      await until(
        () => markedTexts(page),
        (texts) => texts.includes('galantamine'),
      );
      await page.evaluate(`${change}; document.body.lastChild.textContent = 'ketamine'`);
      await marks([...expected, 'ketamine'].sort());
    },
  );

  it('marks every line of a long text whose lines are alike', async () => {
    await lens.open(page, `${site.origin}/alike`);
    await until(registered, (count) => count === 900, 20_000);
  });
});
