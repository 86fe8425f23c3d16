/** The extension comes and goes under open pages: old scripts stop quietly, a new one takes over, nothing is doubled. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Served, serve } from '../../src/tools/serve.ts';
import { BROWSERS, type Lens, launch } from './harness/browsers.ts';
import { type Management, manage } from './harness/management.ts';
import { cardOf, noCard, pressEscape, restOn } from './harness/pointing.ts';
import { ask, markedTexts, until } from './harness/probe.ts';

const HEAD = '<!doctype html><meta charset="utf-8">';
const PAGE = `${HEAD}<title>Open</title><p>memantine</p><p>amantadine</p><iframe srcdoc="<p>ketamine</p>"></iframe>`;
const BOTH = ['amantadine', 'memantine'];

describe.each(BROWSERS)('an extension that comes and goes, in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let page: Page;
  let quiet: Page;
  let extension: Management;
  const said: string[] = [];

  beforeAll(async () => {
    [lens, site] = await Promise.all([
      launch(name, { alone: true }),
      serve(import.meta.dirname, { '/': PAGE, '/quiet': `${HEAD}<p id="p">Nothing here.</p>` }),
    ]);
    extension = await manage(lens);
    quiet = await lens.newPage();
    page = await lens.newPage();
    for (const tab of [page, quiet]) {
      tab.on('console', (message) => said.push(message.text()));
      tab.on('pageerror', (error) => said.push(String(error)));
    }
  });

  afterAll(async () => {
    await lens?.close();
    await site?.close();
  });

  beforeEach(async () => {
    said.length = 0;
    await lens.open(quiet, `${site.origin}/quiet`);
    await lens.open(page, `${site.origin}/`);
    await painted();
    await page.evaluate(`globalThis.html = document.documentElement.outerHTML;
      globalThis.former = [...CSS.highlights.values()]; 0`);
    await restOn(page, 'memantine');
    await cardOf(page, 'memantine');
  });

  const sorted = async (tab: Pick<Page, 'evaluate'>): Promise<string> =>
    JSON.stringify((await markedTexts(tab).catch(() => [])).sort());
  const marks = (tab: Pick<Page, 'evaluate'>, expected: readonly string[]): Promise<string> =>
    until(
      () => sorted(tab),
      (texts) => texts === JSON.stringify(expected),
    );
  /** How the browser would draw what is registered, if anything is. */
  const line = (): Promise<unknown> =>
    page.evaluate(`[...new Set([...CSS.highlights.keys()].map((key) =>
      getComputedStyle(document.body, '::highlight(' + key + ')').textDecorationLine))].join()`);
  const painted = async (): Promise<void> => {
    await marks(page, BOTH);
    await until(line, (value) => value === 'underline');
    await marks(page.frames()[1]!, ['ketamine']);
  };
  const sameHtml = (): Promise<unknown> => page.evaluate('document.documentElement.outerHTML === html');
  const complaints = async (): Promise<string[]> => [...said, ...(await extension.errors())];

  /** A new script marks each name once, opens one card, and keeps up with the page. */
  async function takesOver(): Promise<void> {
    await until(
      () =>
        page.evaluate('CSS.highlights.size === 2 && ![...CSS.highlights.values()].some((one) => former.includes(one))'),
      (other) => other === true,
    );
    await painted();
    await until(sameHtml, (same) => same === true);
    await restOn(page, 'amantadine');
    await cardOf(page, 'amantadine');
    expect(await page.evaluate('document.documentElement.childElementCount')).toBe(3);
    await pressEscape(page);
    await page.evaluate(`document.querySelector('p').textContent = 'ketamine, and memantine'`);
    await marks(page, ['amantadine', 'ketamine', 'memantine']);
    await quiet.bringToFront();
    await quiet.evaluate(`p.textContent = 'memantine'`);
    await marks(quiet, ['memantine']);
  }

  it('is reloaded under an open card, and once more', async () => {
    await extension.reload();
    await takesOver();
    await page.bringToFront();
    await page.evaluate('globalThis.former = [...CSS.highlights.values()]; 0');
    await page.evaluate(`document.querySelector('p').textContent = 'memantine'`);
    await marks(page, BOTH);
    await extension.reload();
    await takesOver();
    expect(await complaints()).toEqual([]);
  });

  it('is switched off under an open card, and on again', async () => {
    await extension.off();
    await until(line, (value) => value !== 'underline');
    // Firefox ends scripts where they stand; what they drew hides itself.
    await until(
      () => ask(page, 'card'),
      (card) => card?.panel?.visible !== true,
    );
    await restOnWhatWas('amantadine');
    await page.evaluate(`document.querySelector('p').append(', and ketamine')`);
    await quiet.evaluate(`p.textContent = 'Still nothing.'`);
    if (name === 'chrome') {
      await noCard(page);
      expect(await sorted(page)).toBe('[]');
    }
    await page.evaluate(`document.querySelector('p').lastChild.remove()`);
    await extension.on();
    await takesOver();
    expect(await complaints()).toEqual([]);
  });

  /** The pointer over a name that is not marked any more, for longer than a card takes to open. */
  async function restOnWhatWas(text: string): Promise<void> {
    const { x, y } = (await page.evaluate(`(() => {
      const { x, y } = [...document.querySelectorAll('p')].find((p) => p.textContent === '${text}').getBoundingClientRect();
      return { x, y };
    })()`)) as { x: number; y: number };
    await page.mouse.move(x + 200, y + 5);
    await page.mouse.move(x + 10, y + 5, { steps: 3 });
    await new Promise((done) => setTimeout(done, 1_000));
    expect((await ask(page, 'card'))?.panel?.visible ?? false).toBe(false);
  }
});
