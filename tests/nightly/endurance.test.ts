/**
 * A day's reading in minutes: hundreds of pages in one tab, a hundred tabs, ten minutes of text that changes. What is held in
 * memory after a collection comes back to where it was, in pages and in our service worker, and so does what is stored.
 *
 * A browser with an empty extension does the same beside ours: what it gathers is the browser's own. `ENDURANCE` tries it
 * with a share of the length (0.05 for a first look).
 */
import { rmSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch as launchWith } from '../../src/tools/launch.ts';
import { type Served, serve } from '../../src/tools/serve.ts';
import { BROWSERS, type BrowserName, type Lens, launch } from '../browser/harness/browsers.ts';
import { emptyExtension } from '../browser/harness/empty-extension.ts';
import { type Held, held } from '../browser/harness/memory.ts';
import { inExtension, openOptions } from '../browser/harness/own-pages.ts';
import { boxOfMark, cardOf, middleOf, noCard, pressEscape, restOn } from '../browser/harness/pointing.ts';
import { ask, markedTexts, until } from '../browser/harness/probe.ts';

const SHARE = Number(process.env.ENDURANCE ?? 1);
const BATCHES = 10;
const NAVIGATIONS = Math.ceil((500 * SHARE) / BATCHES);
const TABS = Math.ceil((100 * SHARE) / BATCHES);
/** Twenty a second, ten texts each: ten minutes in all. */
const TICKS = Math.ceil((12_000 * SHARE) / BATCHES);
/** A machine with more to do than this is slower. */
const PATIENCE = 300_000;

const HEAD = '<!doctype html><meta charset="utf-8">';
const NAMES = ['memantine', 'amantadine', 'ketamine'];
const PAGES = {
  '/names': `${HEAD}<h1>memantine</h1><p>amantadine</p><p>ketamine</p><iframe src="/inner"></iframe>`,
  '/inner': `${HEAD}<p>dextromethorphan</p>`,
  '/plain': `${HEAD}<h1>Gardens</h1>${'<p>Nothing here but roses and their seasons.</p>'.repeat(100)}`,
  '/churn': `${HEAD}<h1>memantine</h1><p id="other">amantadine</p><div id="log"></div><script>
    const log = document.getElementById('log');
    const lines = Array.from({ length: 60 }, () => {
      const line = log.appendChild(document.createElement('div'));
      return line.appendChild(new Text('a line'));
    });
    globalThis.ticks = globalThis.goal = 0;
    setInterval(() => {
      if (ticks >= goal) return;
      ticks++;
      // Five seconds with a name in each line, five without.
      const what = ticks < goal && ticks % 200 < 100 ? ' of ketamine' : ' of nothing';
      for (let k = 0; k < 10; k++) lines[(ticks * 10 + k) % 60].data = 'line ' + ticks + what;
      if (ticks < goal) return;
      for (const line of lines) line.data = 'at rest';
    }, 50);
    // Parts of the page that come and go: an element with names, and a frame.
    setInterval(() => {
      if (ticks >= goal) return;
      const part = document.createElement('section');
      part.innerHTML = '<p>ketamine, donepezil</p>' + (ticks % 3 ? '' : '<iframe src="/inner"></iframe>');
      log.append(part);
      setTimeout(() => part.remove(), 700);
    }, 1000);
  </script>`,
};

/**
 * What may be left after everything, over what the empty extension's browser gathers. Firefox lets go of a few closed cards
 * only later, and tells nodes in bytes.
 */
const SLACK: Readonly<Record<BrowserName, Readonly<Record<keyof Held, number>>>> = {
  chrome: { heap: 300_000, listeners: 20, nodes: 100, documents: 2, worker: 300_000 },
  firefox: { heap: 500_000, listeners: 20, nodes: 300_000, documents: 2, worker: 300_000 },
};

/** A browser, and the tab in it that is read. */
interface Side {
  readonly lens: Lens;
  readonly page: Page;
}

describe.each(BROWSERS)('endurance in %s', (name) => {
  const empty = emptyExtension(true);
  let site: Served;
  let ours: Side;
  let floor: Side;
  let own: Page;

  beforeAll(async () => {
    site = await serve(import.meta.dirname, PAGES);
    const lens = await launch(name);
    own = await openOptions(lens);
    ours = { lens, page: await lens.newPage() };
    const bare = await launchWith(name, { extension: empty });
    floor = { lens: bare, page: await bare.newPage() };
  });
  afterAll(async () => {
    await ours?.lens.close();
    await floor?.lens.close();
    await site?.close();
    rmSync(empty, { recursive: true, force: true });
  });

  /** Bytes that we keep in the browser's storage, while the same tabs are open. */
  const stored = (): Promise<number> =>
    inExtension(
      own,
      `JSON.stringify([await api.storage.local.get(null), await api.storage.session.get(null)]).length
        + (await navigator.storage.estimate()).usage`,
    );

  const marksAre = (page: Page, expected: readonly string[]): Promise<string[]> =>
    until(
      // Asked while the page changes there is no answer.
      () => markedTexts(page).catch(() => []),
      (texts) => texts.toSorted().join() === expected.toSorted().join(),
      PATIENCE,
    );

  /** Opens the card of a name, goes on to the reading view every other time, and closes it. */
  async function readCard(page: Page, text: string, thorough: boolean): Promise<void> {
    await restOn(page, text);
    const { text: glance } = await cardOf(page, text);
    if (thorough) {
      const { x, y } = middleOf(await boxOfMark(page, text));
      await page.mouse.click(x, y);
      await until(
        () => ask(page, 'card'),
        (card) => (card?.text.length ?? 0) > glance.length,
      );
    }
    await pressEscape(page);
  }

  /**
   * Does the same in both browsers, batch by batch, and compares the least that is held after one of the last three with the
   * least of the fourth to the sixth: until then caches warm up, and browsers let go of a thing now or a little later.
   */
  async function lasts(inOurs: (batch: number) => unknown, inFloor: () => unknown): Promise<void> {
    const readings: { ours: Held; floor: Held; stored: number }[] = [];
    for (let batch = 0; batch < BATCHES; batch++) {
      const both = await Promise.allSettled([inOurs(batch), inFloor()]);
      for (const side of both) if (side.status === 'rejected') throw side.reason;
      readings.push({
        ours: await held(ours.lens, ours.page),
        floor: await held(floor.lens, floor.page),
        stored: await stored(),
      });
    }
    const figures = Object.keys(SLACK[name]) as (keyof Held)[];
    for (const figure of figures)
      for (const side of ['ours', 'floor'] as const)
        console.log(`${figure}, ${side}: ${readings.map((reading) => reading[side][figure]).join(' ')}`);
    console.log(`stored: ${readings.map((reading) => reading.stored).join(' ')}`);
    const growth = (of: (reading: (typeof readings)[0]) => number): number =>
      Math.min(...readings.slice(-3).map(of)) - Math.min(...readings.slice(3, 6).map(of));
    for (const figure of figures) {
      const browsers = Math.max(
        0,
        growth(({ floor }) => floor[figure]),
      );
      const gathered = growth(({ ours }) => ours[figure]) - browsers;
      expect(gathered, `${figure} gathered`).toBeLessThan(SLACK[name][figure]);
    }
    expect(
      growth(({ stored }) => stored),
      'bytes gathered in storage',
    ).toBeLessThan(1_000);
  }

  it('hundreds of navigations in one tab', async () => {
    const walk = async ({ lens, page }: Side, at: (step: number) => unknown): Promise<void> => {
      for (let step = 0; step < NAVIGATIONS; step++) {
        await lens.open(page, `${site.origin}/${step % 3 ? 'names' : 'plain'}?${step}`);
        await at(step);
      }
      await lens.open(page, `${site.origin}/names`);
    };
    await lasts(
      async () => {
        const { page } = ours;
        await walk(ours, async (step) => {
          // Most pages are left while they are still being read, one in twenty with its card open.
          if (step % 10 !== 4) return;
          await marksAre(page, NAMES);
          await readCard(page, 'memantine', step % 20 === 4);
          if (step % 20 === 4) return;
          await restOn(page, 'ketamine');
          await cardOf(page, 'ketamine');
        });
        await marksAre(page, NAMES);
        await noCard(page);
      },
      () => walk(floor, () => undefined),
    );
  });

  it('a hundred tabs', async () => {
    const browse = async ({ lens, page }: Side, at: (tab: Page, index: number) => unknown): Promise<void> => {
      for (let index = 0; index < TABS; index++) {
        const tab = await lens.newPage();
        await lens.open(tab, `${site.origin}/names?${index}`);
        await at(tab, index);
        await tab.close();
      }
      await page.bringToFront();
    };
    for (const { lens, page } of [ours, floor]) await lens.open(page, `${site.origin}/names`);
    await lasts(
      async () => {
        await browse(ours, async (tab, index) => {
          if (index % 5 !== 1) return;
          await marksAre(tab, NAMES);
          await restOn(tab, 'amantadine');
          await cardOf(tab, 'amantadine');
        });
        await marksAre(ours.page, NAMES);
      },
      () => browse(floor, () => undefined),
    );
    const open = await inExtension<number>(own, '(await api.tabs.query({})).length');
    expect(open).toBeLessThan(6);
  });

  it('minutes of churn', async () => {
    const churned = async ({ page }: Side): Promise<void> => {
      await until(
        () => page.evaluate('ticks >= goal && document.querySelectorAll("section").length === 0'),
        (rests) => rests === true,
        PATIENCE,
      );
    };
    const begin = ({ page }: Side): Promise<unknown> => page.evaluate(`goal += ${TICKS}`);
    for (const { lens, page } of [ours, floor]) await lens.open(page, `${site.origin}/churn`);
    await lasts(
      async (batch) => {
        const { page } = ours;
        await begin(ours);
        for (let card = 0; card < 6; card++) {
          await readCard(page, 'memantine', card % 2 === batch % 2);
          // A card whose name goes away goes with it.
          await restOn(page, 'amantadine');
          await cardOf(page, 'amantadine');
          await page.evaluate(`other.outerHTML = '<p id="other">gone</p>'`);
          await noCard(page);
          await page.evaluate(`other.firstChild.data = 'amantadine'`);
        }
        // Where the name is back the pointer rests on it again.
        await page.mouse.move(1, 1);
        await noCard(page);
        await churned(ours);
        await marksAre(page, ['memantine', 'amantadine']);
        // Nothing of ours is left: no element, no range that names nothing.
        expect(await page.evaluate('document.documentElement.children.length')).toBe(2);
        const ranges = (await ask(page, 'highlights')).flatMap((highlight) => highlight.ranges);
        expect(ranges.filter(({ collapsed }) => collapsed)).toEqual([]);
      },
      async () => {
        await begin(floor);
        await churned(floor);
      },
    );
  });
});
