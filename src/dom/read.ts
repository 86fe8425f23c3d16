/**
 * Reads a page's DOM so that the page cannot come between.
 *
 * A form gives its fields for properties of their names, and a document its forms and pictures: of `<form><input
 * name="parentNode">` Chromium gives the field as `form.parentNode`, to extensions as well. So whatever runs in a page
 * takes the browser's own accessors, off the prototypes, and calls these. What text nodes, ranges, walkers and events
 * say cannot be shadowed.
 */

type Kind<T> = { readonly prototype: T };

/** Where a property is: browsers do not agree on the prototype. */
function descriptor(kind: Kind<object>, name: PropertyKey): PropertyDescriptor {
  let found: PropertyDescriptor | undefined;
  for (let at: object | null = kind.prototype; at && !found; at = Object.getPrototypeOf(at)) {
    found = Object.getOwnPropertyDescriptor(at, name);
  }
  return found ?? {};
}

/* @__NO_SIDE_EFFECTS__ */
function property<T extends object, Name extends keyof T>(kind: Kind<T>, name: Name): (of: T) => T[Name] {
  const { get } = descriptor(kind, name);
  return (of) => get?.call(of) as T[Name];
}

type Method<T, Name extends keyof T> = T[Name] extends (...args: infer Args) => infer Result
  ? (of: T, ...args: Args) => Result
  : never;

/* @__NO_SIDE_EFFECTS__ */
function method<T extends object, Name extends keyof T>(kind: Kind<T>, name: Name): Method<T, Name> {
  const { value } = descriptor(kind, name) as { value?: (...args: unknown[]) => unknown };
  return ((of: T, ...args: unknown[]) => value?.apply(of, args)) as Method<T, Name>;
}

export const isConnected = property(Node, 'isConnected');
export const parentNode = property(Node, 'parentNode') as (node: Node) => ParentNode | null;
export const parentElement = property(Node, 'parentElement');
export const firstChild = property(Node, 'firstChild') as (node: Node) => Node | null;
export const lastChild = property(Node, 'lastChild') as (node: Node) => Node | null;
export const nextSibling = property(Node, 'nextSibling') as (node: Node) => Node | null;
export const previousSibling = property(Node, 'previousSibling') as (node: Node) => Node | null;
export const textContent = property(Node, 'textContent');
const rootNode = method(Node, 'getRootNode') as (node: Node) => Node;
/** Of one argument, so that it may be handed to `map`: the browser's own throws at an index. */
export const treeOf = (node: Node): Node => rootNode(node);
export const contains = method(Node, 'contains');
export const position = method(Node, 'compareDocumentPosition');

export const localName = property(Element, 'localName');
export const openShadowRoot = property(Element, 'shadowRoot');
export const firstElementChild = property(Element, 'firstElementChild');
export const previousElement = property(Element, 'previousElementSibling');
export const clientWidth = property(Element, 'clientWidth');
export const clientHeight = property(Element, 'clientHeight');
export const scrollHeight = property(Element, 'scrollHeight');
export const scrollWidth = property(Element, 'scrollWidth');
export const attribute = method(Element, 'getAttribute');
export const matches = method(Element, 'matches') as (element: Element, selector: string) => boolean;
export const closest = method(Element, 'closest') as (element: Element, selector: string) => Element | null;
export const boxOf = method(Element, 'getBoundingClientRect');
export const isRendered = method(Element, 'checkVisibility');
export const takeOut = method(Element, 'remove');
export const append = method(Element, 'append') as (to: Element, ...nodes: Node[]) => void;
/** How much CSS enlarges what is in an element; undefined where the browser does not say. */
export const zoomOf = property(Element, 'currentCSSZoom' as keyof Element) as unknown as (
  of: Element,
) => number | undefined;
/** The shadow root of an element, closed ones as well; Firefox tells extensions. */
export const anyShadowRoot = property(Element, 'openOrClosedShadowRoot' as keyof Element) as unknown as (
  of: Element,
) => ShadowRoot | null | undefined;
export const scrollIntoView = method(Element, 'scrollIntoView');
export const scrollBy = method(Element, 'scrollBy') as (element: Element, options: ScrollToOptions) => void;

const editable = property(HTMLElement, 'isContentEditable');
/** Whether the reader can edit it; false for elements that are not HTML. */
export const isEditable = (element: Element): boolean => element instanceof HTMLElement && editable(element);

const editContext = property(HTMLElement, 'editContext' as keyof HTMLElement) as unknown as (of: Element) => unknown;
/** Whether a page has what the reader types there for itself, and writes it as it likes; browsers of one kind alone do so. */
export const hasEditContext = (element: Element): boolean =>
  element instanceof HTMLElement && (editContext(element) ?? null) !== null;

const [focusHtml, focusOther] = [method(HTMLElement, 'focus'), method(SVGElement, 'focus')];
/** Gives an element the focus, where it stands. */
export const focusOn = (element: Element): void => {
  if (element instanceof HTMLElement) focusHtml(element, { preventScroll: true });
  else if (element instanceof SVGElement) focusOther(element, { preventScroll: true });
};

export const documentElement = property(Document, 'documentElement') as (of: Document) => HTMLElement | null;
export const body = property(Document, 'body') as (of: Document) => HTMLElement | null;
export const scroller = property(Document, 'scrollingElement');
export const visibility = property(Document, 'visibilityState');
export const readyState = property(Document, 'readyState');
/** Whether it is rendered ahead of a visit; undefined where browsers do not do so. */
export const isAhead = property(Document, 'prerendering' as keyof Document) as (of: Document) => boolean | undefined;
const designMode = property(Document, 'designMode');
/** Whether the reader can edit it as a whole. */
export const isDesigned = (of: Document): boolean => designMode(of) === 'on';
export const title = property(Document, 'title');
export const contentType = property(Document, 'contentType');
export const activeElement = property(Document, 'activeElement');
export const elementAt = method(Document, 'elementFromPoint');
export const elementsAt = method(Document, 'elementsFromPoint');
export const caretAt = method(Document, 'caretPositionFromPoint');

const walk = method(Document, 'createTreeWalker');
/** A walker over the text (CDATA sections of XML included) at or below a node. */
export const textWalker = (root: Node, filter?: (node: Node) => number): TreeWalker =>
  walk(document, root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION, filter);
/** A walker over the elements at or below a node. */
export const elementWalker = (root: Node): TreeWalker => walk(document, root, NodeFilter.SHOW_ELEMENT);

const [inElement, inDocument, inFragment] = [Element, Document, DocumentFragment].map((kind) => [
  method(kind as typeof Element, 'querySelector'),
  method(kind as typeof Element, 'querySelectorAll'),
]) as [Find, Find, Find];
type Find = [(of: Node, selector: string) => Element | null, (of: Node, selector: string) => NodeListOf<Element>];
const finders = (node: Node): Find =>
  node instanceof Element ? inElement : node instanceof Document ? inDocument : inFragment;
/** The first element below a node that a selector fits. */
export const find = (node: Node, selector: string): Element | null => finders(node)[0](node, selector);
export const findAll = (node: Node, selector: string): NodeListOf<Element> => finders(node)[1](node, selector);

const listenOn = method(Document, 'addEventListener') as (of: Document, ...args: unknown[]) => void;

/** Listens. Windows cannot be shadowed. */
export function listen<Kind extends Event>(
  to: Window | Document,
  type: string,
  listener: (event: Kind) => void,
  options: AddEventListenerOptions,
): void {
  if (to instanceof Document) listenOn(to, type, listener, options);
  else to.addEventListener(type, listener as EventListener, options);
}

/** The element that a node is drawn in: out of a shadow tree to its host. */
export function drawnIn(node: Node): Element | null {
  const parent = parentNode(node);
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}

/** The host of the shadow tree that a node is in; null in the document's own. */
export function hostOf(node: Node): Element | null {
  const tree = treeOf(node);
  return tree instanceof ShadowRoot ? tree.host : null;
}

/** Levels of a tree that are climbed: further out, nothing is taken to matter. */
export const LEVELS = 300;

/** An element, and those that it is drawn in, from the inside out. */
export function drawnAround(element: Element | null): Element[] {
  const around: Element[] = [];
  for (let at = element; at && around.length < LEVELS; at = drawnIn(at)) around.push(at);
  return around;
}

/** A node and the hosts that it is in, outermost first. */
export function pathTo(node: Node): Node[] {
  const nodes = [node];
  for (let host = hostOf(node); host; host = hostOf(host)) nodes.unshift(host);
  return nodes;
}

/** Document order over shadow trees, where what is in a shadow root stands where its host stands: negative for `a` first. */
export function compareInPage(a: Node, b: Node): number {
  if (a === b) return 0;
  const [left, right] = [pathTo(a), pathTo(b)];
  const k = left.findIndex((node, at) => node !== right[at]);
  // One is a host of the other.
  if (!left[k] || !right[k]) return left.length - right.length;
  return position(left[k], right[k]) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}
