/** The reading view on real pages: reached and left by a pointer, kept clear of what is read, and what it does to marks. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { Served } from '../../src/tools/serve.ts';
import { BROWSERS } from './harness/browsers.ts';
import { openPopup, press, stored } from './harness/own-pages.ts';
import { boxOfMark, cardOf, clickInCard, middleOf, noCard, pressEscape, readOn, restOn } from './harness/pointing.ts';
import { ask, type ElementView, markedTexts, until } from './harness/probe.ts';
import { onStage } from './harness/stage.ts';

const HEAD = '<!doctype html><meta charset="utf-8"><style>body { margin: 0 } p { margin: 60px 30px }</style>';
const WINDOW = { width: 1000, height: 700 };

describe.each(BROWSERS)('the reading view in %s', (name) => {
  let site: Served;
  let page: Page;
  let own: Page;
  let lens: Parameters<Parameters<typeof onStage>[2]>[0]['lens'];

  onStage(
    name,
    {
      '/some.html': `${HEAD}<title>Some</title><p>She took memantine and ketamine.</p><p>No alcohol, no warfarin.</p>`,
      '/right.html': `${HEAD}<title>Right</title><p style="text-align: right">She took memantine</p>`,
    },
    async (stage) => {
      ({ site, page, own, lens } = stage);
      await page.setViewport(WINDOW);
    },
  );

  const goTo = async (path: string): Promise<void> => {
    await page.mouse.move(1, 1);
    await lens.open(page, `${site.origin}/${path}`);
    await page.bringToFront();
    await until(
      () => markedTexts(page),
      (texts) => texts.length > 0,
    );
  };
  const parts = (selector: string): Promise<ElementView[]> => ask(page, 'query', { selector });
  const waitFor = (selector: string): Promise<ElementView[]> =>
    until(
      () => parts(selector),
      (found) => found.length > 0,
    );
  /** Rests on a name, and presses "More". */
  const readingOf = async (text: string): Promise<void> => {
    await restOn(page, text);
    await cardOf(page, text);
    await readOn(page);
    await waitFor('.bar');
  };
  /** Five sections are offered at once, and all after a press. */
  const allJumps = async (): Promise<void> => {
    const shown = (await parts('.jumps button')).filter(({ visible }) => visible);
    expect(shown.map(({ text }) => text).slice(5)).toEqual(['More']);
    await clickInCard(page, '.jumps button[aria-expanded]');
    await until(
      () => parts('.jumps button[aria-expanded]'),
      (found) => found.length === 0,
    );
  };
  /** Presses the button of a section, which brings it into view. */
  const jumpTo = async (title: string): Promise<void> => {
    await allJumps();
    const at = (await parts('.jumps button')).findIndex(({ text }) => text === title);
    await clickInCard(page, `.jumps li:nth-child(${at + 1}) button`);
  };
  /** Longer than any grace period after which a card closes. */
  const graceOver = () => page.evaluate(() => new Promise((done) => setTimeout(done, 900)));

  it('shows another medicine of the text on a click, and stays when the pointer goes away', async () => {
    await goTo('some.html');
    await readingOf('memantine');
    await jumpTo('Also in this text');
    const chip = (await parts('.drugs .go')).findIndex(({ text }) => text.startsWith('ketamine'));
    await clickInCard(page, `.drugs li:nth-child(${chip + 1}) .go`);
    await cardOf(page, 'ketamine');
    // Neither to the page nor out of the window does it go with the pointer.
    await page.mouse.move(200, 600, { steps: 3 });
    await graceOver();
    await cardOf(page, 'ketamine');
    await page.mouse.move(1, 1);
    await graceOver();
    const view = await cardOf(page, 'ketamine');
    expect(view.panel!.box.x).toBeGreaterThan(WINDOW.width / 2);
    await pressEscape(page);
  });

  it('follows the pointer that rests on another name of the page', async () => {
    await goTo('some.html');
    await readingOf('memantine');
    const before = (await waitFor('.lens-card'))[0]!.box;
    await restOn(page, 'warfarin');
    const after = await cardOf(page, 'warfarin');
    expect(after.panel!.box).toEqual(before);
    await pressEscape(page);
  });

  it('lies at the left where the name is at the right', async () => {
    await goTo('right.html');
    await readingOf('memantine');
    const [{ box }] = (await waitFor('.lens-card')) as [ElementView];
    expect(box.x).toBeLessThan(10);
    const mention = await boxOfMark(page, 'memantine');
    expect(box.x + box.width).toBeLessThanOrEqual(mention.x);
    await pressEscape(page);
  });

  it('goes to a section on a press', async () => {
    await goTo('some.html');
    await readingOf('memantine');
    await allJumps();
    const [jump] = (await parts('.jumps button')).slice(-1);
    const at = (await parts('.body > section')).length;
    await clickInCard(page, '.jumps li:last-child button');
    const [body] = await parts('.body');
    await until(
      async () => (await parts(`.body > section:nth-of-type(${at})`))[0],
      (section) =>
        section?.text.startsWith(jump!.text) === true &&
        section.box.y < body!.box.y + body!.box.height - 20 &&
        section.box.y >= body!.box.y - 1,
    );
    await pressEscape(page);
  });

  it('advises checks of clotting with warfarin once, and says who says so', async () => {
    await goTo('some.html');
    await readingOf('warfarin');
    // What is drawn of what it has to do with memantine.
    const [banner = ''] = (await cardOf(page, 'warfarin')).text.split('Known from');
    expect(banner.match(/\b(checks?|monitoring|prothrombin)\b/g)).toEqual(['checks']);
    expect(banner.match(/\bINR\b/g)).toHaveLength(1);
    expect(banner).toMatch(/Who says so\s+(EU|UK) product information, (EU|UK) product information/);
    await pressEscape(page);
  });

  it('of ketamine shows its own pairs', async () => {
    await goTo('some.html');
    await readingOf('ketamine');
    const pairs = (await parts('.part .names b')).map(({ text }) => text.replaceAll('\u00a0', ' '));
    expect(pairs.some((text) => /alcohol/.test(text) && /ketamine/.test(text))).toBe(true);
    expect(pairs.some((text) => /memantine/.test(text))).toBe(false);
    await pressEscape(page);
  });

  it('names five sources, and has the others behind an expander', async () => {
    await goTo('some.html');
    await readingOf('memantine');
    expect(await parts('.body > section > .note')).toHaveLength(5);
    expect((await parts('.body > section > details .note')).length).toBeGreaterThan(0);
    await pressEscape(page);
  });

  it('hides its medicine for good, until the options take it back', async () => {
    await goTo('some.html');
    await readingOf('ketamine');
    await clickInCard(page, '.bar .more summary');
    const hide = (await parts('.bar .more .act')).findIndex(({ text }) => text === 'Never mark this medicine');
    await clickInCard(page, `.bar .more .act:nth-child(${hide + 1})`);
    await until(
      () => markedTexts(page),
      (texts) => !texts.includes('ketamine') && texts.includes('memantine'),
    );
    expect(await stored(own, 'settings')).toMatchObject({ marks: { hiddenDrugs: ['ketamine'] } });
    await press(own, '[data-drug="ketamine"] button');
    await until(
      () => markedTexts(page),
      (texts) => texts.includes('ketamine'),
    );
  });

  it('switches its site off, until the popup switches it on', async () => {
    await goTo('some.html');
    await readingOf('ketamine');
    await clickInCard(page, '.bar .more summary');
    const leave = (await parts('.bar .more .act')).findIndex(({ text }) => text === 'Switch off on this site');
    await clickInCard(page, `.bar .more .act:nth-child(${leave + 1})`);
    await until(
      () => markedTexts(page),
      (texts) => texts.length === 0,
    );
    await noCard(page);
    const popup = await openPopup(lens, own, site.origin);
    await press(popup, '#off button');
    await page.bringToFront();
    await until(
      () => markedTexts(page),
      (texts) => texts.includes('ketamine'),
    );
    await popup.close();
  });

  it('opened by a click on the name itself, stays when the pointer goes away', async () => {
    await goTo('some.html');
    const { x, y } = middleOf(await boxOfMark(page, 'memantine'));
    await page.mouse.click(x, y);
    await waitFor('.bar');
    await page.mouse.move(500, 650);
    await graceOver();
    await cardOf(page, 'memantine');
    await pressEscape(page);
  });
});
