/** We leave no trace in a page: what its own script can see stays as it was, with and without mentions. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '../../src/cli/serve.ts';
import { BROWSERS, type Lens, launch } from './harness/browsers.ts';
import { ordinaryPages, withScript, withSentence } from './harness/ordinary-pages.ts';
import { markedTexts, until } from './harness/probe.ts';

/** Runs in the page before anything else; from the end of parsing on, the page itself does nothing. */
const WATCH = `
  window.seen = { changes: [], errors: [], shifts: 0 };
  addEventListener('error', (event) => seen.errors.push(String(event.message)));
  addEventListener('unhandledrejection', (event) => seen.errors.push(String(event.reason)));
  addEventListener('DOMContentLoaded', () => {
    const own = document.createRange();
    own.selectNodeContents(document.body.firstElementChild ?? document.body);
    seen.own = new Highlight(own);
    CSS.highlights.set('own', seen.own);
    getSelection().selectAllChildren(document.body);
    seen.selected = getSelection().toString();
    seen.globals = Object.getOwnPropertyNames(window).sort();
    seen.html = document.documentElement.outerHTML;
    new MutationObserver((records) => {
      for (const { type, target, attributeName } of records) seen.changes.push([type, target.nodeName, attributeName]);
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
  newGlobals: Object.getOwnPropertyNames(window).filter((name) => !seen.globals.includes(name)),
  sameSelection: getSelection().toString() === seen.selected,
  ownIntact: CSS.highlights.get('own') === seen.own && seen.own.size === 1,
  highlights: [...CSS.highlights.keys()].filter((name) => name !== 'own'),
  sheets: document.adoptedStyleSheets.length,
}))()`;

describe.each(BROWSERS)('pages as their own scripts see them, in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let page: Page;
  const said: string[] = [];
  const pages = ordinaryPages();

  beforeAll(async () => {
    const served: Record<string, string> = {};
    pages.forEach(({ html }, index) => {
      served[`/plain/${index}`] = withScript(html, WATCH);
      served[`/named/${index}`] = withScript(withSentence(html), WATCH);
    });
    [lens, site] = await Promise.all([launch(name), serve(import.meta.dirname, served)]);
    page = await lens.newPage();
    page.on('console', (message) => {
      // The browser's own words about the page's forms and missing pictures.
      if (!/^(\[DOM\]|Failed to load resource)/.test(message.text())) said.push(message.text());
    });
  });

  afterAll(async () => {
    await lens?.close();
    await site?.close();
  });

  const untouched = { changes: [], errors: [], shifts: 0, sameHtml: true, newGlobals: [] };
  const untouchedToo = { sameSelection: true, ownIntact: true, sheets: 0 };

  it.each(pages.map((entry, index) => [entry.name, index] as const))('%s', async (_, index) => {
    said.length = 0;
    await lens.open(page, `${site.origin}/plain/${index}`);
    await new Promise((done) => setTimeout(done, 250));
    const plain = (await page.evaluate(LOOK)) as Seen;
    expect(plain).toMatchObject({ ...untouched, ...untouchedToo });

    await lens.open(page, `${site.origin}/named/${index}`);
    await until(
      () => markedTexts(page),
      (texts) => ['memantine', 'amantadine', 'dextromethorphan'].every((text) => texts.includes(text)),
    );
    const named = (await page.evaluate(LOOK)) as Seen;
    expect(named).toMatchObject({ ...untouched, ...untouchedToo });
    expect(named.highlights).toHaveLength(1);
    expect(said).toEqual([]);
  });

  it('registers nothing on a page without mentions, and nothing in print', async () => {
    await lens.open(page, `data:text/html,<p>Trains of the valley</p>`);
    await new Promise((done) => setTimeout(done, 300));
    expect(await page.evaluate('CSS.highlights.size')).toBe(0);
    if (name === 'firefox') return;
    await lens.open(page, `${site.origin}/named/0`);
    await until(
      () => markedTexts(page),
      (texts) => texts.includes('memantine'),
    );
    const line = `getComputedStyle(document.body, '::highlight(' + [...CSS.highlights.keys()].find((k) => k !== 'own') + ')').textDecorationLine`;
    await until(
      () => page.evaluate(line),
      (value) => value === 'underline',
    );
    await page.emulateMediaType('print');
    expect(await page.evaluate(line)).toBe('none');
    await page.emulateMediaType('screen');
  });
});
