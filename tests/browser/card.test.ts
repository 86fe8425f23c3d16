/** The card in real browsers: where it stands, how it opens and closes, and what tools for accessibility see of it. */
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Served, serve } from '../../src/tools/serve.ts';
import { type StagedCard, setStage } from './card-stage/bundle.ts';
import { BROWSERS, type Lens, launch } from './harness/browsers.ts';
import { ask, type Box, type CardView, until } from './harness/probe.ts';

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
    const [found] = await ask(page, 'query', { selector });
    expect(found, selector).toBeDefined();
    await page.mouse.click(found!.box.x + found!.box.width / 2, found!.box.y + found!.box.height / 2);
  };

  it('says within its first screen that the use is off-label, the evidence mixed, and what not to combine', async () => {
    await card.open(memantine);
    const { panel, text } = await open();
    const [passage, combining] = await Promise.all([
      ask(page, 'query', { selector: '.banner[data-tone=off-label]' }),
      ask(page, 'query', { selector: '.chip[data-tone=avoid]' }),
    ]);
    expect(passage[0]!.text).toMatch(/Off-label.*depression.*mixed/);
    expect(text).toMatch(/ketamine/);
    for (const { box } of [...passage, ...combining]) {
      expect(box.y + box.height).toBeLessThanOrEqual(panel!.box.y + panel!.box.height);
    }
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
    expect(box.width).toBeLessThanOrEqual(380);
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

  it('stays while pinned, moves by the keyboard, and closes by its button', async () => {
    await card.open(memantine);
    await open();
    await clickInCard('[data-tool=pin]');
    await page.evaluate(() => scrollTo(0, 500));
    await card.leave();
    await sleep(500);
    const before = (await open()).panel!.box;
    await card.open({ ...amantadine, opener: 'pointer' });
    expect((await open()).text).toMatch(/^memantine/);
    await page.keyboard.press('Tab');
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    expect((await open()).focus?.attributes['data-tool']).toBe('move');
    await page.keyboard.press('ArrowLeft');
    await until(
      () => ask(page, 'card'),
      (view) => view!.panel!.box.x < before.x,
    );
    await clickInCard('[data-tool=close]');
    await closed();
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
    expect(panel!.box.width).toBe(380);
    await clickInCard('.ref');
    await until(
      () => ask(page, 'query', { selector: '.note' }),
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

  it('goes to another drug of the page and remembers the reading level', async () => {
    await card.open({ ...memantine, onPage, opener: 'keyboard' });
    await open();
    for (const selector of ['.go', '[role=switch]']) {
      for (let tab = 0; tab < 80; tab++) {
        const { focus } = (await ask(page, 'card'))!;
        const isThere = selector === '.go' ? focus?.attributes.class === 'go' : focus?.role === 'switch';
        if (isThere) break;
        await page.keyboard.press('Tab');
      }
      await page.keyboard.press(' ');
    }
    expect(await card.told()).toEqual([{ goTo: 'ketamine' }, { professional: true }]);
  });

  it('prints the whole card and nothing of the page', async () => {
    await card.open({ ...amantadine, opener: 'keyboard' });
    await open();
    for (let tab = 0; tab < 80; tab++) {
      if ((await ask(page, 'card'))!.focus?.text === 'Print') break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    const [told] = (await until(
      () => card.told(),
      (list) => list.length > 0,
    )) as { printed: string }[];
    expect(told!.printed).toMatch(/amantadine[\s\S]*Avoid together[\s\S]*not medical advice/);
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
    expect((await open()).panel!.box.width).toBe(380);
  });

  it.each(['light', 'dark'] as const)('has no violation that axe finds, in %s', async (theme) => {
    for (const [ask_, professional] of [
      [memantine, true],
      [amantadine, false],
    ] as const) {
      await goTo('depression.html', 500, 900);
      await page.evaluate((scheme) => {
        document.documentElement.style.colorScheme = scheme;
      }, theme);
      await card.inline({ ...ask_, onPage, options: { professional } }, 'depression');
      await page.evaluate(axe.source);
      const found = await page.evaluate(async () => {
        const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
        });
        return violations.map(({ id, nodes }) => [id, nodes.length, nodes[0]!.html, nodes[0]!.failureSummary]);
      });
      expect(found).toEqual([]);
    }
  });

  // WebDriver BiDi does not give the accessibility tree, so only Chromium is asked.
  if (name === 'chrome')
    it('has names and roles in the accessibility tree', async () => {
      await card.open({ ...memantine, onPage });
      await open();
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
        'button Pin: keep open',
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
