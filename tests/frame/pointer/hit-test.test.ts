// @vitest-environment happy-dom
import '../../dom/fake-rendering.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { createHitTest } from '../../../src/frame/pointer/hit-test.ts';
import { clearPage, place, putOnTop, textOf } from '../../dom/fake-rendering.ts';
import { line, mentionOf } from '../mention-of.ts';

describe('what the pointer is on', () => {
  let hits: ReturnType<typeof createHitTest>;
  let roots: Map<Element, ShadowRoot>;

  beforeEach(() => {
    clearPage();
    roots = new Map();
    hits = createHitTest((element) => roots.get(element));
  });

  /** A marked mention in this text, which is laid out at this place. */
  function marked(text: string, node: Text, left: number, top: number) {
    place(node, left, top);
    const mention = mentionOf(text, 'memantine', node);
    hits.added(mention);
    return mention;
  }
  function attach(host: Element, html = ''): ShadowRoot {
    const root = host.attachShadow({ mode: 'closed' });
    root.innerHTML = html;
    roots.set(host, root);
    return root;
  }

  it('is the mention at its place, in the element that the event is aimed at', () => {
    const node = line('memantine and amantadine');
    const [a, b] = [marked('memantine', node, 0, 0), marked('amantadine', node, 0, 0)];
    const at = (x: number) => hits.at(x, 10, node.parentElement);
    expect([at(50), at(110), at(200)]).toEqual([a, undefined, b]);
    expect(hits.at(50, 10, document.body)).toBeUndefined();
    expect([hits.at(50, 10, window), hits.at(50, 10, null)]).toEqual([undefined, undefined]);
  });

  it('is a mention in each of the elements that it goes through', () => {
    document.body.innerHTML = '<p>me<b>man</b><i>tine</i></p>';
    const nodes = ['me', 'man', 'tine'].map((text) => textOf(text));
    nodes.forEach((node, k) => {
      place(node, 100 * k, 0);
    });
    const mention = mentionOf('memantine', 'memantine', ...nodes);
    hits.added(mention);
    const found = nodes.map((node, k) => hits.at(100 * k + 5, 10, node.parentElement));
    expect(found).toEqual([mention, mention, mention]);
  });

  it('is nothing that is marked no more, even if its text was moved since', () => {
    const node = line('memantine');
    const before = node.parentElement!;
    const mention = marked('memantine', node, 0, 0);
    line('').parentElement!.append(node);
    hits.removed(mention);
    expect([hits.at(50, 10, before), hits.at(50, 10, node.parentElement)]).toEqual([undefined, undefined]);
    expect(hits.within(new DOMRect(0, 0, 500, 500))).toEqual([]);
  });

  it('is found in shadow trees within others, which events are not aimed at', () => {
    document.body.innerHTML = '<x-outer></x-outer>';
    const host = document.querySelector('x-outer')!;
    const outer = attach(host, '<x-inner></x-inner>');
    const inner = attach(outer.querySelector('x-inner')!, '<p>memantine</p>');
    place(outer.querySelector('x-inner')!, 0, 0, 200, 50);
    place(inner.querySelector('p')!, 0, 0, 200, 50);
    const mention = marked('memantine', textOf('memantine', inner), 0, 0);
    expect(hits.at(50, 10, host)).toBe(mention);
  });

  it('is text right in a shadow tree, beside text that the host has of its own', () => {
    document.body.innerHTML = '<x-a>amantadine</x-a>';
    const host = document.querySelector('x-a')!;
    const root = attach(host, 'memantine');
    const own = marked('amantadine', textOf('amantadine'), 0, 100);
    const inside = marked('memantine', textOf('memantine', root), 0, 0);
    expect([hits.at(50, 110, host), hits.at(50, 10, host)]).toEqual([own, inside]);
    hits.removed(own);
    expect(hits.at(50, 10, host)).toBe(inside);
  });

  /** More text nodes in one element than are asked for their place one by one. */
  function many(to: Node) {
    return Array.from({ length: 60 }, (_, k) => {
      const node = document.createTextNode('memantine and more');
      to.appendChild(node);
      return marked('memantine', node, 0, 30 * k);
    });
  }

  it('is the right one of very many in one element', () => {
    const { parentElement } = line('');
    const all = many(parentElement!);
    expect(hits.at(50, 30 * 40 + 10, parentElement)).toBe(all[40]);
    expect(hits.at(120, 30 * 40 + 10, parentElement)).toBeUndefined();
    expect(hits.at(500, 10, parentElement)).toBeUndefined();
  });

  it('is the right one of very many in a shadow tree, in an element or right below its root', () => {
    document.body.innerHTML = '<x-a></x-a><x-b></x-b>';
    const [host, other] = document.body.children as unknown as [Element, Element];
    const root = attach(host, '<p></p>');
    const inElement = many(root.querySelector('p')!);
    place(root.querySelector('p')!, 0, 0, 500, 5_000);
    expect(hits.at(50, 310, host)).toBe(inElement[10]);
    for (const mention of inElement) hits.removed(mention);
    clearPage();
    const inRoot = many(attach(other));
    document.body.append(other);
    expect(hits.at(50, 310, other)).toBe(inRoot[10]);
  });

  it('is one of those within a box, in part or as a whole', () => {
    const [a, b] = [marked('memantine', line('memantine'), 0, 0), marked('amantadine', line('amantadine'), 0, 100)];
    expect(hits.within(new DOMRect(80, 10, 50, 50))).toEqual([a]);
    expect(hits.within(new DOMRect(0, 0, 50, 500))).toEqual([a, b]);
    expect(hits.within(new DOMRect(100, 0, 50, 500))).toEqual([]);
    expect(hits.within(new DOMRect(-60, 0, 50, 500))).toEqual([]);
  });

  describe('below something else', () => {
    /** A mention at the top left, and what lies over it. */
    function below(over: string) {
      document.body.innerHTML = `<p>memantine</p>${over}`;
      place(document.querySelector('p')!, 0, 0, 500, 20);
      const top = document.body.lastElementChild!;
      place(top, 0, 0, 500, 500);
      return { mention: marked('memantine', textOf('memantine'), 0, 0), top };
    }

    it.each([
      ['a clear box', '<div></div>', true],
      ['a box without opacity', '<div style="opacity:0;background-color:rgb(1, 2, 3)"></div>', true],
      ['an opaque box', '<div style="background-color:rgb(1, 2, 3)"></div>', false],
      ['a box with a picture', '<div style="background-image:url(x)"></div>', false],
      ['a box that blurs', '<div style="backdrop-filter:blur(2px)"></div>', false],
      ['a picture', '<img>', false],
      ['a button', '<button></button>', false],
      ['a custom element', '<x-a></x-a>', false],
      ['a drawing', '<svg></svg>', false],
    ])('it shows through %s: %s %s', (_, over, expected) => {
      const { mention } = below(over);
      expect(hits.through(50, 10)).toBe(expected ? mention : undefined);
    });

    it('it does not show through what is no HTML', () => {
      const { top } = below('<div></div>');
      const other = document.createElementNS('http://www.w3.org/1998/Math/MathML', 'mi');
      top.replaceWith(other);
      place(other, 0, 0, 500, 500);
      expect(hits.through(50, 10)).toBeUndefined();
    });

    it('it does not show through what is drawn on top of the page, or holds a shadow tree', () => {
      const { top } = below('<div></div>');
      putOnTop(top);
      expect(hits.through(50, 10)).toBeUndefined();
      below('<div></div>').top.attachShadow({ mode: 'open' });
      expect(hits.through(50, 10)).toBeUndefined();
    });

    it('it stays found as long as the pointer is within it, and no longer', () => {
      const { mention, top } = below('<div></div>');
      expect(hits.at(50, 10, top)).toBeUndefined();
      hits.through(50, 10);
      expect([hits.at(60, 10, top), hits.at(60, 30, top)]).toEqual([mention, undefined]);
      hits.removed(mention);
      expect(hits.at(60, 10, top)).toBeUndefined();
    });

    it('it is not looked for where there is none', () => {
      below('<div></div>');
      expect(hits.through(300, 10)).toBeUndefined();
    });
  });
});
