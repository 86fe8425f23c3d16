/** Nothing of a page reaches into the card, and nothing that happens in the card reaches the page. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { Served } from '../../src/tools/serve.ts';
import { BROWSERS, type Lens } from './harness/browsers.ts';
import {
  boxInCard,
  boxOfMark,
  cardOf,
  clickInCard,
  noCard,
  pictureOfCard,
  readOn,
  restOn,
} from './harness/pointing.ts';
import { ask, type Box, type CardView, until } from './harness/probe.ts';
import { onStage } from './harness/stage.ts';

const SRC = join(import.meta.dirname, '../../src');
const STYLES = [
  'ui/tokens.css',
  'card/host.css',
  ...readdirSync(join(SRC, 'card/style')).map((file) => `card/style/${file}`),
];
/** Every custom property that the card's styles speak of. */
const PROPERTIES = [
  ...new Set(STYLES.flatMap((file) => readFileSync(join(SRC, file), 'utf8').match(/--[a-z][\w-]*/g) ?? [])),
];

const HEAD = '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">';
const PAGES = {
  '/plain': `${HEAD}<title>Plain</title><p style="margin:40px">Take memantine daily with some water and food.</p>`,
  '/popover': `${HEAD}<title>Popover</title><div popover id="box" style="inset:auto;top:60px;left:100px"><p>memantine</p></div>
    <script>box.showPopover()</script>`,
  '/menu': `${HEAD}<title>Menu</title><p style="margin:40px">memantine</p>
    <div popover id="box" style="inset:auto;top:600px;left:500px"><p>A menu</p></div><script>box.showPopover()</script>`,
  '/panel': `${HEAD}<title>Panel</title><div id="box" role="dialog" style="position:fixed;top:100px;left:100px"><p>memantine</p></div>
    <script>for (const type of ['pointerdown','mousedown','click','focusin','touchstart'])
      document.addEventListener(type, ({ target }) => { if (!box.contains(target)) box.hidden = true; }, true)</script>`,
  '/trap': `${HEAD}<title>Trap</title><div id="box" role="dialog" tabindex="-1" style="position:fixed;top:100px;left:100px">
    <p>memantine</p><button id="ok">OK</button></div><script>ok.focus();
    for (const type of ['focusin', 'focusout']) document.addEventListener(type, ({ target, relatedTarget }) => {
      if (!box.contains(type === 'focusin' ? target : relatedTarget)) { box.dataset.caught = type; ok.focus(); }
    }, true)</script>`,
};

/** Words of the card, in the order in which they stand. */
const wordsOf = ({ text }: CardView): string[] => text.match(/[\p{L}-]{5,}/gu) ?? [];

describe.each(BROWSERS)('the card in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let page: Page;
  onStage(name, PAGES, (stage) => {
    ({ lens, site, page } = stage);
  });

  async function openOn(path: string, before?: () => Promise<unknown>): Promise<CardView> {
    await page.mouse.move(1, 1);
    await lens.open(page, site.origin + path);
    await before?.();
    await boxOfMark(page, 'memantine');
    await restOn(page, 'memantine');
    return cardOf(page, 'memantine');
  }

  const boxIn = (selector: string): Promise<Box> => boxInCard(page, selector);
  const clickIn = (selector: string): Promise<void> => clickInCard(page, selector);
  const openReading = (): Promise<void> => readOn(page);
  const pictureOf = (): Promise<string> => pictureOfCard(page, 'memantine');

  describe('looks the same', () => {
    it('whatever a page makes of custom properties, fonts, pseudo-elements and rules by name', async () => {
      await openOn('/plain');
      const plain = await pictureOf();
      await openOn('/plain', () =>
        page.evaluate((properties) => {
          const style = document.createElement('style');
          const families = [
            'system-ui',
            'Segoe UI',
            'Roboto',
            'Noto Sans',
            'Liberation Sans',
            'DejaVu Sans',
            'Arial',
            'sans-serif',
          ];
          style.textContent = [
            `html, body, html > div { ${properties.map((property) => `${property}: #fff !important`).join(';')} }`,
            ...properties.map(
              (property) => `@property ${property} { syntax: "<number>"; inherits: false; initial-value: 0 }`,
            ),
            ...families.map(
              (family) =>
                `@font-face { font-family: "${family}"; src: local("Liberation Mono"), local("DejaVu Sans Mono") }`,
            ),
            'html > div { all: unset !important; transition: all 99s !important; animation: come 99s !important }',
            'html > div::before, html > div::after, html > div::backdrop { content: "x" !important; display: block !important; position: fixed !important; inset: 0 !important; background: red !important; z-index: 9 }',
            'html > div::first-letter { font-size: 90px !important; color: red !important }',
            'html::selection, html > div::selection { color: transparent !important; background: transparent !important }',
            '@keyframes come { from, to { opacity: 0; visibility: hidden } }',
            '@layer a, b; html > div { interactivity: inert !important; scrollbar-width: none !important }',
          ].join('\n');
          document.documentElement.append(style);
        }, PROPERTIES),
      );
      expect(PROPERTIES.length).toBeGreaterThan(20);
      expect(await pictureOf()).toBe(plain);
    });

    it('whatever a page makes of the properties of CSS, those that are inherited and those of the host', async () => {
      await openOn('/plain');
      const plain = await pictureOf();
      for (let round = 0; round < 3; round++) {
        let found = { inherited: 0, all: 0 };
        await openOn('/plain', async () => {
          found = await page.evaluate((turn) => {
            const values =
              'none|hidden|0|0.01|7px|-3px|90px|red|transparent|rtl|vertical-rl|mixed|upright|italic|900|uppercase|break-all|pre|center|' +
              'nowrap|end|auto|both|all|always|monospace|wait|square|under|dotted|sesame|circle|plaintext|bidi-override|40deg|50%|disc|' +
              'geometricPrecision|inter-character|2|full-width|open|optimize-contrast|stroke|evenodd|round|bevel|only light|dark|' +
              'collapse|small-caps|historical-forms|jis78|oldstyle-nums|super|condensed|"smcp"|"wght" 900|blur(9px)|rotate(9deg)|' +
              'inset(50%)|scale(0.2)|each-line 4em|local|inside|sideways|anywhere|loose|strict|manual|justify|hanging-punctuation|first';
            const parent = document.createElement('div');
            const child = parent.appendChild(document.createElement('div'));
            document.body.append(parent);
            const names = [...getComputedStyle(child)].filter((property) => !property.startsWith('--'));
            const lines: string[] = [];
            const inheritedLines: string[] = [];
            for (const property of [
              ...names,
              'zoom',
              'direction',
              'unicode-bidi',
              '-webkit-text-security',
              '-webkit-text-fill-color',
            ]) {
              const before = getComputedStyle(child).getPropertyValue(property);
              const fitting = values.split('|').filter((value) => {
                parent.style.setProperty(property, value);
                const set = getComputedStyle(parent).getPropertyValue(property);
                const taken = CSS.supports(property, value) && set !== before;
                parent.style.removeProperty(property);
                return taken;
              });
              const value = fitting[turn % Math.max(1, fitting.length)];
              if (value === undefined) continue;
              lines.push(`${property}: ${value} !important`);
              parent.style.setProperty(property, value);
              const inherited =
                getComputedStyle(child).getPropertyValue(property) ===
                getComputedStyle(parent).getPropertyValue(property);
              parent.style.removeProperty(property);
              if (inherited) inheritedLines.push(`${property}: ${value} !important`);
            }
            parent.remove();
            const style = document.createElement('style');
            // The mention stays where a pointer can find it.
            style.textContent = `html { ${inheritedLines.join(';')} } html > div { ${lines.join(';')} }
              body { all: initial; display: block; margin: 8px; zoom: 1 } p { margin: 40px }`;
            document.documentElement.append(style);
            return { inherited: inheritedLines.length, all: lines.length };
          }, round);
        });
        expect(found.inherited).toBeGreaterThan(40);
        expect(found.all).toBeGreaterThan(200);
        expect(await pictureOf(), `round ${round}`).toBe(plain);
      }
    });

    it('whatever a script of the page writes onto its host', async () => {
      await openOn('/plain');
      const plain = await pictureOf();
      await openOn('/plain');
      await page.evaluate(() => {
        const host = document.documentElement.lastElementChild as HTMLElement;
        host.hidePopover();
        host.popover = 'auto';
        host.hidden = true;
        host.inert = true;
        host.className = 'x';
        host.style.cssText = 'display:none!important;opacity:0!important;zoom:9!important;--lens-ink:#fff!important';
      });
      await until(
        () => page.evaluate(() => document.documentElement.lastElementChild!.getAttributeNames().join()),
        (names) => names === 'popover',
      );
      expect(await pictureOf()).toBe(plain);
    });
  });

  it.each([
    'html{zoom:1.5}',
    'html{zoom:.6}',
    'body{zoom:2}',
    'body{writing-mode:vertical-rl}',
    'html{writing-mode:vertical-lr}',
  ])('stands beside its mention and in the window under %s', async (css) => {
    const { panel } = await openOn('/plain', () =>
      page.evaluate((text) => {
        const style = document.createElement('style');
        style.textContent = text;
        document.documentElement.append(style);
      }, css),
    );
    const { x, y, width, height } = panel!.box;
    const mark = await boxOfMark(page, 'memantine');
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(1000);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y + height).toBeLessThanOrEqual(800);
    const gap = y > mark.y ? y - (mark.y + mark.height) : mark.y - (y + height);
    expect(gap).toBeGreaterThanOrEqual(0);
    expect(gap).toBeLessThanOrEqual(12);
  });

  describe('keeps to itself', () => {
    it('what is done in it, from all of the page’s listeners', async () => {
      await openOn('/plain', () =>
        page.evaluate(() => {
          const heard: string[] = [];
          Object.assign(globalThis, { heard });
          const names = new Set(
            'focusin focusout touchstart touchmove touchend touchcancel mousewheel DOMMouseScroll DOMActivate'.split(
              ' ',
            ),
          );
          for (const of of [window, document, Document.prototype, HTMLElement.prototype, Element.prototype])
            for (const key in of) if (key.startsWith('on')) names.add(key.slice(2));
          for (const type of names)
            for (const to of [window, document, document.documentElement])
              for (const capture of [true, false])
                to.addEventListener(
                  type,
                  ({ target }) => {
                    const inPage =
                      !(target instanceof Element) ||
                      document.body.contains(target) ||
                      target === document.documentElement;
                    if (!inPage) heard.push(capture && to === window ? `${type} first` : type);
                  },
                  capture,
                );
        }),
      );
      await openReading();
      const { x, y } = await boxIn('.ref');
      await page.mouse.move(x - 40, y, { steps: 2 });
      await page.mouse.wheel({ deltaY: 30 });
      await page.mouse.wheel({ deltaY: -30 });
      await page.mouse.down();
      await page.mouse.move(x - 10, y + 20, { steps: 3 });
      await page.mouse.up();
      await page.mouse.click(x - 40, y, { clickCount: 2 });
      await page.mouse.click(x - 40, y, { button: 'right' });
      await clickIn('.ref');
      for (const key of ['j', ' ', 'ArrowRight', '/', 'Enter', 'Enter', 'Tab', 'Escape'] as const)
        await page.keyboard.press(key);
      await noCard(page);
      const heard = await page.evaluate(() => [...new Set((globalThis as unknown as { heard: string[] }).heard)]);
      // That there is a popover can be seen in any case, and moves by who captures them at the window from the start.
      expect(
        heard.filter((type) => !/^(before)?toggle|^(pointer|mouse|DOMMouse).* first$|^wheel first$/.test(type)),
      ).toEqual([]);
    });

    it.each(['/popover', '/menu', '/panel', '/trap'])(
      'a press and a key, so that the page of %s keeps its box open',
      async (path) => {
        await openOn(path);
        await openReading();
        await clickIn('.ref');
        await until(
          () => ask(page, 'query', { selector: '.line + .note' }),
          (notes) => notes.length === 1,
        );
        // To the next source and to the link of the first: a press on that would put another tab in front.
        for (const key of ['Tab', 'Enter', 'Tab'] as const) await page.keyboard.press(key);
        expect((await ask(page, 'card'))?.panel?.visible).toBe(true);
        expect(await page.evaluate(() => (document.getElementById('box') as HTMLElement).checkVisibility())).toBe(true);
        expect(await page.evaluate(() => document.getElementById('box')!.dataset.caught)).toBeUndefined();
      },
    );

    it('its keys: they work its buttons and switches, and no shortcut of the page', async () => {
      await openOn('/plain');
      await openReading();
      await clickIn('.ref');
      await page.keyboard.press('Enter');
      await until(
        () => ask(page, 'query', { selector: '.line + .note' }),
        (notes) => notes.length === 0,
      );
      await page.keyboard.press(' ');
      await until(
        () => ask(page, 'query', { selector: '.line + .note' }),
        (notes) => notes.length === 1,
      );
    });
  });

  it('cannot be read: not found, not selected, not walked into', async () => {
    const view = await openOn('/plain');
    await openReading();
    const words = [...new Set([...wordsOf(view), ...wordsOf((await ask(page, 'card'))!)])]
      .filter((word) => !/^(m.mantine|daily|water)$/i.test(word))
      .slice(0, 80);
    expect(words.length).toBeGreaterThan(20);
    const { x, y, width, height } = (await ask(page, 'card'))!.panel!.box;
    // Also where the reader drags over it.
    await page.mouse.move(x + 20, y + 70);
    await page.mouse.down();
    await page.mouse.move(x + width - 30, y + height - 30, { steps: 4 });
    await page.mouse.up();
    const seen = await page.evaluate((wanted) => {
      const selection = getSelection()!;
      const inPage = (): boolean =>
        [selection.anchorNode, selection.focusNode].every((node) => !node || document.contains(node));
      const dragged = [selection.toString().trim(), inPage()];
      const found = wanted.filter((word) => {
        selection.removeAllRanges();
        return (
          (window as unknown as { find: (...rest: unknown[]) => boolean }).find(
            word,
            false,
            false,
            true,
            false,
            true,
          ) || !inPage()
        );
      });
      document.execCommand('selectAll');
      const all = [selection.toString().trim(), inPage()];
      selection.selectAllChildren(document.documentElement);
      const children = [selection.toString().trim(), inPage()];
      const walked = ['character', 'word', 'line', 'sentence', 'documentboundary'].map((unit) => {
        selection.collapse(document.querySelector('p')!.firstChild, 2);
        for (let times = 0; times < 60; times++) selection.modify('extend', 'forward', unit);
        return inPage() && document.querySelector('p')!.textContent.includes(selection.toString().trim());
      });
      return { dragged, found, all, children, walked, inner: document.documentElement.innerText.trim() };
    }, words);
    const text = 'Take memantine daily with some water and food.';
    expect(seen).toEqual({
      dragged: ['', true],
      found: [],
      all: [text, true],
      children: [text, true],
      walked: Array.from({ length: 5 }, () => true),
      inner: text,
    });
  });
});
