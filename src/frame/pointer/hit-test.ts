/** Which mention is at a point of the viewport. */

import type { PageMention } from '../marks/registry.ts';
import { rectsOf } from './geometry.ts';

/** Marked mentions by the element that their text is directly in, which is what pointer events are aimed at. */
export interface HitTest {
  add(mention: PageMention): void;
  remove(mention: PageMention): void;
  /**
   * The marked mention at a point, or undefined.
   *
   * @param target what the pointer event was aimed at, as seen from the window (`event.composedPath()[0]`). Elements
   * without mentions cost one look-up.
   */
  at(x: number, y: number, target: EventTarget | null): PageMention | undefined;
}

/** More mentions than this in one element are narrowed down by the caret's place first. */
const MANY = 24;

/** @param shadowRootOf the root that the element hosts, of those in which mentions may be */
export function createHitTest(shadowRootOf: (element: Element) => ShadowRoot | undefined): HitTest {
  const byParent = new WeakMap<Node, Set<PageMention>>();

  function parentsOf({ run, first, last }: PageMention): Node[] {
    const nodes = run.nodes.slice(run.nodes.indexOf(first.node), run.nodes.indexOf(last.node) + 1);
    return nodes.flatMap((node) => node.parentNode ?? []);
  }

  /** Parents at the time of adding: a moved node must be found again to be taken out. */
  const parents = new WeakMap<PageMention, Node[]>();

  function deepest(x: number, y: number, target: Element): Element {
    let element = target;
    for (let root = shadowRootOf(element); root; root = shadowRootOf(element)) {
      const inner = root.elementFromPoint(x, y);
      if (!inner || inner === element) break;
      element = inner;
    }
    return element;
  }

  function narrow(x: number, y: number, near: Set<PageMention>, root: Node): PageMention[] {
    const options = root instanceof ShadowRoot ? { shadowRoots: [root] } : {};
    const caret = document.caretPositionFromPoint(x, y, options);
    if (!caret) return [];
    return [...near].filter(
      ({ first, last }) =>
        (first.node === caret.offsetNode && first.offset <= caret.offset && last.offset >= caret.offset) ||
        (first.node !== last.node && last.node === caret.offsetNode),
    );
  }

  return {
    add(mention) {
      const nodes = parentsOf(mention);
      parents.set(mention, nodes);
      for (const node of nodes) {
        const known = byParent.get(node);
        if (known) known.add(mention);
        else byParent.set(node, new Set([mention]));
      }
    },
    remove(mention) {
      for (const node of parents.get(mention) ?? []) byParent.get(node)?.delete(mention);
    },
    at(x, y, target) {
      if (!(target instanceof Element)) return undefined;
      const element = deepest(x, y, target);
      // Text right below a shadow root has no parent element; its event is aimed at the host.
      const near = byParent.get(element) ?? byParent.get(shadowRootOf(element) ?? element);
      if (!near?.size) return undefined;
      const some = near.size > MANY ? narrow(x, y, near, element.getRootNode()) : near;
      for (const mention of some) {
        for (const { left, right, top, bottom } of rectsOf(mention)) {
          if (x >= left && x <= right && y >= top && y <= bottom) return mention;
        }
      }
      return undefined;
    },
  };
}
