// @vitest-environment happy-dom
import '../../dom/fake-rendering.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isAt, rectsOf } from '../../../src/frame/pointer/geometry.ts';
import { clearPage, place, textOf } from '../../dom/fake-rendering.ts';
import { line, mentionOf } from '../mention-of.ts';

beforeEach(clearPage);
afterEach(() => vi.restoreAllMocks());

/** Left, top, right and bottom of a mention's rectangles. */
const edges = (mention: ReturnType<typeof mentionOf>): number[][] =>
  rectsOf(mention).map(({ left, top, right, bottom }) => [left, top, right, bottom]);

describe('where a mention is', () => {
  it('is where its own letters are', () => {
    place(line('Take memantine daily'), 100, 50);
    const mention = mentionOf('memantine');
    expect(edges(mention)).toEqual([[150, 50, 240, 70]]);
    expect([isAt(mention, 150, 50), isAt(mention, 240, 70)]).toEqual([true, true]);
    expect([isAt(mention, 149, 60), isAt(mention, 241, 60), isAt(mention, 200, 71)]).toEqual([false, false, false]);
  });

  it('is in each piece of its text, whatever a page puts in between', () => {
    document.body.innerHTML = '<p>a me<i></i><b>man</b><u>tine</u> x</p>';
    const nodes = [textOf('me'), textOf('man'), document.createTextNode(''), textOf('tine')];
    document.querySelector('u')!.before(nodes[2]!);
    nodes.forEach((node, k) => {
      place(node, 0, 100 * k);
    });
    expect(edges(mentionOf('memantine', 'memantine', ...nodes))).toEqual([
      [20, 0, 40, 20],
      [0, 100, 30, 120],
      [0, 300, 40, 320],
    ]);
  });

  it('is nowhere once its text has gone, in part or as a whole', () => {
    document.body.innerHTML = '<p>me<b>man</b>tine</p>';
    const nodes = ['me', 'man', 'tine'].map((text) => textOf(text));
    for (const node of nodes) place(node, 0, 0);
    const mention = mentionOf('memantine', 'memantine', ...nodes);
    expect(rectsOf(mention)).toHaveLength(3);
    nodes[2]!.data = 'ti';
    expect(rectsOf(mention)).toEqual([]);
    nodes[2]!.data = 'tine';
    expect(rectsOf(mention)).toHaveLength(3);
    document.querySelector('b')!.remove();
    expect(rectsOf(mention)).toEqual([]);
  });

  it('is nowhere where it is not drawn, or has no size', () => {
    line('memantine');
    expect(rectsOf(mentionOf('memantine'))).toEqual([]);
    place(textOf('memantine'), 10, 10, 90, 0);
    expect(rectsOf(mentionOf('memantine'))).toEqual([]);
  });

  it('holds no place in the text afterwards, which would cost the page at every change', () => {
    place(line('memantine'), 0, 0);
    const asked = vi.spyOn(Range.prototype, 'getClientRects');
    rectsOf(mentionOf('memantine'));
    const [range] = asked.mock.contexts as Range[];
    expect([range?.startContainer, range?.endContainer]).toEqual([document, document]);
  });
});
