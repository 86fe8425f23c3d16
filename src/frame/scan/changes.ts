/** Follows a changing page: which places have to be read again, and when. */

/** A batch of changes. */
export interface Changes {
  /** Outermost places that are in the page, each once; `all` when there are too many to tell apart. */
  readonly places: readonly Node[] | 'all';
  /** Something was taken out. */
  readonly removed: boolean;
}

export interface ChangeWatch {
  observe(root: Node): void;
  /** Sets the pace by what the last batch cost, in milliseconds: our share of the time stays below a hundredth. */
  paid(cost: number): void;
  stop(): void;
}

/** Elements that text runs never cross: where a change is contained. */
const CONTAINER =
  /^(?:p|div|li|td|th|tr|table|tbody|ul|ol|dl|dt|dd|h[1-6]|section|article|pre|blockquote|figure|main|body|head)$/;
/** Elements without text for readers: the text around them stays what it was. */
const TEXTLESS = /^(?:script|style|link|meta|template|noscript|iframe)$/;
/** Beyond this the tree is read as a whole, which is cheaper than many places. */
const MANY = 400;
const SOONEST = 80;
const LATEST = 5_000;
const SHARE = 100;

/**
 * @param textChanged called at once for a text node that changed, before the browser paints
 * @param flush called at the pace that `paid` sets, from a task of its own
 * @param mayRead false while nothing would be read: what changes in a hidden tab is kept as one batch
 */
export function watchChanges(
  textChanged: (node: Text) => void,
  flush: (changes: Changes) => void,
  mayRead: () => boolean,
): ChangeWatch {
  let touched = new Set<Node>();
  let removed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = SOONEST;

  const observer = new MutationObserver((records) => {
    for (const record of records) {
      if (record.type === 'characterData') {
        textChanged(record.target as Text);
        touch(record.target);
      } else {
        for (const node of record.addedNodes) if (hasText(node)) touch(node);
        for (const node of record.removedNodes) {
          removed = true;
          // What stood on both sides of it is one line now.
          if (hasText(node) && !isContainer(node)) touch(record.target);
        }
      }
    }
    timer ??= setTimeout(hand, wait);
  });

  function touch(node: Node): void {
    if (touched.size < MANY) touched.add(node);
  }

  function hand(): void {
    if (!mayRead()) {
      document.addEventListener('visibilitychange', hand, { once: true });
      return;
    }
    timer = undefined;
    const places: Changes['places'] = touched.size >= MANY ? 'all' : outermost(touched);
    const changes: Changes = { places, removed };
    touched = new Set();
    removed = false;
    flush(changes);
  }

  return {
    observe(root) {
      observer.observe(root, { childList: true, characterData: true, subtree: true });
    },
    paid(cost) {
      wait = Math.min(LATEST, Math.max(SOONEST, cost * SHARE));
    },
    stop() {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', hand);
      observer.disconnect();
    },
  };
}

function hasText(node: Node): boolean {
  return node.nodeType === Node.ELEMENT_NODE
    ? !TEXTLESS.test((node as Element).localName)
    : node.nodeType !== Node.COMMENT_NODE;
}

function isContainer(node: Node): boolean {
  return node.nodeType === Node.ELEMENT_NODE && CONTAINER.test((node as Element).localName);
}

/** The element that contains everything a change may have joined. */
function containerOf(node: Node): Node {
  let place = node;
  for (let parent = place.parentNode; parent && parent.nodeType !== Node.DOCUMENT_NODE; parent = place.parentNode) {
    if (isContainer(place)) break;
    place = parent;
  }
  return place;
}

function outermost(touched: ReadonlySet<Node>): Node[] {
  const places = new Set<Node>();
  for (const node of touched) if (node.isConnected) places.add(containerOf(node));
  return [...places].filter((place) => {
    for (let parent = place.parentNode; parent; parent = parent.parentNode) if (places.has(parent)) return false;
    return true;
  });
}
