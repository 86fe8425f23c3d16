/** Shadow trees of a document, open and closed, nested, and attached at any time. */

/** Elements beside custom ones that can host a shadow tree. */
const HOSTS = /^(?:.*-.*|article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;

/** The shadow root of an element, closed ones as well; an extension may see both. */
export type ShadowRootOf = (element: Element) => ShadowRoot | null;

export interface Roots {
  /** Looks at a tree and reports the shadow roots not seen before; those inside them are theirs to be searched for. */
  search(node: Node): Generator<void>;
  /** Custom elements seen without a root may have one by now. */
  searchAgain(): void;
  /** So may other empty elements; asking those costs more. After `last` they are asked only when they come. */
  searchEmpty(last: boolean): void;
  of(element: Element): ShadowRoot | undefined;
  /** Its root was taken out of the page with it. */
  forget(element: Element): void;
}

export function createRoots(shadowRootOf: ShadowRootOf, found: (root: ShadowRoot) => void): Roots {
  const known = new WeakMap<Element, ShadowRoot>();
  let waiting = new Set<Element>();
  let empty: Set<Element> | undefined = new Set();

  /**
   * Asking for a closed root takes microseconds, so of elements that are not custom ones only those are asked that hold
   * nothing themselves: a few in a hundred, and nearly all that host a closed tree.
   */
  function look(element: Element): void {
    const { localName } = element;
    if (!HOSTS.test(localName) || known.has(element) || !(element instanceof HTMLElement)) return;
    const custom = localName.includes('-');
    const hollow = !custom && element.firstChild === null;
    const root = element.shadowRoot ?? (custom || hollow ? shadowRootOf(element) : null);
    if (root) {
      known.set(element, root);
      found(root);
      return;
    }
    if (custom) waiting.add(element);
    if (hollow) empty?.add(element);
  }

  function lookAgain(elements: ReadonlySet<Element>): void {
    for (const element of elements) if (element.isConnected) look(element);
  }

  function* search(node: Node): Generator<void> {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_ELEMENT);
    let count = 0;
    for (let next: Node | null = walker.currentNode; next; next = walker.nextNode()) {
      if (next.nodeType === Node.ELEMENT_NODE) look(next as Element);
      if (++count % 500 === 0) yield;
    }
  }

  return {
    search,
    searchAgain() {
      const again = waiting;
      waiting = new Set();
      lookAgain(again);
    },
    searchEmpty(last) {
      const again = empty ?? new Set();
      empty = last ? undefined : new Set();
      lookAgain(again);
    },
    of: (element) => known.get(element),
    forget: (element) => known.delete(element),
  };
}
