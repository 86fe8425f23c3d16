/** Pages that go for the card: by events that they make up, by highlights, by boxes that close, by names and locks. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { Served } from '../../src/tools/serve.ts';
import { BROWSERS, type Lens } from './harness/browsers.ts';
import {
  boxInCard,
  boxOfMark,
  cardOf,
  clickInCard,
  middleOf,
  noCard,
  pictureOfCard,
  readOn,
  restOn,
} from './harness/pointing.ts';
import { ask, type CardView, until } from './harness/probe.ts';
import { onStage } from './harness/stage.ts';

const HEAD = '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">';
/** Fields named like what the card asks of the element that it stands in, and of what had the focus. */
const FIELDS = [
  'append',
  'currentCSSZoom',
  'matches',
  'children',
  'contains',
  'focus',
  'getBoundingClientRect',
  'parentElement',
]
  .map((name) => `<input type="hidden" name="${name}">`)
  .join('');

const PAGES = {
  '/plain': `${HEAD}<title>Plain</title><p style="margin:40px">Take memantine daily with some water and food.</p>`,
  '/dialog': `${HEAD}<title>Dialog</title><dialog id="box" closedby="any" style="position:fixed;inset:60px auto auto 100px"><p>memantine</p></dialog>
    <script>box.show()</script>`,
  '/beside': `${HEAD}<title>Beside</title><p style="margin:40px">memantine</p><dialog id="box" closedby="any" style="position:fixed;inset:600px auto auto 500px"><p>A box</p></dialog>
    <script>box.show()</script>`,
  '/form': `${HEAD}<title>Form</title><form popover id="box" style="inset:auto;top:60px;left:100px">${FIELDS}<p>memantine</p></form>
    <script>box.showPopover()</script>`,
  '/focused': `${HEAD}<title>Focused</title><form id="box" tabindex="0" style="margin:40px">${FIELDS}<p>memantine</p></form><script>
    HTMLElement.prototype.focus.call(box)</script>`,
  '/locked': `${HEAD}<title>Locked</title><p style="margin:40px">memantine</p><div style="height:3000px"></div><script>
    for (const to of [window, document]) for (const type of ['wheel', 'mousewheel', 'DOMMouseScroll', 'touchmove'])
      to.addEventListener(type, (event) => event.preventDefault(), { passive: false, capture: true })</script>`,
};

describe.each(BROWSERS)('the card attacked, in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let page: Page;
  const errors: string[] = [];
  onStage(name, PAGES, (stage) => {
    ({ lens, site, page } = stage);
    page.on('pageerror', (error) => void errors.push(String(error)));
  });

  async function openOn(path: string): Promise<CardView> {
    await page.mouse.move(1, 1);
    await lens.open(page, site.origin + path);
    await boxOfMark(page, 'memantine');
    await restOn(page, 'memantine');
    return cardOf(page, 'memantine');
  }

  /** The card looks after itself at every frame. */
  const frames = (): Promise<unknown> =>
    page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))');

  /** Everything that might close, move or pin a card, made up by the page, at everything that it can reach. */
  const makeUp = (): Promise<unknown> =>
    page.evaluate(`(() => {
      const host = document.documentElement.lastElementChild;
      const init = { bubbles: true, composed: true, cancelable: true, clientX: 5, clientY: 700, detail: 1, pointerId: 1, isPrimary: true };
      for (const to of [window, document, document.body, document.documentElement, host]) {
        for (const key of ['Escape', 'Enter', 'Tab', ' ', 'j'])
          for (const type of ['keydown', 'keyup', 'keypress'])
            to.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true }));
        for (const type of ['pointerdown', 'pointerup', 'pointermove', 'pointerover', 'pointerout', 'pointerenter', 'pointerleave',
          'pointercancel', 'click', 'dblclick', 'contextmenu', 'auxclick'])
          to.dispatchEvent(new PointerEvent(type, { ...init, pointerType: 'mouse' }));
        for (const type of ['mousedown', 'mouseup', 'mouseleave', 'mouseout']) to.dispatchEvent(new MouseEvent(type, init));
        for (const type of ['focus', 'blur', 'focusin', 'focusout'])
          to.dispatchEvent(new FocusEvent(type, { bubbles: true, composed: true, relatedTarget: document.body }));
        to.dispatchEvent(new WheelEvent('wheel', { ...init, deltaY: 400 }));
        for (const type of ['scroll', 'resize', 'toggle', 'beforetoggle', 'close', 'cancel', 'fullscreenchange', 'visibilitychange',
          'freeze', 'transitionend', 'animationend', 'beforeprint', 'afterprint', 'hashchange', 'popstate', 'beforeunload'])
          to.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
        for (const type of ['pagehide', 'pageshow']) to.dispatchEvent(new PageTransitionEvent(type, { persisted: true, bubbles: true }));
      }
    })()`);

  it.each(['glance', 'reading view'])(
    'is neither closed nor moved nor pinned by what the page makes up: the %s',
    async (level) => {
      await openOn('/plain');
      if (level === 'reading view') await readOn(page);
      // It slides in.
      await pictureOfCard(page, 'memantine');
      const before = (await ask(page, 'card'))!;
      const host = await page.evaluate('globalThis.before = document.documentElement.lastElementChild, 0');
      await makeUp();
      await frames();
      // Longer than a glance stays that was left.
      await new Promise((done) => setTimeout(done, 1_000));
      const after = (await ask(page, 'card'))!;
      expect(await page.evaluate('document.documentElement.lastElementChild === before'), String(host)).toBe(true);
      expect(after.panel?.visible).toBe(true);
      expect(after.panel!.box).toEqual(before.panel!.box);
      expect(after.text).toBe(before.text);
      expect(await ask(page, 'query', { selector: '.bar' })).toHaveLength(level === 'glance' ? 0 : 1);
      await page.keyboard.press('Escape');
      await noCard(page);
    },
  );

  it('looks the same whatever a page makes of highlights', async () => {
    await openOn('/plain');
    const plain = await pictureOfCard(page, 'memantine');
    await openOn('/plain');
    const names = (await page.evaluate(`(() => {
      const names = [...CSS.highlights.keys()];
      const host = document.documentElement.lastElementChild;
      const all = new Range();
      all.selectNode(host);
      const inside = new Range();
      inside.selectNodeContents(document.documentElement);
      CSS.highlights.set('own', new Highlight(all, inside));
      const style = document.createElement('style');
      style.textContent = [...names, 'own'].map((name) => 'html ::highlight(' + name + '), ::highlight(' + name +
        ') { color: transparent !important; background: red !important; text-decoration: line-through 9px }').join('');
      document.head.append(style);
      return names;
    })()`)) as string[];
    expect(names).toHaveLength(1);
    expect(await pictureOfCard(page, 'memantine')).toBe(plain);
    await page.evaluate('CSS.highlights.delete("own")');
    await page.keyboard.press('Escape');
    await noCard(page);
  });

  it.each(['/dialog', '/beside'])('closes no dialog that closes on a press elsewhere: %s', async (path) => {
    await openOn(path);
    await readOn(page);
    await clickInCard(page, '.ref');
    await until(
      () => ask(page, 'query', { selector: '.line + .note' }),
      (notes) => notes.length === 1,
    );
    expect((await ask(page, 'card'))?.panel?.visible).toBe(true);
    expect(await page.evaluate('box.open')).toBe(true);
  });

  it('opens in a form whose fields are named like what it asks', async () => {
    errors.length = 0;
    await openOn('/form');
    await readOn(page);
    expect(await page.evaluate(`Element.prototype.matches.call(box, ':popover-open')`)).toBe(true);
    expect(errors).toEqual([]);
  });

  it('gives the focus back to a form that has a field of that name', async () => {
    errors.length = 0;
    await openOn('/focused');
    await readOn(page);
    await until(
      async () => (await ask(page, 'card'))?.focus ?? null,
      (focus) => focus !== null,
    );
    await page.keyboard.press('Escape');
    await noCard(page);
    expect(await page.evaluate('document.activeElement === box')).toBe(true);
    expect(errors).toEqual([]);
  });

  it('scrolls in a page that locks scrolling', async () => {
    await openOn('/locked');
    await readOn(page);
    const { x, y } = middleOf((await ask(page, 'card'))!.panel!.box);
    const top = async (): Promise<number> => (await boxInCard(page, '.ref')).y;
    const before = await top();
    await page.mouse.move(x, y, { steps: 2 });
    await page.mouse.wheel({ deltaY: 120 });
    await until(top, (now) => now < before - 20);
    expect(await page.evaluate('scrollY')).toBe(0);
    await page.keyboard.press('Escape');
    await noCard(page);
  });

  // Firefox has touch events only where there is a touch screen.
  if (name === 'chrome') {
    it('scrolls under a finger in a page that locks scrolling', async () => {
      await openOn('/locked');
      await readOn(page);
      const { x, y } = middleOf((await ask(page, 'card'))!.panel!.box);
      const top = async (): Promise<number> => (await boxInCard(page, '.ref')).y;
      const before = await top();
      await page.touchscreen.touchStart(x, y);
      for (let by = 20; by <= 120; by += 20) await page.touchscreen.touchMove(x, y - by);
      await page.touchscreen.touchEnd();
      await until(top, (now) => now < before - 20);
      expect(await page.evaluate('scrollY')).toBe(0);
      await page.keyboard.press('Escape');
      await noCard(page);
    });
  }
});
