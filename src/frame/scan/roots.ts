/** Finds the shadow trees of a document: open and closed ones, nested ones, and those that are attached late. */
import { elementWalker, firstChild, isConnected, localName, matches, openShadowRoot } from '../../dom/read.ts';
import { SHADOW_HOSTS } from '../../shared/elements.ts';

/** The shadow root of an element, closed ones as well; an extension may see both. */
export type ShadowRootOf = (element: Element) => ShadowRoot | null;

const HOSTS: ReadonlySet<string> = new Set(SHADOW_HOSTS);

export function createRoots(shadowRootOf: ShadowRootOf, found: (root: ShadowRoot) => void) {
  const known = new WeakMap<Element, ShadowRoot>();
  let waiting = new Set<Element>();
  let empty: Set<Element> | undefined = new Set();
  /** Of each kind of element whose script has not come yet, one. */
  const undefinedYet = new Map<string, Element>();

  /**
   * Asking for a closed root takes microseconds, so of elements that are not custom ones only those are asked that hold
   * nothing themselves: a few in a hundred, and nearly all that host a closed tree.
   */
  function look(element: Element): void {
    const name = localName(element);
    const custom = name.includes('-');
    if (!(custom || HOSTS.has(name)) || known.has(element) || !(element instanceof HTMLElement)) return;
    const hollow = !custom && firstChild(element) === null;
    const root = openShadowRoot(element) ?? (custom || hollow ? shadowRootOf(element) : null);
    if (root) {
      known.set(element, root);
      found(root);
      return;
    }
    if (custom) {
      waiting.add(element);
      if (!undefinedYet.has(name) && !matches(element, ':defined')) undefinedYet.set(name, element);
    }
    if (hollow) empty?.add(element);
  }

  function lookAgain(elements: ReadonlySet<Element>): void {
    for (const element of elements) if (isConnected(element)) look(element);
  }

  /** Custom elements seen without a root may have one by now. */
  function searchAgain(): void {
    const again = waiting;
    waiting = new Set();
    lookAgain(again);
  }

  return {
    /** Looks at a tree and reports the shadow roots not seen before; those inside them are theirs to be searched for. */
    *search(node: Node): Generator<void> {
      const walker = elementWalker(node);
      let count = 0;
      if (node instanceof Element) look(node);
      for (let next = walker.nextNode(); next; next = walker.nextNode()) {
        look(next as Element);
        if (++count % 500 === 0) yield;
      }
    },
    searchAgain,
    /** Looks again at custom elements and at other empty ones, which costs more; after `last` these are asked only when they come. */
    searchLate(last: boolean): void {
      searchAgain();
      const again = empty ?? new Set();
      empty = last ? undefined : new Set();
      lookAgain(again);
    },
    /** Looks again at the custom elements whose script has come since; true while some wait for theirs. */
    searchDefined(): boolean {
      let came = false;
      for (const [name, element] of undefinedYet) {
        if (isConnected(element) && !matches(element, ':defined')) continue;
        undefinedYet.delete(name);
        came = true;
      }
      if (came) searchAgain();
      return undefinedYet.size > 0;
    },
    of: (element: Element): ShadowRoot | undefined => known.get(element),
    /** Its root was taken out of the page with it. */
    forget: (element: Element): boolean => known.delete(element),
  };
}
