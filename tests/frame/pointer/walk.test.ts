// @vitest-environment happy-dom
import '../../dom/fake-rendering.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { rectsOf } from '../../../src/frame/pointer/geometry.ts';
import { bringIntoView, nearest, step, stepIn } from '../../../src/frame/pointer/walk.ts';
import { clearPage, contents, place, scrolledTo, textOf } from '../../dom/fake-rendering.ts';
import { line, mentionOf } from '../mention-of.ts';

beforeEach(clearPage);

/** Lines of text at these heights, each a mention; `undefined` is folded away. */
function linesAt(...tops: readonly (number | undefined)[]) {
  return tops.map((top, k) => {
    const node = line(`memantine ${k}`);
    if (top !== undefined) place(node, 0, top);
    return mentionOf(`memantine ${k}`, 'memantine', node);
  });
}

describe('going from mention to mention', () => {
  it('goes on from the last one, and round the ends', () => {
    const [a, b, c] = linesAt(0, 50, 100);
    const all = [a!, b!, c!];
    expect([a, b, c].map((last) => step(all, last, 1))).toEqual([b, c, a]);
    expect([a, b, c].map((last) => step(all, last, -1))).toEqual([c, a, b]);
  });

  it('begins at the first in view or below it, or at the last above', () => {
    const all = linesAt(-200, undefined, -100, 300, 900);
    expect(step(all, undefined, 1)).toBe(all[3]);
    expect(step(all, undefined, -1)).toBe(all[2]);
  });

  it('begins at the last of all where the reader is below them, going back, and goes round to the first', () => {
    const all = linesAt(-300, -200, -100);
    expect(step(all, undefined, -1)).toBe(all[2]);
    expect(step(all, undefined, 1)).toBe(all[0]);
    expect(step(all.slice(0, 1), undefined, -1)).toBe(all[0]);
  });

  it('goes back round to the last where the first is ahead', () => {
    const all = linesAt(100, 200);
    expect(step(all, undefined, -1)).toBe(all[1]);
  });

  it('goes on from where one was that no longer counts', () => {
    const [a, b, c] = linesAt(0, 50, 100);
    expect([step([a!, c!], b, 1), step([a!, c!], b, -1)]).toEqual([c, a]);
  });

  it('goes on from the end where the last of all no longer counts', () => {
    const [a, b, c] = linesAt(0, 50, 100);
    expect([step([a!, b!], c, 1), step([a!, b!], c, -1)]).toEqual([a, b]);
  });

  it('goes nowhere where there is none', () => {
    const [gone] = linesAt(0);
    expect([step([], undefined, 1), step([], gone, -1), nearest([])]).toEqual([undefined, undefined, undefined]);
    expect(stepIn([], undefined, 1, () => -1)).toBeUndefined();
  });
});

describe('the nearest mention', () => {
  it('is the one nearest to the middle of what is in view', () => {
    const all = linesAt(-100, 10, 300, 420, undefined, 700, 2_000);
    expect(nearest(all)).toBe(all[3]);
  });

  it('is the first of all where none is in view', () => {
    const all = linesAt(undefined, -500, 2_000);
    expect(nearest(all)).toBe(all[0]);
  });
});

describe('a mention that the reader goes to', () => {
  it('comes to the middle of the viewport', () => {
    const [mention] = linesAt(3_000);
    bringIntoView(mention!);
    expect(scrolledTo[0]).toBe(textOf('memantine').parentElement);
    const [rect] = rectsOf(mention!);
    expect((rect!.top + rect!.bottom) / 2).toBe(innerHeight / 2);
  });

  it('stays where it is where it can be seen', () => {
    const [mention] = linesAt(10);
    bringIntoView(mention!);
    expect([scrolledTo, rectsOf(mention!)[0]!.top]).toEqual([[], 10]);
  });

  it('comes into view in each box around it that scrolls, the innermost first', () => {
    document.body.innerHTML =
      '<div id="outer" style="overflow-y:scroll"><x-a></x-a></div><div id="beside" style="overflow-y:auto"></div>';
    const root = document.querySelector('x-a')!.attachShadow({ mode: 'closed' });
    root.innerHTML =
      '<div id="inner" style="overflow-y:auto"><div id="full" style="overflow-y:auto"><p>memantine</p></div></div>';
    const element = (id: string): Element => document.getElementById(id) ?? root.getElementById(id)!;
    const text = textOf('memantine', root);
    place(element('outer'), 0, 100, 500, 200);
    place(element('inner'), 0, 1_000, 500, 100);
    place(text, 0, 4_000);
    for (const id of ['outer', 'inner']) contents.set(element(id), 9_000);
    bringIntoView(mentionOf('memantine', 'memantine', text));
    const { top, bottom } = rectsOf(mentionOf('memantine', 'memantine', text))[0]!;
    expect((top + bottom) / 2).toBe(200);
  });

  it('that is not drawn, or gone, is let be', () => {
    const [folded] = linesAt(undefined);
    bringIntoView(folded!);
    expect(scrolledTo).toHaveLength(1);
    folded!.first.node.remove();
    bringIntoView(folded!);
    expect(scrolledTo).toHaveLength(1);
  });
});
