// @vitest-environment happy-dom
import './fake-rendering.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Box, clippedTo, inView } from '../../src/dom/in-view.ts';
import { clearPage, place, putOnTop, textOf } from './fake-rendering.ts';

beforeEach(clearPage);

const box = (left: number, top: number, right: number, bottom: number): Box => ({ left, top, right, bottom });
const WORD = box(100, 100, 200, 120);

/** What can be seen of the word, given boxes of elements by their ids: left, top, width, height. */
function seen(html: string, boxes: Readonly<Record<string, readonly [number, number, number, number]>>, word = WORD) {
  document.body.innerHTML = html;
  for (const [id, where] of Object.entries(boxes)) place(document.getElementById(id)!, ...where);
  return inView([word], textOf('word'));
}
const FAR = [500, 500, 50, 50] as const;

describe('what is in view', () => {
  it('is what lies in the viewport', () => {
    document.body.textContent = 'word';
    const at = (...rects: Box[]) => inView(rects, textOf('word')).length > 0;
    expect(at(WORD)).toBe(true);
    expect(at()).toBe(false);
    expect(at(box(-100, 0, 0, 20))).toBe(false);
    expect(at(box(0, innerHeight, 100, innerHeight + 20))).toBe(false);
    expect(at(box(0, -30, 100, -10), WORD)).toBe(true);
    expect(inView([box(-50, -10, 50, 10)], textOf('word'))).toEqual([box(0, 0, 50, 10)]);
  });

  it.each([
    'overflow-x:hidden;overflow-y:hidden',
    'overflow-x:auto;overflow-y:scroll',
    'overflow-x:clip',
    'contain:paint',
    'contain:strict',
  ])('is cut by a box with %s around it', (style) => {
    const html = `<div id="a" style="${style}"><p><b>word</b></p></div>`;
    expect(seen(html, { a: FAR })).toEqual([]);
    expect(seen(html, { a: [150, 0, 500, 500] })).toEqual([box(150, 100, 200, 120)]);
  });

  it.each([
    ['lets be seen what goes over its edge', '<div id="a"><p>word</p></div>'],
    ['stands in a line of text', '<p><span id="a" style="overflow-x:hidden;overflow-y:hidden">word</span></p>'],
    ['is none', '<div id="a" style="display:contents;overflow-x:hidden;overflow-y:hidden">word</div>'],
    [
      'does not place what is placed further out',
      '<div id="a" style="overflow-x:auto"><p style="position:absolute">word</p></div>',
    ],
    [
      'holds nothing fixed',
      '<div id="a" style="overflow-x:auto;position:relative"><p style="position:fixed">word</p></div>',
    ],
  ])('is not cut by a box that %s', (_, html) => {
    expect(seen(html, { a: FAR })).toEqual([WORD]);
  });

  it.each([
    ['absolute', 'position:relative'],
    ['absolute', 'transform:rotate(9deg)'],
    ['fixed', 'filter:blur(2px)'],
    ['fixed', 'will-change:transform'],
    ['fixed', 'contain:layout'],
  ])('is cut where it is %s by a box with %s', (position, style) => {
    const html = `<div id="a" style="overflow-x:auto;${style}"><p style="position:${position}">word</p></div>`;
    expect(seen(html, { a: FAR })).toEqual([]);
  });

  it('is not cut by the page, whose overflow is that of the window', () => {
    document.documentElement.style.overflowX = document.body.style.overflowX = 'hidden';
    document.body.textContent = 'word';
    place(document.body, 0, 0, 10, 10);
    expect(inView([WORD], textOf('word'))).toEqual([WORD]);
  });

  it('is cut by no box that it lies above', () => {
    const html = '<div id="a" style="overflow-x:auto"><section>word</section></div>';
    expect(seen(html, { a: FAR })).toEqual([]);
    putOnTop(document.querySelector('section')!);
    expect(inView([WORD], textOf('word'))).toEqual([WORD]);
  });

  it('may go over a box that clips by the margin which that allows', () => {
    const html = '<div id="a" style="overflow-x:clip;overflow-y:clip;overflow-clip-margin:content-box 30px">word</div>';
    expect(seen(html, { a: [0, 0, 120, 200] })).toEqual([box(100, 100, 150, 120)]);
  });

  it.each([
    ['clip-path:inset(0 50% 0 10px)', box(110, 100, 150, 120)],
    ['clip-path:inset(25% 0 0)', box(100, 105, 200, 120)],
    ['clip-path:inset(5px round 9px)', box(105, 105, 195, 115)],
    ['clip-path:inset(50%)', undefined],
    ['clip-path:polygon(10% 0, 40% 0, 20% 100%)', box(110, 100, 140, 120)],
    ['clip-path:polygon(evenodd, 10% 0, 40% 0, 20% 100%)', box(110, 100, 140, 120)],
    ['clip-path:circle(0)', undefined],
    ['clip-path:circle(9px)', WORD],
    ['clip-path:url(#shape)', WORD],
    ['clip:rect(0px, 0px, 0px, 0px)', WORD],
    ['position:absolute;clip:rect(0px, 0px, 0px, 0px)', undefined],
    ['position:absolute;clip:rect(0px, 40px, 10px, 20px)', box(120, 100, 140, 110)],
  ])('is what %s leaves of it', (style, left) => {
    const clipped = seen(`<p id="a" style="${style}">word</p>`, { a: [100, 100, 100, 20] });
    expect(clipped).toEqual(left ? [left] : []);
  });

  it('is all of it where the sides of a clip are left to the box', () => {
    place(document.body, 0, 0, 300, 200);
    const style = { position: 'absolute', clip: 'rect(auto, 40px, auto, auto)', clipPath: 'none' };
    expect(clippedTo(document.body, style as CSSStyleDeclaration)).toEqual(box(0, 0, 40, 200));
  });

  it('goes through shadow trees', () => {
    document.body.innerHTML = '<div id="a" style="overflow-x:auto;overflow-y:auto"><x-a></x-a></div>';
    const root = document.querySelector('x-a')!.attachShadow({ mode: 'closed' });
    root.append('word');
    place(document.getElementById('a')!, ...FAR);
    expect(inView([WORD], root.firstChild!)).toEqual([]);
  });

  it('of something that was taken out is where it was', () => {
    const gone = document.createElement('p');
    gone.style.overflowX = 'hidden';
    gone.append('word');
    expect(inView([WORD], gone.firstChild!)).toEqual([WORD]);
  });
});
