/**
 * How long we work at a stretch on trees without measure, in a page of nothing else: the longest time between two rests. A
 * few milliseconds are meant; held is that nothing takes as long as a reader would feel, also on a busy machine.
 */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '../../src/tools/serve.ts';
import { BROWSERS, type Lens, launch } from '../browser/harness/browsers.ts';
import { bundleOf } from '../browser/harness/bundle.ts';
import type { Cost } from './slices/in-page.ts';

/** Milliseconds. */
const MOST = 250;

/** Title, what fills `box`, what then changes, and what is found. Undrawn: laying it out is beyond the browser. */
const TREES: readonly (readonly [string, string, string, readonly string[]])[] = [
  [
    'a million elements',
    `const part = '<i></i>'.repeat(1_000);
     for (let k = 0; k < 1_000; k++) box.insertAdjacentHTML('beforeend', '<div>' + part + '</div>');
     box.insertAdjacentHTML('beforeend', '<p>memantine</p>');`,
    `box.append('ketamine')`,
    ['memantine', 'ketamine'],
  ],
  [
    'a million text nodes',
    `const part = '<i>word </i>'.repeat(1_000);
     for (let k = 0; k < 1_000; k++) box.insertAdjacentHTML('beforeend', '<div>' + part + 'memantine</div>');`,
    `box.firstElementChild.remove()`,
    ['memantine'],
  ],
  [
    'one line of a million elements',
    `const part = '<i>w</i> '.repeat(1_000) + ' memantine ';
     for (let k = 0; k < 300; k++) box.insertAdjacentHTML('beforeend', part);`,
    `box.append(' ketamine')`,
    ['memantine', 'ketamine'],
  ],
  [
    'one node of ten megabytes',
    `box.textContent = 'memantine in a long text without an end '.repeat(256_000);`,
    `box.firstChild.data += ' ketamine'`,
    ['memantine', 'ketamine'],
  ],
  [
    'ten thousand levels',
    `box.style.display = 'none';
     let at = box;
     for (let k = 0; k < 10_000; k++) at = at.appendChild(document.createElement(k % 2 ? 'span' : 'div'));
     at.textContent = 'memantine';
     box.deepest = at;`,
    `box.deepest.append(' and ketamine')`,
    ['memantine', 'ketamine'],
  ],
  [
    'a hundred thousand empty elements in a name',
    `box.innerHTML = '<p>amantadine</p><p>meman' + '<i></i>'.repeat(100_000) + 'tine</p>';`,
    `box.append('ketamine')`,
    ['amantadine', 'ketamine'],
  ],
  [
    'a hundred thousand changes at once',
    `box.innerHTML = '<p>memantine</p>';`,
    `for (let k = 0; k < 100_000; k++) box.append(Object.assign(document.createElement('div'), { textContent: k % 100 ? 'line' : 'ketamine' }))`,
    ['memantine', 'ketamine'],
  ],
];

describe.each(BROWSERS)('stretches of work in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let page: Page;
  let script: string;

  beforeAll(async () => {
    script = await bundleOf(join(import.meta.dirname, 'slices/in-page.ts'));
    [lens, site] = await Promise.all([
      launch(name),
      // Where no policy of ours applies: the extension would look at the same tree.
      serve(import.meta.dirname, { '/': '<!doctype html><meta charset="utf-8"><body>' }),
    ]);
    page = await lens.newPage();
    const own = await lens.newPage();
    await lens.open(own, lens.extensionUrl('src/pages/options/index.html'));
    await own.evaluate(
      `(globalThis.browser ?? chrome).storage.local.set({ settings: { version: 1, enabled: false } })`,
    );
    await page.bringToFront();
  });
  afterAll(async () => {
    await lens?.close();
    await site?.close();
  });

  it.each(TREES)('on %s', async (title, make, change, found) => {
    await lens.open(page, `${site.origin}/`);
    await page.evaluate(script);
    const cost = (await page.evaluate(`measure((box) => { ${make} }, (box) => { ${change} })`)) as Cost;
    console.log(`${name}, ${title}: longest ${Math.round(cost.longest)} ms of ${cost.slices} stretches`);
    expect(cost.found).toEqual(found);
    expect(cost.longest).toBeLessThan(MOST);
  });
});
