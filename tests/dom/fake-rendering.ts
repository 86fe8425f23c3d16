/**
 * The rendering that happy-dom lacks, laid out by hand: default styles, boxes, lines of text, what is at a point, highlights.
 * Imported before the modules under test, which take the browser's accessors once.
 */

/** Pixels of a letter and of a line. */
export const WIDE = 10;
export const HIGH = 20;

const boxes = new Map<Node, DOMRect>();
const topLayer = new Set<Element>();
const contexts = new WeakSet<Element>();
/** Names of custom elements whose script has come. */
export const defined = new Set<string>();
/** Of the page as a whole. */
export const page = { visible: true, designMode: 'off', looks: 0, width: 1024, height: 768 };
/** What was scrolled into view. */
export const scrolledTo: Element[] = [];

/** Lays an element out, or the line that a text is; in viewport coordinates. */
export function place(node: Node, left: number, top: number, width?: number, height = HIGH): void {
  boxes.set(node, new DOMRect(left, top, width ?? WIDE * (node.textContent ?? '').length, height));
}

export const putOnTop = (element: Element): unknown => topLayer.add(element);
export const giveEditContext = (element: Element): unknown => contexts.add(element);

/** An empty page with nothing laid out. */
export function clearPage(): void {
  boxes.clear();
  topLayer.clear();
  defined.clear();
  scrolledTo.length = 0;
  Object.assign(page, { visible: true, designMode: 'off', looks: 0, width: innerWidth, height: innerHeight });
  document.body.replaceChildren();
  for (const element of [document.documentElement, document.body]) element.removeAttribute('style');
  highlights.clear();
  observers.clear();
}

/** The first text node below a node that holds a text. */
export function textOf(text: string, root: Node = document.body): Text {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (node.data.includes(text)) return node;
  }
  throw new Error(`no ${text}`);
}

const isIn = ({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean =>
  x >= left && x < right && y >= top && y < bottom;

/** Whether a node is below an element, through shadow trees. */
function isInside(node: Node, element: Element): boolean {
  for (let at: Node | null = node; at; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
    if (at !== node && at === element) return true;
  }
  return false;
}

/** Those that come later in the page lie above. */
const elementsIn = (tree: ParentNode, x: number, y: number): Element[] =>
  [...tree.querySelectorAll('*')].reverse().filter((one) => isIn(boxes.get(one) ?? new DOMRect(), x, y));

const INLINE = /^(a|b|i|em|span|sup|sub|small|font|mark|u|ruby|input|img|.*-.*)$/;
const DEFAULTS: Readonly<Record<string, string>> = {
  position: 'static',
  overflowX: 'visible',
  overflowY: 'visible',
  opacity: '1',
  color: 'rgb(0, 0, 0)',
  backgroundColor: 'rgba(0, 0, 0, 0)',
  direction: 'ltr',
  writingMode: 'horizontal-tb',
  verticalAlign: 'baseline',
  willChange: 'auto',
  clip: 'auto',
  pointerEvents: 'auto',
  marginInlineStart: '0px',
  marginInlineEnd: '0px',
  paddingInlineStart: '0px',
  paddingInlineEnd: '0px',
  textIndent: '0px',
  top: 'auto',
  bottom: 'auto',
  transitionDuration: '0s',
  webkitTextStrokeWidth: '0px',
  webkitTextFillColor: '',
  backgroundClip: 'border-box',
};

const computed = getComputedStyle;
/** Of what is in no page, browsers say nothing. */
function styleOf(element: Element): CSSStyleDeclaration {
  const style = computed(element);
  return new Proxy(style, {
    get(target, name: string) {
      const value = (target as unknown as Record<string, unknown>)[name];
      if (!element.isConnected) return '';
      if (value !== '' && value !== undefined && value !== null) return value;
      if (name === 'display') return INLINE.test(element.localName) ? 'inline' : 'block';
      return DEFAULTS[name] ?? 'none';
    },
  });
}

/** A registry and its highlights, as a page shares them with us. */
export const highlights = new Map<string, FakeHighlight>();
export class FakeHighlight extends Set<AbstractRange> {
  priority = 0;
  constructor(...ranges: AbstractRange[]) {
    super(ranges);
  }
}
/** What is registered, as the texts of its ranges. */
export const painted = (): string[] =>
  [...highlights.values()].flatMap((one) => [...one].map((range) => (range as Range).toString()));

/** Observers at work, by what they observe. */
export const observers = new Map<Element, FakeObserver>();
export class FakeObserver {
  readonly seen: (entries: { target: Element; isIntersecting: boolean }[]) => void;
  constructor(seen: FakeObserver['seen']) {
    this.seen = seen;
  }
  observe(element: Element): void {
    observers.set(element, this);
  }
  unobserve(element: Element): void {
    observers.delete(element);
  }
  disconnect(): void {
    for (const [element, observer] of observers) if (observer === this) observers.delete(element);
  }
}
/** The box of an element comes into the viewport, or leaves it. */
export const enter = (target: Element, isIntersecting = true): void =>
  observers.get(target)?.seen([{ target, isIntersecting }]);

function define(kind: { prototype: object }, members: PropertyDescriptorMap): void {
  for (const member of Object.values(members)) member.configurable = true;
  Object.defineProperties(kind.prototype, members);
}

const { closest, matches } = Element.prototype;
const sizeOf = (name: 'width' | 'height') => ({
  get(this: Element) {
    return this === document.documentElement
      ? { width: innerWidth, height: innerHeight }[name]
      : (boxes.get(this)?.[name] ?? 0);
  },
});
/** How much is in an element, where that is more than its box. */
export const contents = new WeakMap<Element, number>();

define(Node, {
  textContent: {
    get(this: Node) {
      const walker = document.createTreeWalker(this, NodeFilter.SHOW_TEXT);
      let text = this instanceof CharacterData ? this.data : '';
      while (walker.nextNode()) text += (walker.currentNode as Text).data;
      return text;
    },
  },
});
define(Element, {
  getBoundingClientRect: {
    value(this: Element) {
      return boxes.get(this) ?? new DOMRect();
    },
  },
  matches: {
    value(this: Element, selector: string) {
      if (selector === ':defined') return defined.has(this.localName);
      return selector.includes(':popover-open') ? topLayer.has(this) : matches.call(this, selector);
    },
  },
  closest: {
    value(this: Element, selector: string) {
      return closest.call(this, selector.replace(/=(\w+) i\]/g, '=$1]'));
    },
  },
  clientWidth: sizeOf('width'),
  clientHeight: sizeOf('height'),
  scrollWidth: {
    get(this: Element) {
      return this === document.documentElement ? page.width : this.clientWidth;
    },
  },
  scrollHeight: {
    get(this: Element) {
      return this === document.documentElement ? page.height : (contents.get(this) ?? this.clientHeight);
    },
  },
  scrollIntoView: {
    value(this: Element) {
      scrolledTo.push(this);
    },
  },
  scrollBy: {
    value(this: Element, { top = 0 }: ScrollToOptions) {
      for (const [node, { x, y, width, height }] of boxes) {
        if (isInside(node, this)) boxes.set(node, new DOMRect(x, y - top, width, height));
      }
    },
  },
});
define(HTMLElement, {
  editContext: {
    get(this: Element) {
      return contexts.has(this) ? {} : null;
    },
  },
});
define(Document, {
  elementsFromPoint: {
    value: (x: number, y: number) => elementsIn(document, x, y),
  },
  elementFromPoint: {
    value: (x: number, y: number) => elementsIn(document, x, y)[0] ?? null,
  },
  caretPositionFromPoint: {
    value(x: number, y: number, { shadowRoots = [] }: { shadowRoots?: Node[] } = {}) {
      for (const [node, box] of boxes) {
        const tree = node.getRootNode();
        if (!(node instanceof Text && isIn(box, x, y) && (tree === document || shadowRoots.includes(tree)))) continue;
        return { offsetNode: node, offset: Math.round((x - box.left) / WIDE) };
      }
      return null;
    },
  },
  visibilityState: {
    get() {
      page.looks++;
      return page.visible ? 'visible' : 'hidden';
    },
  },
  designMode: { get: () => page.designMode },
});
define(ShadowRoot, {
  elementFromPoint: {
    value(this: ShadowRoot, x: number, y: number) {
      return elementsIn(this, x, y)[0] ?? null;
    },
  },
});
define(Range, {
  getClientRects: {
    value(this: Range) {
      const box = boxes.get(this.startContainer);
      const { startOffset: from, endOffset: to } = this;
      return box && to > from ? [new DOMRect(box.left + WIDE * from, box.top, WIDE * (to - from), box.height)] : [];
    },
  },
});
// Its document is of another class than the one that is a global.
Object.defineProperty(Document, Symbol.hasInstance, { value: (node: Node | null) => node?.nodeType === 9 });
Object.assign(globalThis, {
  getComputedStyle: styleOf,
  IntersectionObserver: FakeObserver,
  Highlight: FakeHighlight,
  CSS: { highlights },
});
