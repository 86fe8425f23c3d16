/** We leave no trace in a page: what its own script can see stays as it was, with and without mentions. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { Served } from '../../src/tools/serve.ts';
import { setMedium } from './harness/browser-side.ts';
import { BROWSERS, type Lens } from './harness/browsers.ts';
import { ordinaryPages, SENTENCE, withScript, withSentence } from './harness/ordinary-pages.ts';
import { inExtension } from './harness/own-pages.ts';
import { cardOf, noCard, restOn } from './harness/pointing.ts';
import { ask, markedTexts, until } from './harness/probe.ts';
import { onStage } from './harness/stage.ts';

/** For copying: what is copied, and a page that tells of it. */
const TEXT = 'Take memantine with care, and amantadine not at all.';
const COPIED = `<!doctype html><meta charset="utf-8"><p id="text">Take <b>meman</b>tine with care, and amantadine not at all.</p>
  <textarea id="field"></textarea><script>
    addEventListener('copy', () => { globalThis.copied = getSelection().toString(); });
    addEventListener('paste', ({ clipboardData }) => { globalThis.pasted = clipboardData.getData('text/html'); });
  </script>`;

/** Runs in the page before anything else; from the end of parsing on, the page itself does nothing. */
const WATCH = `
  window.seen = { changes: [], errors: [], shifts: 0 };
  seen.nameOf = (node) => {
    const { documentElement: root, head, body } = document;
    return node === root ? 'root' : node.parentNode === root && node !== head && node !== body ? 'host' : node.nodeName;
  };
  seen.selection = () => {
    const { anchorNode, anchorOffset, focusNode, focusOffset, rangeCount } = getSelection();
    return [anchorNode, anchorOffset, focusNode, focusOffset, rangeCount, getSelection().toString()];
  };
  addEventListener('error', (event) => seen.errors.push(String(event.message)));
  addEventListener('unhandledrejection', (event) => seen.errors.push(String(event.reason)));
  addEventListener('DOMContentLoaded', () => {
    const own = document.createRange();
    own.selectNodeContents(document.body.firstElementChild ?? document.body);
    seen.own = new Highlight(own);
    seen.ownAs = () => {
      const { size, priority, type } = seen.own;
      return [size, priority, type, seen.own.has(own), own.toString(), own.startContainer, own.endOffset];
    };
    seen.ownWas = seen.ownAs();
    CSS.highlights.set('own', seen.own);
    getSelection().selectAllChildren(document.body);
    seen.selected = seen.selection();
    seen.globals = Reflect.ownKeys(window);
    seen.html = document.documentElement.outerHTML;
    new MutationObserver((records) => {
      for (const { type, target, attributeName } of records) seen.changes.push([type, seen.nameOf(target), attributeName]);
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  addEventListener('load', () => {
    try {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.shifts += entry.value;
      }).observe({ type: 'layout-shift' });
    } catch {}
  });
`;

interface Seen {
  readonly changes: unknown[];
  readonly errors: string[];
  readonly shifts: number;
  readonly sameHtml: boolean;
  readonly newGlobals: string[];
  readonly sameSelection: boolean;
  readonly ownIntact: boolean;
  readonly highlights: string[];
  readonly sheets: number;
}

/** Text for the page's own world, so that no transpiler's helper gets into it. */
const LOOK = `(() => ({
  changes: seen.changes, errors: seen.errors, shifts: seen.shifts,
  sameHtml: document.documentElement.outerHTML === seen.html,
  newGlobals: Reflect.ownKeys(window).filter((name) => !seen.globals.includes(name)).map(String),
  sameSelection: seen.selection().every((value, index) => value === seen.selected[index]),
  ownIntact: CSS.highlights.get('own') === seen.own && seen.ownAs().every((value, index) => value === seen.ownWas[index]) &&
    [...CSS.highlights].every(([name, { priority }]) => name === 'own' || priority < seen.own.priority),
  highlights: [...CSS.highlights.keys()].filter((name) => name !== 'own'),
  sheets: document.adoptedStyleSheets.length,
}))()`;

/** Whether marks are drawn, and all elements stand where they stand without them; not every browser tells of shifts. */
const LOOK_AT_LAYOUT = `(() => {
  const layout = () => JSON.stringify([...document.querySelectorAll('body *')].slice(0, 2_000).map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x, y, width, height];
  }));
  const registered = [...CSS.highlights];
  const lines = registered.map(([name]) => getComputedStyle(document.body, '::highlight(' + name + ')').textDecorationLine);
  const marked = layout();
  CSS.highlights.clear();
  const bare = layout();
  for (const [name, highlight] of registered) CSS.highlights.set(name, highlight);
  return { drawn: lines.includes('underline'), same: marked === bare };
})()`;

/** What `LOOK` sees, while a card is open: its host beside the body, and nothing else. */
const LOOK_WITH_CARD = `(() => {
  const host = document.documentElement.lastElementChild;
  return {
    host: seen.nameOf(host),
    sameHtmlBeside: document.documentElement.outerHTML.split(host.outerHTML).join('') === seen.html,
    changes: [...new Set(seen.changes.map(([type, name]) => type + ' of ' + name))].sort(),
    sameSelection: seen.selection().every((value, index) => value === seen.selected[index]),
    errors: seen.errors, shifts: seen.shifts,
  };
})()`;

describe.each(BROWSERS)('pages as their own scripts see them, in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let page: Page;
  let own: Page;
  const said: string[] = [];
  const pages = ordinaryPages();

  const served: Record<string, string> = { '/copied': COPIED, '/trains': '<p>Trains of the valley</p>' };
  pages.forEach(({ html }, index) => {
    served[`/plain/${index}`] = withScript(html, WATCH);
    served[`/named/${index}`] = withScript(withSentence(html), WATCH);
  });
  onStage(name, served, (stage) => {
    ({ lens, site, page, own } = stage);
    page.on('console', (message) => {
      // The browser's own words about the page's forms and missing pictures.
      if (!/^(\[DOM\]|Failed to load resource)/.test(message.text())) said.push(message.text());
    });
    page.on('pageerror', (error) => said.push(String(error)));
  });

  const untouched = { changes: [], errors: [], shifts: 0, sameHtml: true, newGlobals: [] };
  /** What the keyboard's command does: goes to a mention and opens its card. */
  async function openCard(): Promise<void> {
    await inExtension(
      own,
      `await (async () => {
        const tab = (await api.tabs.query({})).find(({ url }) => url?.includes('/named/'));
        return api.tabs.sendMessage(tab.id, { lens: 'open-card', data: null }, { frameId: 0 });
      })()`,
    );
    await until(
      () => ask(page, 'card'),
      (card) => card !== null,
    );
  }

  const untouchedToo = { sameSelection: true, ownIntact: true, sheets: 0 };

  it.each(pages.map((entry, index) => [entry.name, index] as const))('%s', async (_, index) => {
    said.length = 0;
    await lens.open(page, `${site.origin}/plain/${index}`);
    await new Promise((done) => setTimeout(done, 250));
    const plain = (await page.evaluate(LOOK)) as Seen;
    expect(plain).toMatchObject({ ...untouched, ...untouchedToo });

    await lens.open(page, `${site.origin}/named/${index}`);
    await page.evaluate(`[...document.querySelectorAll('p')].findLast(({ textContent }) =>
      textContent === ${JSON.stringify(SENTENCE)}).scrollIntoView({ behavior: 'instant', block: 'center' })`);
    await until(
      () => markedTexts(page),
      (texts) => ['memantine', 'amantadine', 'dextromethorphan'].every((text) => texts.includes(text)),
    );
    const named = (await page.evaluate(LOOK)) as Seen;
    expect(named).toMatchObject({ ...untouched, ...untouchedToo });
    // One a verdict: the sentence has two, and the page may name other medicines.
    const ours = new Set(named.highlights);
    expect(ours.size).toBe(named.highlights.length);
    expect([2, 3, 4, 5]).toContain(ours.size);
    await until(
      () => page.evaluate(LOOK_AT_LAYOUT) as Promise<{ drawn: boolean; same: boolean }>,
      ({ drawn, same }) => drawn && same,
    );

    await openCard();
    expect(await page.evaluate(LOOK_WITH_CARD)).toEqual({
      host: 'host',
      sameHtmlBeside: true,
      changes: ['childList of root'],
      sameSelection: true,
      errors: [],
      shifts: 0,
    });
    await page.keyboard.press('Escape');
    await noCard(page);
    const after = (await page.evaluate(LOOK)) as Seen;
    expect(after).toMatchObject({ errors: [], shifts: 0, sameHtml: true, newGlobals: [], ...untouchedToo });
    expect(await page.evaluate('document.activeElement === document.body')).toBe(true);
    expect(said).toEqual([]);
  });

  it('registers nothing on a page without mentions', async () => {
    await lens.open(page, `${site.origin}/trains`);
    await new Promise((done) => setTimeout(done, 300));
    expect(await page.evaluate('CSS.highlights.size')).toBe(0);
  });

  it('copies the same text with marks and with an open card, and nothing else', async () => {
    await lens.open(page, `${site.origin}/copied`);
    const copy = async (): Promise<unknown> => {
      await page.evaluate(`globalThis.copied = undefined; globalThis.pasted = undefined;
        getSelection().selectAllChildren(text)`);
      await press('c');
      // The selection at the time, and what the browser put into the clipboard.
      await until(
        () => page.evaluate('copied'),
        (text) => text !== undefined,
      );
      await page.evaluate(`field.value = ''; field.focus()`);
      await press('v');
      return until(
        () => page.evaluate('({ copied, pasted, value: field.value })') as Promise<{ value: string }>,
        ({ value }) => value !== '',
      );
    };
    await until(
      () => markedTexts(page),
      (texts) => texts.length === 2,
    );
    const expected = { copied: TEXT, value: TEXT };
    const marked = (await copy()) as { pasted: string };
    expect(marked).toMatchObject(expected);
    await restOn(page, 'memantine');
    await cardOf(page, 'memantine');
    const withCard = (await copy()) as { pasted: string };
    expect(withCard).toMatchObject(expected);
    expect(withCard.pasted).toBe(marked.pasted);
    expect(withCard.pasted).not.toMatch(/popover|highlight|class=/);
    await cardOf(page, 'memantine');
  });

  async function press(key: 'c' | 'v'): Promise<void> {
    await page.keyboard.down('Control');
    await page.keyboard.press(key);
    await page.keyboard.up('Control');
  }

  it('shows neither marks nor an open card in print', async () => {
    await lens.open(page, `${site.origin}/copied`);
    await restOn(page, 'memantine');
    await cardOf(page, 'memantine');
    const line = `getComputedStyle(document.body, '::highlight(' + [...CSS.highlights.keys()][0] + ')').textDecorationLine`;
    await until(
      () => page.evaluate(line),
      (value) => value === 'underline',
    );
    const height = 'document.documentElement.lastElementChild.getBoundingClientRect().height';
    expect(await page.evaluate(height)).toBeGreaterThan(100);
    await setMedium(lens, page, 'print');
    expect(await page.evaluate(line)).toBe('none');
    expect(await page.evaluate(height)).toBe(0);
    await setMedium(lens, page, '');
  });
});
