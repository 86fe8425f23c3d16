/**
 * How soon what a page adds is marked. Counted in ticks of the page's own clock, beside what a script of the page needs for
 * the least that anybody has to do there: a busy machine slows both.
 */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { Served } from '../../src/tools/serve.ts';
import { BROWSERS, type Lens } from './harness/browsers.ts';
import { foundTexts } from './harness/own-pages.ts';
import { until } from './harness/probe.ts';
import { onStage } from './harness/stage.ts';

const HEAD = '<!doctype html><meta charset="utf-8"><style>#log { height: 100px; overflow: auto }</style>';
const BUSY = `<div id="log"></div><script>
  let k = 0;
  const timer = setInterval(() => {
    for (let n = 0; n < 500; n++)
      log.insertAdjacentHTML('beforeend', '<p>Row ' + ++k + ' speaks of water and ' + (k % 50 ? 'bread' : 'ketamine') + '.</p>');
    if (k >= 20_000) clearInterval(timer);
  }, 25)</script>`;

/** Title, page, and how many names have been found in it when what is measured begins. */
const PAGES: readonly (readonly [string, string, number])[] = [
  ['that named a medicine before', '<p>Take memantine daily.</p>', 1],
  ['that named none', '<p>Take water daily.</p>', 0],
  ['that named one and grew a long list while it loaded', `<p>Take memantine daily.</p>${BUSY}`, 401],
  [
    'that goes on ticking in another place',
    `<p>Take memantine daily.</p><p id="t"></p>
    <script>setInterval(() => { t.textContent = 'It is ' + Date.now(); }, 700)</script>`,
    1,
  ],
];

/** A tick, in milliseconds, and how many of them are a second. */
const TICK = 50;
const SECOND = 20;

/** In the page: adds a name at its end, and counts ticks until it is marked, and until the page's own script could. */
const MEASURE = `(async () => {
  const isMarked = () => [...CSS.highlights.values()].some((one) => [...one].some((range) => String(range) === 'amantadine'));
  let own = false;
  new MutationObserver((_, observer) => {
    observer.disconnect();
    scheduler.postTask(() => {
      new IntersectionObserver((_, other) => { other.disconnect(); own = true; }).observe(added.lastElementChild);
    }, { priority: 'background' });
  }).observe(added, { childList: true });
  added.insertAdjacentHTML('beforeend', '<p>And amantadine too.</p>');
  let [ticks, floor] = [0, 0];
  for (; ticks < 400 && !(isMarked() && own); ticks++) {
    if (!own) floor++;
    await new Promise((done) => setTimeout(done, ${TICK}));
  }
  return [ticks, floor];
})()`;

describe.each(BROWSERS)('the first change after load, in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let page: Page;
  let own: Page;

  onStage(
    name,
    Object.fromEntries(PAGES.map(([, html], index) => [`/${index}`, `${HEAD}<div id="added"></div>${html}`])),
    (stage) => {
      ({ lens, site, page, own } = stage);
    },
  );

  describe.each([
    ['every mention', { quiet: 'every' }],
    ['the settings that readers get', undefined],
  ])('with %s', (_, marks) => {
    it.each(PAGES.map(([title, , names], index) => [title, index, names] as const))(
      'is marked within a second on a page %s',
      async (_title, index, names) => {
        await own.evaluate(
          `(globalThis.browser ?? chrome).storage.local.set({ settings: ${JSON.stringify({ version: 1, ...(marks && { marks }) })} })`,
        );
        const url = `${site.origin}/${index}`;
        await lens.open(page, url);
        await until(
          async () => (names === 0 ? 0 : (await foundTexts(own, url)).length),
          (found) => found === names,
          60_000,
        );
        await page.bringToFront();
        const [ticks, floor] = (await page.evaluate(MEASURE)) as [number, number];
        expect(ticks - floor).toBeLessThanOrEqual(SECOND);
      },
    );
  });
});
