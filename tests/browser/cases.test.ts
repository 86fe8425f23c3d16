/**
 * Small pages that failed once, as they were reported, each by itself: what they name is found, cards open on it, and page
 * and card leave each other alone. The kinds behind them are tested where they belong.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { Served } from '../../src/tools/serve.ts';
import { inTurn } from '../sampling.ts';
import { BROWSERS, type Lens } from './harness/browsers.ts';
import { foundTexts } from './harness/own-pages.ts';
import { boxOfMark, cardOf, middleOf, pressEscape, restOn } from './harness/pointing.ts';
import { ask, markedTexts, until } from './harness/probe.ts';
import { onStage } from './harness/stage.ts';

const FOLDER = join(import.meta.dirname, 'fixtures/cases');
const FILES = readdirSync(FOLDER).sort();

/** Names that each page has in the end, sorted, without readings between their letters. */
const FOUND: Readonly<Record<string, readonly string[]>> = {
  '02-form-closest-stops-reading.html': ['amantadine', 'ketamine', 'memantine'],
  '04-emoji-neighbour.html': ['amantadine', 'ketamine', 'memantine'],
  '05-superscript-letters.html': ['Amantadine', 'Amantadine', 'Ebixa', 'Memantine', 'Memantine', 'Namenda'],
  '06-ruby-readings.html': ['memantine', '美金刚'],
  '24-first-change-late.html': ['amantadine', 'memantine'],
  '25-late-custom-element.html': ['ketamine', 'memantine'],
  '30-address-like.html': [
    ...[
      'AMT',
      'Memantine',
      'R/S-ketamine',
      'amantadine',
      'memantine',
      'memantine',
      'memantine',
      'memantine',
      'mémantine',
    ],
  ],
  '31-marks-that-fold-to-letters.html': ['Amantadine', 'Ebixa', 'Memantine', 'Memantine', 'Memantine', 'Memantine'],
  '32-broken-at-line-ends.html': ['MEMANTINE HYDROCHLORIDE', 'memantine'],
  '34-missing-space.html': ['Memantine hydrochloride', 'Memantine hydrochloride', 'Memantine hydrochloride'],
};

/** Of these, pages whose names are also painted where they stand: a painted range holds the readings between its letters. */
const PAINTED: Readonly<Record<string, readonly string[] | undefined>> = {
  '02-form-closest-stops-reading.html': FOUND['02-form-closest-stops-reading.html'],
  '04-emoji-neighbour.html': FOUND['04-emoji-neighbour.html'],
  '05-superscript-letters.html': FOUND['05-superscript-letters.html'],
  '06-ruby-readings.html': ['memanatine', '美(měi)金(jīn)刚'],
  '24-first-change-late.html': FOUND['24-first-change-late.html'],
  '25-late-custom-element.html': FOUND['25-late-custom-element.html'],
};

/** Pages on which a pointer at rest opens the card of memantine, beside it and in the window. */
const OPENED = [
  '08-css-zoom-html.html',
  '10-vertical-page.html',
  '11-absolute-escapes-overflow.html',
  '13-display-contents-overflow.html',
  '14-stretched-link.html',
  '27-replaced-on-hover.html',
];

/** Pages on which a press and keys in the card leave the page's box and the card open. */
const PRESSED = ['16-auto-popover-click-in-card.html', '17-outside-click-handler.html', '19-focus-trap.html'];

/** Pages that have a test of their own below. */
const APART = [
  '01-form-parentnode-freeze.html',
  '21-keys-reach-page.html',
  '22-document-write.html',
  '23-rerendered-text.html',
];

const bare = (text: string): string => text.replace(/-?\s*\n/g, '').replace(/- /g, '');

describe.each(BROWSERS)('reported pages, in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let page: Page;
  let own: Page;

  onStage(
    name,
    Object.fromEntries(FILES.map((file) => [`/${file}`, readFileSync(join(FOLDER, file))])),
    async (stage) => {
      ({ lens, site, page, own } = stage);
      await page.setViewport({ width: 1_000, height: 800 });
    },
  );

  const open = async (file: string): Promise<void> => {
    await page.mouse.move(1, 1);
    await lens.open(page, `${site.origin}/${file}`);
  };

  async function openCard(file: string): Promise<void> {
    await open(file);
    await restOn(page, 'memantine');
    await cardOf(page, 'memantine');
  }

  async function clickIn(selector: string): Promise<void> {
    const element = await until(
      () => ask(page, 'first', { selector }),
      (found) => found !== null,
    );
    const { x, y } = middleOf(element!.box);
    await page.mouse.move(x, y, { steps: 3 });
    await page.mouse.click(x, y);
  }

  it('are all looked at', () => {
    expect([...Object.keys(FOUND), ...OPENED, ...PRESSED, ...APART].sort()).toEqual(FILES);
  });

  it.each(inTurn(BROWSERS, name, Object.entries(FOUND)))('%s names %s', async (file, expected) => {
    await open(file);
    await until(
      async () => (await foundTexts(own, `${site.origin}/${file}`)).map(bare).sort(),
      (texts) => JSON.stringify(texts) === JSON.stringify([...expected].sort()),
      20_000,
    );
    const painted = PAINTED[file];
    if (painted) {
      await until(
        async () => (await markedTexts(page)).map(bare).sort(),
        (texts) => JSON.stringify(texts) === JSON.stringify([...painted].sort()),
      );
    }
  });

  it.each(inTurn(BROWSERS, name, OPENED))('%s: the card opens beside the name and in the window', async (file) => {
    await openCard(file);
    const { x, y, width, height } = (await ask(page, 'card'))!.panel!.box;
    const mark = await boxOfMark(page, 'memantine');
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(1_000);
    expect(y + height).toBeLessThanOrEqual(800);
    const gap = y > mark.y ? y - (mark.y + mark.height) : mark.y - (y + height);
    expect(Math.abs(gap)).toBeLessThanOrEqual(12);
    await pressEscape(page);
  });

  it.each(PRESSED)('%s: presses and keys in the card leave the page’s box open, and the card', async (file) => {
    await openCard(file);
    await clickIn('[data-tool=more]');
    await clickIn('.ref');
    await until(
      () => ask(page, 'query', { selector: '.line + .note' }),
      (notes) => notes.length === 1,
    );
    await page.keyboard.press('Tab');
    expect((await ask(page, 'card'))?.panel?.visible).toBe(true);
    expect(await page.evaluate(`document.getElementById('p').checkVisibility()`)).toBe(true);
    await pressEscape(page);
  });

  it('01-form-parentnode-freeze.html: the page lives on when text of the form changes', async () => {
    await open('01-form-parentnode-freeze.html');
    await until(
      () => page.evaluate('s.textContent'),
      (text) => text === 'Other text',
    );
    await page.evaluate(`s.textContent = 'Take memantine'`);
    await boxOfMark(page, 'memantine');
  });

  it('21-keys-reach-page.html: keys pressed in the card stay there', async () => {
    await openCard('21-keys-reach-page.html');
    await clickIn('[data-tool=more]');
    await clickIn('.ref');
    for (const key of ['j', ' ', 'ArrowRight', 'Enter', '/'] as const) await page.keyboard.press(key);
    expect(await page.evaluate('o.textContent')).toBe('');
    await pressEscape(page);
  });

  it('22-document-write.html: cards open after the page wrote itself anew', async () => {
    await open('22-document-write.html');
    // The probe was written over, too: the page itself tells.
    const [x, y] = (await until(
      () =>
        page.evaluate(`(() => {
          const box = [...CSS.highlights.values()].flatMap((one) => [...one])
            .find((one) => String(one) === 'amantadine')?.getBoundingClientRect();
          return box && [box.x + box.width / 2, box.y + box.height / 2];
        })()`) as Promise<[number, number] | undefined>,
      (at) => at !== undefined,
    ))!;
    await page.mouse.move(x, y, { steps: 2 });
    await until(
      () => page.evaluate('document.documentElement.lastElementChild.popover'),
      (popover) => popover === 'manual',
    );
  });

  it('23-rerendered-text.html: the card stays when the page writes the same text again', async () => {
    await openCard('23-rerendered-text.html');
    await page.evaluate(`globalThis.host = document.documentElement.lastElementChild;
      globalThis.written = 0;
      new MutationObserver(() => written++).observe(p, { childList: true }); 0`);
    await until(
      () => page.evaluate('written'),
      (times) => Number(times) >= 2,
    );
    // Longer than a card outlives a name that is gone.
    await new Promise((done) => setTimeout(done, 1_000));
    expect(await page.evaluate('host.isConnected')).toBe(true);
    await cardOf(page, 'memantine');
    await pressEscape(page);
  });
});
