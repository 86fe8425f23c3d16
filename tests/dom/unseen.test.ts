// @vitest-environment happy-dom
import './fake-rendering.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { alphaOf, isSeen, mayBeSeen } from '../../src/dom/unseen.ts';
import { clearPage, page, place, textOf } from './fake-rendering.ts';

const WORD = new DOMRect(100, 100, 100, 20);

beforeEach(() => {
  clearPage();
  place(document.body, 0, 0, 1024, 768);
});

/** Lays out elements by their ids: left, top, width, height. */
function show(html: string, boxes: Readonly<Record<string, readonly [number, number, number, number]>> = {}): Text {
  document.body.innerHTML = html;
  for (const [id, where] of Object.entries(boxes)) place(document.getElementById(id)!, ...where);
  return textOf('word');
}
const OVER = [90, 90, 120, 40] as const;

describe('how much a colour covers', () => {
  it.each([
    ['transparent', 0],
    ['rgb(1, 2, 3)', 1],
    ['rgba(1, 2, 3, 0.5)', 0.5],
    ['rgba(0, 0, 0, 0)', 0],
    ['color(srgb 1 0 0)', 1],
    ['color(srgb 1 0 0 / 0.25)', 0.25],
    ['oklch(0.5 0.1 20 / 1e-7)', 1e-7],
  ])('%s: %s', (color, alpha) => {
    expect(alphaOf(color)).toBe(alpha);
  });
});

describe('a word on the screen', () => {
  it.each([
    ['plain', '<p>word</p>'],
    ['pale', '<p style="color:rgba(0, 0, 0, 0.2)">word</p>'],
    ['half transparent twice', '<div style="opacity:0.5"><p style="opacity:0.5">word</p></div>'],
    ['drawn by its shadow alone', '<p style="color:transparent;text-shadow:1px 1px red">word</p>'],
    ['cut out of a background', '<h1 style="background-clip:text"><b style="color:transparent">word</b></h1>'],
    ['laid over its picture', '<div><canvas></canvas><p style="position:absolute;color:transparent">word</p></div>'],
  ])('is seen where it is %s', (_, html) => {
    expect(isSeen([WORD], show(html))).toBe(true);
  });

  it.each([
    ['transparent', '<p style="color:rgba(0, 0, 0, 0)">word</p>'],
    ['next to transparent', '<p style="color:rgba(0, 0, 0, 0.05)">word</p>'],
    ['tiny', '<p style="font-size:2px">word</p>'],
    ['faint with all that it is in', '<div style="opacity:0.3"><p style="opacity:0.3">word</p></div>'],
    ['transparent beside a picture', '<div><canvas></canvas><p style="color:transparent">word</p></div>'],
    [
      'transparent and far from a picture',
      '<div><canvas></canvas></div><p style="position:absolute;color:transparent">word</p>',
    ],
  ])('is not seen where it is %s', (_, html) => {
    expect(isSeen([WORD], show(html))).toBe(false);
  });

  it('is not seen where less than a few pixels of it are', () => {
    const word = show('<p>word</p>');
    expect(isSeen([new DOMRect(100, 100, 2, 20)], word)).toBe(false);
    expect(isSeen([new DOMRect(-98, 100, 100, 20)], word)).toBe(false);
    expect(isSeen([], word)).toBe(false);
  });

  it.each([
    ['an opaque box', '<p id="p">word</p><div id="a" style="background-color:rgb(9, 9, 9)"></div>', false],
    ['a picture', '<p id="p">word</p><img id="a">', false],
    ['a background picture', '<p id="p">word</p><div id="a" style="background-image:url(x)"></div>', false],
    ['a clear box', '<p id="p">word</p><div id="a"></div>', true],
    ['a pale box', '<p id="p">word</p><div id="a" style="background-color:rgba(9, 9, 9, 0.5)"></div>', true],
    ['a box that fades', '<p id="p">word</p><div id="a" style="background-color:red;opacity:0.5"></div>', true],
    ['a box below it', '<div id="a" style="background-color:rgb(9, 9, 9)"></div><p id="p">word</p>', true],
    ['the box that it is in', '<div id="a" style="background-color:rgb(9, 9, 9)"><p id="p">word</p></div>', true],
    ['nobody knows what', '<p id="p" style="pointer-events:none">word</p><img id="a">', true],
    ['what makes it inert', '<div inert><p id="p">word</p></div><img id="a">', true],
  ])('below %s', (_, html, expected) => {
    expect(isSeen([WORD], show(html, { a: OVER, p: OVER }))).toBe(expected);
  });

  it('is not seen where the page took it out', () => {
    expect(isSeen([WORD], document.createTextNode('word'))).toBe(false);
  });
});

describe('a word that may come into view', () => {
  const may = (word: Text, ...rects: DOMRect[]): boolean => mayBeSeen(rects, word, new Map());
  const at = (left: number, top: number): DOMRect => new DOMRect(left, top, 100, 20);

  it('is one that is not drawn, which a reader may open', () => {
    expect(may(show('<details><p>word</p></details>'))).toBe(true);
  });

  it('is one that a reader can scroll to', () => {
    Object.assign(page, { width: 2_000, height: 5_000 });
    const word = show('<p>word</p>');
    expect([at(1_900, 0), at(0, 4_990)].map((rect) => may(word, rect))).toEqual([true, true]);
    expect([at(2_100, 0), at(0, 5_010), at(-200, 0), at(0, -200)].map((rect) => may(word, rect))).toEqual(
      Array(4).fill(false),
    );
  });

  it('is on the left of a page that goes on there, and not beyond', () => {
    page.width = 2_000;
    document.body.style.direction = 'rtl';
    const word = show('<p>word</p>');
    expect([may(word, at(-500, 0)), may(word, at(-1_200, 0)), may(word, at(1_500, 0))]).toEqual([true, false, false]);
  });

  it.each([
    ['scrolls or slides', '<div id="a" style="overflow-x:hidden;overflow-y:hidden"><p id="p">word</p></div>', true],
    ['shows all', '<div id="a"><p id="p">word</p></div>', false],
    ['moves itself', '<div id="a" style="transition-duration:0.3s"><p id="p">word</p></div>', true],
    [
      'puts its text away',
      '<div id="a" style="overflow-x:hidden"><p id="p" style="text-indent:-9999px">word</p></div>',
      false,
    ],
  ])('off the page in a box that %s', (_, html, expected) => {
    const word = show(html, { a: [0, 0, 500, 500], p: [100, 0, 200, 20] });
    expect(may(word, at(-3_000, 0))).toBe(expected);
  });

  it.each([
    ['is for screen readers alone', 'overflow-x:hidden', [100, 100, 1, 1], false],
    ['is cut to nothing', 'clip-path:inset(50%)', [100, 100, 100, 20], false],
    ['is folded', 'overflow-x:hidden', [100, 100, 0, 0], true],
    ['is transparent', 'opacity:0', [100, 100, 100, 20], false],
    ['fades in', 'opacity:0;transition-duration:0.2s', [100, 100, 100, 20], true],
    ['comes with an animation', 'opacity:0;animation-name:come', [100, 100, 100, 20], true],
    ['is no box', 'opacity:0;display:contents', [100, 100, 100, 20], true],
  ] as const)('in an element that %s', (_, style, where, expected) => {
    expect(may(show(`<div id="a" style="${style}"><p>word</p></div>`, { a: where }), WORD)).toBe(expected);
  });

  it('is none that has no colour, drawn or not', () => {
    expect(may(show('<p style="color:transparent">word</p>'))).toBe(false);
  });

  it('is looked for once in one look at a page, in what many words share', () => {
    const word = show('<div id="a" style="opacity:0"><p>word</p><p>another word</p></div>');
    const looked = new Map<Element, boolean>();
    expect(mayBeSeen([WORD], word, looked)).toBe(false);
    document.getElementById('a')!.style.opacity = '1';
    expect(mayBeSeen([WORD], textOf('another'), looked)).toBe(false);
    expect(mayBeSeen([WORD], textOf('another'), new Map())).toBe(true);
  });
});
