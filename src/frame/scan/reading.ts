/** Reads every tree of a frame once, then again wherever it changes, in short slices. */
import { type Changes, watchChanges } from './changes.ts';
import { candidates, chunksOf } from './read.ts';
import { createRoots, type ShadowRootOf } from './roots.ts';
import { isUnread } from './skip.ts';
import { inSlices, mayWork } from './slices.ts';

/** An index at or after `from` in text where something may stand, or -1. */
export type Finder = (text: string, from: number) => number;
/**
 * Takes a place that a finder named.
 *
 * @param read text nodes that this pass has taken with others: what is added is not visited itself
 */
export type Visitor = (node: Text, offset: number, read: Set<Text>) => void;

export interface Reader {
  /** What has to be done before anything is visited: a step of its own. */
  begin?(): void;
  readonly find: Finder;
  readonly visit: Visitor;
  readonly shadowRootOf: ShadowRootOf;
  /** A text node has other text now; called before the browser paints it. */
  textChanged(node: Text): void;
  /** Something was taken out of the page: work to do about it. */
  removed?(): Generator<void>;
  /** Called after every slice of work. */
  rest(): void;
  /** Called before a batch of changes is read; false ends everything. */
  goOn(): boolean;
}

export interface Reading {
  /** Reads all trees once more, for something else. */
  again(find: Finder, visit: Visitor): void;
  /** The shadow root of an element, if it was read. */
  rootOf(element: Element): ShadowRoot | undefined;
}

/** Milliseconds that may be spent in a frame while nobody sees it. */
const HIDDEN = 400;
/** When elements without a shadow root are looked at again, in milliseconds after the start. */
const LATE_ROOTS = [500, 2_000, 6_000];

/** Starts at once; the first slice runs before this returns. Ends when the signal aborts. */
export function readPage(reader: Reader, stop: AbortController): Reading {
  const { signal } = stop;
  let trees: Node[] = [];
  const queue: (() => Generator<void>)[] = [];
  const allowance = { left: HIDDEN };
  let working = false;
  const roots = createRoots(reader.shadowRootOf, (root) => addTree(root));
  const watch = watchChanges(reader.textChanged, onChanges, () => mayWork(allowance));

  function* scan(tree: Node, find: Finder, visit: Visitor): Generator<void> {
    const node = readable(tree);
    if (node.nodeType === Node.ELEMENT_NODE && isUnread(node as Element)) return;
    const read = new Set<Text>();
    for (const chunk of chunksOf(node)) {
      const places = [...candidates(chunk, find)];
      yield;
      for (const { node: text, offset } of places) {
        if (read.has(text)) continue;
        const parent = text.parentElement ?? (text.parentNode as ShadowRoot | null)?.host;
        if (!parent || !text.isConnected || isUnread(parent)) continue;
        visit(text, offset, read);
        yield;
      }
    }
  }

  function* work(): Generator<void> {
    for (let job = queue.shift(); job; job = queue.shift()) yield* job();
  }

  async function run(): Promise<void> {
    if (working || signal.aborted) return;
    working = true;
    try {
      while (queue.length > 0) {
        watch.paid(await inSlices(work(), signal, allowance, reader.rest));
        reader.rest();
      }
    } catch (reason) {
      if (!signal.aborted) throw reason;
    } finally {
      working = false;
    }
  }

  function onChanges({ places, removed }: Changes): void {
    if (!reader.goOn()) {
      stop.abort();
      return;
    }
    const { find, visit } = reader;
    if (removed) {
      if (reader.removed) queue.push(() => reader.removed!());
      forgetTrees();
    }
    for (const place of places === 'all' ? trees : places)
      queue.push(
        () => scan(place, find, visit),
        () => roots.search(place),
      );
    roots.searchAgain();
    void run();
  }

  /** A shadow tree that comes back is found anew. */
  function forgetTrees(): void {
    for (const tree of trees) if (!tree.isConnected) roots.forget((tree as ShadowRoot).host);
    trees = trees.filter(({ isConnected }) => isConnected);
  }

  function addTree(tree: Node): void {
    if (tree instanceof ShadowRoot && isUnread(tree.host)) return;
    trees.push(tree);
    watch.observe(tree);
    queue.push(
      () => scan(tree, reader.find, reader.visit),
      () => roots.search(tree),
    );
    void run();
  }

  const timers = LATE_ROOTS.map((delay, index) =>
    setTimeout(() => {
      roots.searchAgain();
      roots.searchEmpty(index === LATE_ROOTS.length - 1);
    }, delay),
  );
  signal.addEventListener('abort', () => {
    for (const timer of timers) clearTimeout(timer);
    watch.stop();
    queue.length = 0;
  });
  queue.push(function* () {
    reader.begin?.();
    yield;
  });
  addTree(document);

  return {
    again(find, visit) {
      for (const tree of trees) queue.push(() => scan(tree, find, visit));
      void run();
    },
    rootOf: (element) => roots.of(element),
  };
}

/** The part of a tree that holds text for readers. */
function readable(tree: Node): Node {
  return tree === document ? (document.body ?? document.documentElement) : tree;
}
