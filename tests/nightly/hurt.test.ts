/**
 * Pages without measure: a million nodes, one node of ten megabytes, thousands of levels, a hundred thousand empty
 * elements in a name, a thousand changes a second. Each is opened with us and without, and the longest time for which it
 * stood still is compared: that nobody notices us is measured by hand, that no page stands still for seconds is held here.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '../../src/tools/serve.ts';
import { BROWSERS, type BrowserName, type Lens, launch } from '../browser/harness/browsers.ts';
import { inExtension, openOptions } from '../browser/harness/own-pages.ts';

/** Chromium alone does not lay out ten thousand levels within minutes, with nothing installed. */
const LEVELS = { chrome: 1_000, firefox: 10_000 };

/** Made by the page itself, or serving it would take longest. */
const pagesFor = (name: BrowserName): Readonly<Record<string, string>> => ({
  'a million elements, a name at the end': `
    const part = '<i></i>'.repeat(1_000);
    for (let k = 0; k < 1_000; k++) box.insertAdjacentHTML('beforeend', '<div>' + part + '</div>');
    box.insertAdjacentHTML('beforeend', '<p>memantine</p>');`,
  'a million text nodes': `
    const part = '<i>word </i>'.repeat(1_000);
    for (let k = 0; k < 1_000; k++) box.insertAdjacentHTML('beforeend', '<div>' + part + '</div>');`,
  'one node of ten megabytes': `box.textContent = 'memantine in a long text without an end '.repeat(256_000);`,
  'thousands of levels': `
    let at = box;
    for (let k = 0; k < ${LEVELS[name]}; k++) at = at.appendChild(document.createElement(k % 2 ? 'span' : 'b'));
    at.textContent = 'memantine';`,
  'a hundred thousand empty elements in a name': `
    box.innerHTML = '<p>amantadine <b id="n">meman</b>' + '<i></i>'.repeat(100_000) + 'tine</p>';`,
  'fourteen hundred empty elements in a name': `
    box.innerHTML = '<p>amantadine <b id="n">meman</b>' + '<i></i>'.repeat(1_400) + 'tine</p>';`,
  'a thousand changes a second': `
    let k = 0;
    setInterval(() => {
      for (let n = 0; n < 16; n++, k++) {
        const line = document.createElement('div');
        line.textContent = 'line ' + k + (k % 50 ? '' : ' memantine');
        box.append(line);
        if (box.childElementCount > 500) box.firstElementChild.remove();
      }
    }, 16);`,
});

const page = (script: string): string => `<!doctype html><meta charset="utf-8"><p id="first">memantine</p>
  <div id="box" style="white-space:pre-wrap;height:300px;overflow:hidden"></div><script>
  globalThis.longest = 0;
  let last = performance.now();
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    port2.postMessage(0);
  };
  addEventListener('load', () => setTimeout(() => {
    ${script}
    // What making it costs is the page's own.
    setTimeout(() => { last = performance.now(); longest = 0; port2.postMessage(0); });
  }, 1_000));
</script>`;

describe.each(BROWSERS)('pages without measure in %s', (name) => {
  const all = pagesFor(name);
  let lens: Lens;
  let site: Served;
  let tab: Page;

  beforeAll(async () => {
    const pages = Object.fromEntries(Object.values(all).map((script, index) => [`/${index}`, page(script)]));
    [lens, site] = await Promise.all([launch(name), serve(import.meta.dirname, pages)]);
    const own = await openOptions(lens);
    // The same pages under another name are left alone.
    await inExtension(own, `await api.storage.local.set({ settings: { sites: { localhost: 'off' } } })`);
    tab = await lens.newPage();
  });
  afterAll(async () => {
    await lens?.close();
    await site?.close();
  });

  /** Milliseconds of the longest standstill, while the pointer rests on a name and the page changes. */
  async function longest(origin: string, index: number): Promise<number> {
    await lens.open(tab, `${origin}/${index}`);
    await new Promise((done) => setTimeout(done, 6_000));
    // In the midst of the letters of a name, of one that is cut where there is one.
    const [x, y] = (await tab.evaluate(`(() => {
      const { x, y, height } = (document.getElementById('n') ?? first).getBoundingClientRect();
      return [x + 20, y + height / 2];
    })()`)) as [number, number];
    await tab.mouse.move(x, y, { steps: 5 });
    await tab.evaluate(`first.append(' and amantadine'); box.append('ketamine'); 0`);
    await tab.mouse.move(x, y + 60, { steps: 10 });
    await new Promise((done) => setTimeout(done, 4_000));
    return (await tab.evaluate('longest')) as number;
  }

  it.each(Object.keys(all).map((title, index) => [title, index] as const))('%s', async (title, index) => {
    const bare = await longest(site.origin.replace('127.0.0.1', 'localhost'), index);
    const ours = await longest(site.origin, index);
    console.log(`${title}: longest standstill ${Math.round(ours)} ms, without us ${Math.round(bare)} ms`);
    expect(ours).toBeLessThan(bare * 2 + 1_500);
  });
});
