/** Which mention is at a point of the viewport. */

import { cut, hasArea } from '../../dom/in-view.ts';
import {
  caretAt,
  drawnAround,
  drawnIn,
  elementsAt,
  localName,
  matches,
  openShadowRoot,
  parentNode,
  treeOf,
} from '../../dom/read.ts';
import { alphaOf } from '../../dom/unseen.ts';
import { CONTROLS, FIELDS, PICTURES } from '../../shared/elements.ts';
import { nodesOf, type PageMention } from '../marks/mention.ts';
import { isAt, rectsOf } from './geometry.ts';

/** More mentions than this in one element are narrowed down by the caret's place first. */
const MANY = 24;
const OPAQUE: ReadonlySet<string> = new Set([...PICTURES, ...FIELDS, ...CONTROLS]);

/**
 * Marked mentions by the element that their text is directly in, which is what pointer events are aimed at.
 *
 * @param shadowRootOf the root that the element hosts, of those in which mentions may be
 */
export function createHitTest<Mention extends PageMention>(shadowRootOf: (element: Element) => ShadowRoot | undefined) {
  const byParent = new WeakMap<Node, Set<Mention>>();
  /** Parents at the time of adding: a moved node must be found again to be taken out. */
  const marked = new Map<Mention, Node[]>();
  /** Found last below something else: the pointer is on it as long as it is within its box. */
  let below: Mention | undefined;

  function deepest(x: number, y: number, target: Element): Element {
    let element = target;
    for (let root = shadowRootOf(element); root; root = shadowRootOf(element)) {
      const inner = root.elementFromPoint(x, y);
      if (!inner || inner === element) break;
      element = inner;
    }
    return element;
  }

  /** Mentions in what is right in an element or a shadow tree; of many, those that may be at a point. */
  function nearIn(parent: Node, x: number, y: number): Mention[] {
    const near = [...(byParent.get(parent) ?? [])];
    if (near.length <= MANY) return near;
    const tree = treeOf(parent);
    const caret = caretAt(document, x, y, tree instanceof ShadowRoot ? { shadowRoots: [tree] } : {});
    if (!caret) return [];
    return near.filter(
      ({ first, last }) =>
        (first.node === caret.offsetNode && first.offset <= caret.offset && last.offset >= caret.offset) ||
        (first.node !== last.node && last.node === caret.offsetNode),
    );
  }

  return {
    added(mention: Mention): void {
      const nodes = nodesOf(mention).flatMap((node) => parentNode(node) ?? []);
      marked.set(mention, nodes);
      for (const node of nodes) {
        const known = byParent.get(node);
        if (known) known.add(mention);
        else byParent.set(node, new Set([mention]));
      }
    },
    removed(mention: Mention): void {
      for (const node of marked.get(mention) ?? []) byParent.get(node)?.delete(mention);
      marked.delete(mention);
      if (below === mention) below = undefined;
    },
    /**
     * The marked mention at a point.
     *
     * @param target what the pointer event was aimed at, as seen from the window (`event.composedPath()[0]`). Elements
     * without mentions cost one look-up.
     */
    at(x: number, y: number, target: EventTarget | null): Mention | undefined {
      if (!(target instanceof Element)) return undefined;
      const element = deepest(x, y, target);
      const near = nearIn(element, x, y);
      // Text right below a shadow root has no parent element; its event is aimed at the host.
      const root = shadowRootOf(element);
      if (root) near.push(...nearIn(root, x, y));
      if (near.length === 0) return below && isAt(below, x, y) ? below : undefined;
      return near.find((mention) => isAt(mention, x, y));
    },
    /** The same for text that shows through what lies above it, or takes no pointer. Costs more: ask where a pointer rests. */
    through(x: number, y: number): Mention | undefined {
      below = [...marked.keys()].find((mention) => isAt(mention, x, y) && showsThrough(mention, x, y));
      return below;
    },
    /** Those that are drawn within a rectangle, at least in part. */
    within: (box: DOMRect): Mention[] =>
      [...marked.keys()].filter((mention) => rectsOf(mention).some((rect) => hasArea(cut(rect, box)))),
  };
}

/** Whether nothing that hides it lies above a mention at a point. */
function showsThrough({ first }: PageMention, x: number, y: number): boolean {
  const around = new Set(drawnAround(drawnIn(first.node)));
  for (const element of elementsAt(document, x, y)) {
    if (around.has(element)) return true;
    if (!isTransparent(element)) return false;
  }
  return false;
}

function isTransparent(element: Element): boolean {
  if (!(element instanceof HTMLElement) || OPAQUE.has(localName(element))) return false;
  // What a shadow tree draws is not seen from here; our own card is a popover.
  if (openShadowRoot(element) || localName(element).includes('-') || matches(element, ':popover-open')) return false;
  const { backgroundColor, backgroundImage, backdropFilter, opacity } = getComputedStyle(element);
  const isClear = alphaOf(backgroundColor) === 0 && backgroundImage === 'none';
  return opacity === '0' || (isClear && (!backdropFilter || backdropFilter === 'none'));
}
