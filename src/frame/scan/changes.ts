/**
 * Follows a changing page: which places have to be scanned again, and when. A page that never rests gets no more of the
 * processor than a small share; once it rests, what it changed last is handed on soon, whatever was spent before.
 */
import { isConnected, listen, localName, parentNode } from '../../dom/read.ts';
import { CONTAINERS, SILENT } from '../../shared/elements.ts';

/** A batch of changes. */
export interface Changes {
  /** Outermost places that are in the page, each once; `all` when there are too many to tell apart. */
  readonly places: readonly Node[] | 'all';
  /** Something was taken out. */
  readonly removed: boolean;
}

export interface ChangeEvents {
  /** Called at once for a text node that changed, before the browser paints. */
  textChanged(node: Text): void;
  /** Called from a task of its own. */
  changed(batch: Changes): void;
  /** False while nothing would be scanned: what changes in a hidden tab is kept as one batch. */
  mayWork(): boolean;
}

const CONTAINER: ReadonlySet<string> = new Set(CONTAINERS);
/** Elements without text for readers: the text around them stays what it was. */
const TEXTLESS: ReadonlySet<string> = new Set([...SILENT, 'iframe']);
/** Beyond this the tree is scanned as a whole, which is cheaper than many places. */
const MANY = 400;
/** So many added or removed nodes are looked at; of more it does not matter which they are. */
const LOOKED_AT = 5_000;
/** Levels that are climbed from what changed; further up nothing is looked at. */
const LEVELS = 200;
/** What makes an editor of an element, or ends it: the text in it is another's matter from then on. */
const EDITING = ['contenteditable', 'role'];
const SOONEST = 80;
/** As long as a page changes, our share of the time is below a hundredth, with what the browser's clock misses of it. */
const LATEST = 5_000;
const SHARE = 125;
/** Without a change for so long a page rests: then a tenth will do, since a reader waits. */
const REST = 300;
const LATEST_AT_REST = 600;
const SHARE_AT_REST = 10;

export function watchChanges(events: ChangeEvents, signal: AbortSignal) {
  let touched = new Set<Node>();
  let removed = false;
  let looked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** When the next batch may be handed on, by `performance.now()`: in any case, and to a page that rests. */
  let due = 0;
  let dueAtRest = 0;
  /** When the page changed last. */
  let last = 0;
  /** What looking at changes has cost since the last batch, in milliseconds. */
  let spent = 0;

  const observer = new MutationObserver((records) => {
    const start = performance.now();
    for (const record of records) {
      const { type, target, addedNodes, removedNodes } = record;
      if (type === 'characterData') events.textChanged(target as Text);
      if (type !== 'childList') {
        touch(target);
        continue;
      }
      removed ||= removedNodes.length > 0;
      if (isFull()) continue;
      each(addedNodes, (node) => hasText(node) && touch(node));
      // What stood on both sides of it is one line now; a container that comes or goes matters only in the midst of a line.
      each(removedNodes, (node) => hasText(node) && !isContainer(node) && touch(target));
      if (isInLine(record)) touch(target);
    }
    last = performance.now();
    spent += last - start;
    timer ??= setTimeout(handSoon, Math.max(SOONEST, untilDue()));
  });

  const untilDue = (): number => Math.min(due, Math.max(dueAtRest, last + REST)) - performance.now();

  function handSoon(): void {
    const wait = untilDue();
    if (wait <= 0) hand();
    else timer = setTimeout(handSoon, wait);
  }

  function each(nodes: NodeList, use: (node: Node) => unknown): void {
    for (let k = 0; k < nodes.length && !isFull(); k++, looked++) use(nodes[k]!);
  }

  const isFull = (): boolean => touched.size >= MANY || looked >= LOOKED_AT;

  function touch(node: Node): void {
    if (!isFull()) touched.add(node);
  }

  function hand(): void {
    timer = undefined;
    if (!events.mayWork()) {
      listen(document, 'visibilitychange', hand, { once: true, signal });
      return;
    }
    const batch: Changes = { places: isFull() ? 'all' : outermost(touched), removed };
    touched = new Set();
    removed = false;
    looked = 0;
    events.changed(batch);
  }

  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    observer.disconnect();
  });

  return {
    observe(root: Node): void {
      observer.observe(root, { childList: true, characterData: true, attributeFilter: EDITING, subtree: true });
    },
    /** What the last batch cost, in milliseconds: how long the next waits. */
    paid(cost: number): void {
      const now = performance.now();
      due = now + Math.min(LATEST, (cost + spent) * SHARE);
      dueAtRest = now + Math.min(LATEST_AT_REST, cost * SHARE_AT_REST);
      spent = 0;
    },
  };
}

function hasText(node: Node): boolean {
  return node instanceof Element ? !TEXTLESS.has(localName(node)) : !(node instanceof Comment);
}

function isContainer(node: Node): boolean {
  return node instanceof Element && CONTAINER.has(localName(node));
}

/** Whether a line of text goes on beside what a record adds or removes, or around the element that it does so in. */
function isInLine({ target, previousSibling, nextSibling }: MutationRecord): boolean {
  return [previousSibling, nextSibling].some((node) =>
    node
      ? hasText(node) && !isContainer(node) && !(node instanceof Text && node.data.trim() === '')
      : target instanceof Element && !isContainer(target) && !localName(target).includes('-'),
  );
}

/** A node and those that it is in, as far as the root of its tree, from the inside out. */
function* upFrom(node: Node | null): Generator<Node> {
  for (let level = 0; node && level < LEVELS; level++, node = parentNode(node)) yield node;
}

/** The element that contains everything a change may have joined. */
function containerOf(node: Node): Node {
  let place = node;
  for (const at of upFrom(node)) {
    if (at instanceof Document || isContainer(place)) break;
    place = at;
  }
  return place;
}

/** The containers of what was touched, without those inside others. */
function outermost(touched: ReadonlySet<Node>): Node[] {
  const places = new Set<Node>();
  for (const node of touched) if (isConnected(node)) places.add(containerOf(node));
  /** In no place, with all that they are in: each is asked once. */
  const outside = new Set<Node>();
  return [...places].filter((place) => {
    const path: Node[] = [];
    for (const at of upFrom(parentNode(place))) {
      if (places.has(at)) return false;
      if (outside.has(at)) break;
      path.push(at);
    }
    for (const at of path) outside.add(at);
    return true;
  });
}
