// @vitest-environment happy-dom
import '../../dom/fake-rendering.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { createRoots } from '../../../src/frame/scan/roots.ts';
import { clearPage, defined } from '../../dom/fake-rendering.ts';

describe('shadow trees of a page', () => {
  /** Closed ones, as extensions alone may see them. */
  let closed: Map<Element, ShadowRoot>;
  let asked: Element[];
  let found: ShadowRoot[];
  let roots: ReturnType<typeof createRoots>;

  beforeEach(() => {
    clearPage();
    [closed, asked, found] = [new Map(), [], []];
    roots = createRoots(
      (element) => {
        asked.push(element);
        return closed.get(element) ?? null;
      },
      (root) => found.push(root),
    );
  });

  const add = (name: string, to: Node = document.body): Element => to.appendChild(document.createElement(name));
  function attach(element: Element, mode: ShadowRootMode = 'closed'): ShadowRoot {
    const root = element.attachShadow({ mode });
    if (mode === 'closed') closed.set(element, root);
    return root;
  }
  const search = (node: Node = document.body): number => [...roots.search(node)].length;

  it('are found, open and closed, each once', () => {
    const all = [attach(add('div'), 'open'), attach(add('x-open'), 'open'), attach(add('section')), attach(add('x-a'))];
    search();
    search();
    expect(found).toEqual(all);
    expect(roots.of(document.querySelector('x-a')!)).toBe(all[3]);
  });

  it('are found at the place itself that changed', () => {
    const root = attach(add('x-a'));
    search(document.querySelector('x-a')!);
    expect(found).toEqual([root]);
  });

  it('inside others are theirs to be searched for', () => {
    const outer = attach(add('x-outer'));
    const inner = attach(add('x-inner', outer));
    search();
    expect(found).toEqual([outer]);
    search(outer);
    expect(found).toEqual([outer, inner]);
  });

  it('are asked of custom and of empty elements alone, since asking costs', () => {
    add('div').append('text');
    add('b');
    const some = [add('x-full'), add('p')];
    some[0]!.append('text');
    document.body.append(document.createElementNS('http://www.w3.org/2000/svg', 'x-svg'));
    search();
    expect(asked).toEqual(some);
  });

  it('that come late to custom elements are found, unless the page took these out', () => {
    const [stays, goes] = [add('x-a'), add('x-b')];
    search();
    const root = attach(stays);
    attach(goes);
    goes.remove();
    roots.searchAgain();
    expect(found).toEqual([root]);
    asked = [];
    document.body.append(goes);
    roots.searchAgain();
    expect(asked).toEqual([]);
  });

  it('that come late to empty elements are found as long as these are asked', () => {
    const [first, second] = [add('div'), add('div')];
    search();
    attach(first);
    roots.searchLate(true);
    attach(second);
    roots.searchLate(true);
    roots.searchAgain();
    expect(found).toEqual([closed.get(first)]);
  });

  it('are waited for until the script of each kind of element has come or the last of it has gone', () => {
    const [first, second] = [add('x-late-one'), add('x-late-two')];
    search();
    expect(roots.searchDefined()).toBe(true);
    const root = attach(first);
    expect(roots.searchDefined()).toBe(true);
    expect(found).toEqual([]);
    defined.add('x-late-one');
    expect(roots.searchDefined()).toBe(true);
    expect(found).toEqual([root]);
    second.remove();
    expect(roots.searchDefined()).toBe(false);
  });

  it('that went with their element are found anew when they come back', () => {
    const root = attach(add('x-a'));
    search();
    roots.forget(root.host);
    expect(roots.of(root.host)).toBeUndefined();
    search();
    expect(found).toEqual([root, root]);
  });

  it('are searched for in steps where a page is huge', () => {
    document.body.innerHTML = '<i></i>'.repeat(1_600);
    expect(search()).toBe(3);
  });
});
