/** A page that changes for a long time: what is gone is forgotten, what is there is marked. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '../../src/cli/serve.ts';
import { BROWSERS, type Lens, launch } from './harness/browsers.ts';
import { ask, markedTexts, until } from './harness/probe.ts';

const PAGE = '<!doctype html><meta charset="utf-8"><h1>memantine</h1><div id="log"></div><p id="p">plain</p>';

describe.each(BROWSERS)('a changing page in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let page: Page;

  beforeAll(async () => {
    [lens, site] = await Promise.all([launch(name), serve(import.meta.dirname, { '/': PAGE })]);
    page = await lens.newPage();
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
});
