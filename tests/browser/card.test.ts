/** The card in real browsers: where it stands, how it opens and closes, and what tools for accessibility see of it. */
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Served, serve } from '../../src/tools/serve.ts';
import { byDay } from '../sampling.ts';
import { type StagedCard, setStage } from './card-stage/bundle.ts';
import { BROWSERS, type Lens, launch } from './harness/browsers.ts';
import { ask, type Box, type CardView, type ElementView, until } from './harness/probe.ts';

const PAGES = join(import.meta.dirname, 'card-stage/pages');
const CSP = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<title>Strict</title><p>Here amantadine is named.</p>`;
const memantine = { drug: 'memantine', text: 'memantine' };
const amantadine = { drug: 'amantadine', text: 'amantadine' };
const onPage = ['memantine', 'ketamine', 'dextromethorphan'].map((drug) => ({ drug, count: 1 }));

const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms));

describe.each(BROWSERS)('the card in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let page: Page;
  let card: StagedCard;

  beforeAll(async () => {
    [lens, site] = await Promise.all([launch(name), serve(PAGES, { '/csp.html': CSP })]);
    page = await lens.newPage();
  });
  afterAll(async () => {
    await lens?.close();
    await site?.close();
  });
  beforeEach(() => goTo('depression.html'));

  async function goTo(path: string, width = 800, height = 900): Promise<void> {
    await page.mouse.move(1, 1);
    await page.setViewport({ width, height });
    await lens.open(page, `${site.origin}/${path}`);
    // The first-run page may have opened in front of this one.
    await page.bringToFront();
    // Browsers restore where a page was scrolled to.
    await page.evaluate(() => scrollTo(0, 0));
    card = await setStage(page);
  }

  const open = (): Promise<CardView> =>
    until(
      () => ask(page, 'card'),
      (view) => view?.panel?.visible === true && view.panel.box.height > 60,
    ) as Promise<CardView>;
  const reading = async (): Promise<CardView> => {
    await until(
      () => ask(page, 'first', { selector: '.bar' }),
      (bar) => bar !== null,
    );
    return (await ask(page, 'card'))!;
  };
  /** Without scrollbars that take room. */
  const innerWidth = () => page.evaluate(() => document.documentElement.clientWidth);
  const closed = (): Promise<CardView | null> =>
    until(
      () => ask(page, 'card'),
      (view) => view === null,
    );
  const boxOf = async (text: string): Promise<Box> =>
    page.evaluate((wanted) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
        const at = node.data.indexOf(wanted);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x, y, width, height };
      }
      throw new Error('not in the page');
    }, text);
  const clickInCard = async (selector: string): Promise<void> => {
    const found = await ask(page, 'first', { selector });
    expect(found, selector).not.toBeNull();
    await page.mouse.click(found!.box.x + found!.box.width / 2, found!.box.y + found!.box.height / 2);
  };

  it('says at a glance that the use is off-label, what is known of it, and whom to ask', async () => {
    await card.open(memantine);
    const { text, panel } = await open();
    expect(text).toMatch(
      /^memantine[\s\S]*Off-label[\s\S]*depression[\s\S]*evidence is limited and mixed[\s\S]*Ask whoever prescribed it/,
    );
    expect(panel!.box.width).toBe(360);
    expect(panel!.box.height).toBeLessThanOrEqual(180);
  });

  it.each([
    [800, 900],
    [320, 640],
    [320, 256],
    [1000, 300],
  ])('fits a window of %d by %d and leaves the mention in sight', async (width, height) => {
    await goTo('depression.html', width, height);
    await page.evaluate(() => scrollTo(0, 40));
    await card.open(memantine);
    const { box } = (await open()).panel!;
    expect(box.width).toBeLessThanOrEqual(360);
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    expect(box.y + box.height).toBeLessThanOrEqual(height);
    const mention = await boxOf('memantine');
    const overlaps = box.y < mention.y + mention.height && box.y + box.height > mention.y;
    expect(overlaps).toBe(false);
  });

  it('follows its mention on scroll and closes when that is out of view', async () => {
    await card.open(memantine);
    const before = (await open()).panel!.box;
    await page.evaluate(() => scrollTo(0, 60));
    await until(
      () => ask(page, 'card'),
      (view) => Math.abs((view?.panel?.box.y ?? 0) - (before.y - 60)) < 6,
    );
    await page.evaluate(() => scrollTo(0, 500));
    await closed();
  });

  it('opens the reading view beside the page, which stays, follows the next mention, changes sides and closes', async () => {
    await goTo('depression.html', 1000, 700);
    await card.open(memantine);
    await open();
    await clickInCard('[data-tool=more]');
    const docked = await reading();
    expect(docked.panel!.box).toEqual({ x: (await innerWidth()) - 400, y: 0, width: 400, height: 700 });
    await page.evaluate(() => scrollTo(0, 500));
    await card.leave();
    await sleep(500);
    await card.open({ ...amantadine, opener: 'pointer' });
    await until(reading, ({ text }) => text.startsWith('amantadine'));
    expect((await reading()).panel!.box).toEqual(docked.panel!.box);
    await clickInCard('[data-tool=move]');
    await until(reading, ({ panel }) => panel!.box.x === 0);
    await clickInCard('[data-tool=close]');
    await closed();
  });

  it('has a reading view that a key or a pointer makes wider', async () => {
    await goTo('depression.html', 1000, 700);
    await card.open({ ...amantadine, opener: 'click' });
    const { box } = (await reading()).panel!;
    const grip = await ask(page, 'first', { selector: '.grip' });
    await page.mouse.move(grip!.box.x + 12, 300);
    await page.mouse.down();
    await page.mouse.move(grip!.box.x - 88, 300, { steps: 4 });
    await page.mouse.up();
    await until(reading, ({ panel }) => panel!.box.width === box.width + 100);
    for (let tab = 0; tab < 80 && (await ask(page, 'focus'))?.role !== 'separator'; tab++) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('ArrowRight');
    await until(reading, ({ panel }) => panel!.box.width === box.width + 76);
  });

  it('lies at the bottom of a narrow window, and at the top where the mention is below', async () => {
    await goTo('depression.html', 400, 700);
    await card.open({ ...memantine, opener: 'click' });
    const { box } = (await reading()).panel!;
    const mention = await boxOf('memantine');
    expect([box.x, box.width]).toEqual([0, await innerWidth()]);
    expect(box.y >= mention.y + mention.height || box.y + box.height <= mention.y).toBe(true);
  });

  it('keeps a card beside the next one on wide windows', async () => {
    await goTo('depression.html', 1300, 800);
    await card.open({ ...memantine, opener: 'click' });
    await reading();
    await clickInCard('[data-tool=keep]');
    await card.open(amantadine);
    const titles = () => ask(page, 'query', { selector: '.lens-card h2' });
    await until(titles, (found) => found.map(({ text }) => text).join() === 'amantadine,memantine');
  });

  it('waits for the pointer that travels to it, and closes after its grace when the pointer left', async () => {
    // Long enough for a slow machine to move the pointer in time.
    await card.open({ ...memantine, options: { closeDelay: 2_500 } });
    const { box } = (await open()).panel!;
    await card.leave();
    await page.mouse.move(box.x + 50, box.y + 50, { steps: 3 });
    await sleep(3_000);
    await open();
    await page.mouse.move(2, 2, { steps: 3 });
    await closed();
  });

  it('closes on Escape alone, in a modal dialog that stays open, under hostile styles', async () => {
    await goTo('dialog.html');
    await card.open(amantadine);
    const { panel } = await open();
    expect(panel!.box.width).toBe(360);
    await clickInCard('[data-tool=more]');
    await reading();
    await clickInCard('.ref');
    await until(
      () => ask(page, 'query', { selector: '.line + .note' }),
      (notes) => notes.length === 1,
    );
    await page.keyboard.press('Escape');
    await closed();
    expect(await page.evaluate(() => (document.getElementById('dialog') as HTMLDialogElement).open)).toBe(true);
  });

  it('closes when a scrolling box of the page hides its mention', async () => {
    await goTo('scroller.html');
    await card.open({ drug: 'ketamine', text: 'ketamine' });
    await open();
    await page.evaluate(() => document.getElementById('scroller')!.scrollTo(0, 300));
    await closed();
  });

  it('takes the focus from the keyboard and gives it back', async () => {
    await goTo('dialog.html');
    await page.evaluate(() => {
      (document.getElementById('dialog') as HTMLDialogElement).close();
      document.getElementById('dialog')!.setAttribute('open', '');
      document.getElementById('opener')!.focus();
    });
    await card.open({ ...amantadine, opener: 'keyboard' });
    expect((await open()).focus?.role).toBe('dialog');
    await page.keyboard.press('Tab');
    expect((await open()).focus?.tag).toBe('button');
    await page.keyboard.press('Escape');
    await closed();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('opener');
  });

  it('leaves the page as it was', async () => {
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await card.open(memantine);
    await open();
    await page.keyboard.press('Escape');
    await closed();
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  });

  it('leads by keys to the reading view, to the card of another medicine, which stays, and to the reading level', async () => {
    await card.open({ ...memantine, onPage, opener: 'keyboard' });
    await open();
    await page.keyboard.press('Enter');
    await reading();
    const goWith = async (there: (focus: ElementView | null) => boolean): Promise<void> => {
      for (let tab = 0; tab < 120 && !there(await ask(page, 'focus')); tab++) await page.keyboard.press('Tab');
    };
    await goWith((focus) => focus?.attributes.class === 'go');
    await page.keyboard.press('Enter');
    await until(reading, ({ text }) => text.startsWith('ketamine'));
    await goWith((focus) => focus?.text === 'Show in the text');
    await page.keyboard.press('Enter');
    await goWith((focus) => focus?.role === 'switch');
    await page.keyboard.press(' ');
    expect(await card.told()).toEqual([{ goTo: 'ketamine' }, { professional: true }]);
    expect((await reading()).text).toMatch(/^ketamine/);
  });

  it('prints the whole card and nothing of the page', async () => {
    await card.open({ ...amantadine, opener: 'click' });
    await reading();
    const [print] = (await ask(page, 'query', { selector: '.act' })).filter(({ text }) => text === 'Print');
    await page.mouse.click(print!.box.x + 9, print!.box.y + 9);
    const [told] = (await until(
      () => card.told(),
      (list) => list.length > 0,
    )) as { printed: string }[];
    expect(told!.printed).toMatch(/amantadine[\s\S]*Avoid with memantine[\s\S]*not medical advice/);
    expect(told!.printed).not.toMatch(/Some psychiatrists/);
  });

  it('opens under a strict content security policy with its styles', async () => {
    await lens.open(page, `${site.origin}/csp.html`);
    const mention = await boxOf('amantadine');
    await until(
      () => ask(page, 'highlights'),
      (all) => all.some(({ ranges }) => ranges.length > 0),
    );
    await page.mouse.move(mention.x + 5, mention.y + 200);
    await page.mouse.move(mention.x + 5, mention.y + mention.height / 2, { steps: 4 });
    expect((await open()).panel!.box.width).toBe(360);
  });

  /** What a card stands in; the card with all details open, the glance, and the reading view in wide and narrow windows. */
  const STATES = (['light', 'dark'] as const).flatMap((theme) => [
    ...([memantine, amantadine] as const).map((one) => ({ theme, level: 'whole' as const, one, width: 500 })),
    ...(['glance', 'reading'] as const).flatMap((level) =>
      (
        [
          [memantine, 900],
          [amantadine, 900],
          [amantadine, 400],
        ] as const
      ).map(([one, width]) => ({ theme, level, one, width })),
    ),
  ]);

  // By day each browser looks at others of them.
  it.each(byDay(STATES, 5, BROWSERS.indexOf(name)))(
    'has no violation that axe finds, as $level of $one.drug in $theme, $width px wide',
    async ({ theme, level, one, width }) => {
      await goTo('depression.html', width, 900);
      await page.evaluate((scheme) => {
        document.documentElement.style.colorScheme = scheme;
      }, theme);
      const professional = one === memantine;
      if (level === 'whole') await card.inline({ ...one, onPage, options: { professional } }, 'depression');
      else await card.inlinePlace({ ...one, onPage }, level);
      await page.evaluate(axe.source);
      const found = await page.evaluate(async () => {
        const { violations, passes } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
        });
        return {
          // Sizes of targets and contrast were looked at, too.
          looked: passes.some(({ id }) => id === 'target-size') && passes.some(({ id }) => id === 'color-contrast'),
          faults: violations.map(({ id, nodes }) => [id, nodes.length, nodes[0]!.html, nodes[0]!.failureSummary]),
        };
      });
      expect(found).toEqual({ looked: true, faults: [] });
    },
  );

  // WebDriver BiDi does not give the accessibility tree, so only Chromium is asked.
  if (name === 'chrome')
    it('has names and roles in the accessibility tree', async () => {
      await card.open({ ...memantine, onPage, opener: 'click' });
      await reading();
      await clickInCard('.ref');
      const session = await page.createCDPSession();
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      const named = nodes
        .filter(({ ignored }) => !ignored)
        .map(({ role, name: label }) => `${role?.value} ${label?.value}`);
      for (const expected of [
        'dialog memantine',
        'heading memantine',
        'button Close',
        'button To the other side of the window',
        'separator Size of the reading view',
        'switch Professional detail',
        'heading Combined with memantine',
        'button ketamine',
      ]) {
        expect(named).toContain(expected);
      }
      expect(named.some((entry) => /^button Source 1: .+/.test(entry))).toBe(true);
      expect(named.filter((entry) => /^(button|link|switch) *$/.test(entry))).toEqual([]);
    });
});
