/** A finger on names and cards, on a screen that has no finer pointer: from the tap to the sheet and its size. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '../../src/tools/serve.ts';
import { BROWSERS, type Lens, launch } from './harness/browsers.ts';
import { boxInCard, boxOfMark, cardOf, middleOf, noCard } from './harness/pointing.ts';
import { ask, type Box, type ElementView, markedTexts, until } from './harness/probe.ts';

const PAGE = `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Touch</title>
<style>body { margin: 40px } p { margin: 60px 0 }</style><p>She took memantine.</p><p>No amantadine.</p>`;

/** As browsers on a tablet say it: no hover, a coarse pointer alone. */
const TABLET = {
  args: [
    '--blink-settings=primaryPointerType=2,availablePointerTypes=2,primaryHoverType=1,availableHoverTypes=1',
    '--touch-events=enabled',
  ],
  prefs: { 'ui.primaryPointerCapabilities': 1, 'ui.allPointerCapabilities': 1, 'dom.w3c_touch_events.enabled': 1 },
};
const WINDOW = { width: 900, height: 800 };

describe.each(BROWSERS)('a finger in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let page: Page;

  beforeAll(async () => {
    [lens, site] = await Promise.all([
      launch(name, name === 'chrome' ? { args: TABLET.args } : { prefs: TABLET.prefs }),
      serve(import.meta.dirname, { '/touch.html': PAGE }),
    ]);
    page = await lens.newPage();
    await page.setViewport(WINDOW);
    await lens.open(page, `${site.origin}/touch.html`);
    await page.bringToFront();
    await until(
      () => markedTexts(page),
      (texts) => texts.length === 2,
    );
  });
  afterAll(async () => {
    await lens?.close();
    await site?.close();
  });

  const tap = async (box: Box): Promise<void> => {
    const { x, y } = middleOf(box);
    await page.touchscreen.tap(x, y);
  };
  const waitFor = (selector: string): Promise<ElementView[]> =>
    until(
      () => ask(page, 'query', { selector }),
      (found) => found.length > 0,
    );
  const sheet = async (): Promise<Box> => {
    await waitFor('.bar');
    return boxInCard(page, '.lens-card');
  };
  const close = async (): Promise<void> => {
    await tap(await boxInCard(page, '[data-tool=close]'));
    await noCard(page);
  };
  /** At the bottom, as wide as the window, and off the name. */
  const isSheet = (box: Box): void => {
    expect(box.x).toBeLessThanOrEqual(1);
    expect(box.width).toBeGreaterThan(WINDOW.width - 20);
    expect(Math.abs(box.y + box.height - WINDOW.height)).toBeLessThanOrEqual(1);
  };

  it('is the only pointer, as the browser tells pages', async () => {
    expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true);
  });

  it('opens the glance by a tap, and the sheet by a tap on "More"', async () => {
    await tap(await boxOfMark(page, 'memantine'));
    await cardOf(page, 'memantine');
    const [more] = await waitFor('.glance [data-tool=more]');
    await tap(more!.box);
    const box = await sheet();
    isSheet(box);
    const mention = await boxOfMark(page, 'memantine');
    expect(mention.y + mention.height).toBeLessThanOrEqual(box.y);
  });

  it('shows in the sheet the next name that it taps', async () => {
    const before = await sheet();
    await tap(await boxOfMark(page, 'amantadine'));
    await cardOf(page, 'amantadine');
    expect(await sheet()).toEqual(before);
    await close();
  });

  it('opens the sheet by a second tap on the name', async () => {
    const mention = await boxOfMark(page, 'amantadine');
    await tap(mention);
    await waitFor('.glance');
    await tap(mention);
    isSheet(await sheet());
  });

  it('makes the sheet higher by its grip', async () => {
    const before = await sheet();
    const { x, y } = middleOf(await boxInCard(page, '[data-grip]'));
    await page.touchscreen.touchStart(x, y);
    await page.touchscreen.touchMove(x, y - 40);
    await page.touchscreen.touchMove(x, y - 80);
    await page.touchscreen.touchEnd();
    const after = await until(sheet, ({ height }) => height > before.height + 40);
    isSheet(after);
    await close();
  });

  it('has targets in glance and sheet that it can hit', async () => {
    await tap(await boxOfMark(page, 'memantine'));
    await waitFor('.glance');
    const small = ({ box: { width, height } }: ElementView): boolean => width < 24 || height < 24;
    expect((await ask(page, 'query', { selector: '.glance button' })).filter(small)).toEqual([]);
    await tap(await boxOfMark(page, 'memantine'));
    await sheet();
    const buttons = (await ask(page, 'query', { selector: '.bar button, .tools button, .jumps button, .go' })).filter(
      ({ visible, box }) => visible && box.width > 0,
    );
    expect(buttons.length).toBeGreaterThan(5);
    expect(buttons.filter(small)).toEqual([]);
    await close();
  });
});
