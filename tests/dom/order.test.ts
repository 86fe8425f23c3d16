// @vitest-environment happy-dom
import './fake-rendering.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { compareInPage } from '../../src/dom/read.ts';
import { clearPage, textOf } from './fake-rendering.ts';

/** A page with trees in trees; its texts in the order in which a reader sees them. */
const TEXTS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'];

describe('the order of a page', () => {
  beforeEach(() => {
    clearPage();
    document.body.innerHTML = '<p>one</p><x-a><b>six</b></x-a><p>seven</p>';
    const outer = document.querySelector('x-a')!.attachShadow({ mode: 'closed' });
    outer.innerHTML = '<i>two</i><x-b></x-b><x-c></x-c>';
    trees = [document.body, outer];
    for (const [name, html] of [
      ['x-b', '<u>three</u>four'],
      ['x-c', '<div><p>five</p></div>'],
    ] as const) {
      const inner = outer.querySelector(name)!.attachShadow({ mode: 'closed' });
      inner.innerHTML = html;
      trees.push(inner);
    }
  });
  let trees: Node[];

  function node(text: string): Text {
    for (const tree of trees) if (tree.textContent?.includes(text)) return textOf(text, tree);
    throw new Error(`no ${text}`);
  }

  it('is that in which a reader sees it, with shadow trees in the places of their hosts', () => {
    const shuffled = ['six', 'three', 'one', 'five', 'seven', 'two', 'four'].map(node);
    expect(shuffled.sort(compareInPage).map(({ data }) => data)).toEqual(TEXTS);
    for (const [k, a] of TEXTS.entries()) {
      const signs = TEXTS.map((b) => Math.sign(compareInPage(node(a), node(b))));
      expect(signs).toEqual(TEXTS.map((_, at) => Math.sign(k - at)));
    }
  });

  it('has an element before what is in its shadow tree', () => {
    const host = document.querySelector('x-a')!;
    expect(compareInPage(host, node('three'))).toBeLessThan(0);
    expect(compareInPage(node('three'), host)).toBeGreaterThan(0);
    expect(compareInPage(host, host)).toBe(0);
  });

  it('does not fail for what the page has taken out', () => {
    const gone = node('three');
    gone.parentElement!.remove();
    expect(compareInPage(gone, node('one'))).not.toBe(0);
  });
});
