/**
 * The scan of one frame: looks at every tree of the document once, then again wherever it changes, in short slices.
 *
 * It knows nothing of medicines. A target says where something may stand in text, and takes the places. The first
 * target of a frame holds the scan at the first place, and it is handed on as it stands to the one that knows names:
 * nothing is looked at twice, and no change in between is lost.
 */
import { body, contains, documentElement, isConnected, isDesigned, textWalker } from '../../dom/read.ts';
import { type Changes, watchChanges } from './changes.ts';
import { chunksOf, type Finder, placesIn } from './places.ts';
import { createQueue } from './queue.ts';
import { createRoots, type ShadowRootOf } from './roots.ts';
import { isUnread } from './unread.ts';

/** What is looked for. */
export interface Search {
  readonly find: Finder;
  /**
   * Takes a place that `find` named.
   *
   * @param taken text nodes that this pass has taken with others: what is added is not offered itself
   */
  take(node: Text, offset: number, taken: Set<Text>): void;
}

/** Whom the scan works for. */
export interface ScanTarget extends Search {
  /** A text node stands where nothing is read, and may have been taken before it came there. */
  left?(node: Text): void;
  /** A text node has other text now; called before the browser paints it. */
  textChanged?(node: Text): void;
  /** Work to do after a batch of changes. */
  tidy?(changes: Changes): Generator<void>;
  /** The page wrote itself anew (`document.open`): listeners are gone. */
  rewritten?(): void;
  /** Called after every slice of work. */
  rested?(): void;
}

export interface ScanEnvironment {
  readonly shadowRootOf: ShadowRootOf;
  /** False when the extension that this script belongs to is gone. */
  readonly isAlive: () => boolean;
  /** What is scanned; a page as a whole if not given. */
  readonly root?: Node;
}

export type Scan = ReturnType<typeof startScan>;

/** When elements without a shadow root are looked at again, in milliseconds after the start. */
const LATE_ROOTS = [500, 2_000, 6_000];
/** How often it is asked whether the script of a custom element has come. */
const LATE_SCRIPTS = 1_000;
/** How often it is asked whether a document is still an editor. */
const EDITED = 1_000;

/** Starts at once. */
export function startScan(first: ScanTarget, { shadowRootOf, isAlive, root = document }: ScanEnvironment) {
  const end = new AbortController();
  const { signal } = end;
  let target = first;
  let trees: Node[] = [];
  let html = documentElement(document);
  let edited = isDesigned(document);
  const queue = createQueue(signal, () => target.rested?.());
  const roots = createRoots(shadowRootOf, addTree);
  const watch = watchChanges(
    { textChanged: (node) => target.textChanged?.(node), changed: onChanges, mayWork: queue.mayWork },
    signal,
  );

  /** @param search what is looked for; what the target of the moment looks for if not given */
  function* pass(tree: Node, search?: Search): Generator<void> {
    // The part of a tree that holds text for readers.
    const node = tree === document ? (body(document) ?? documentElement(document) ?? tree) : tree;
    if (isUnread(node)) {
      yield* leave(node);
      return;
    }
    const taken = new Set<Text>();
    for (const chunk of chunksOf(node)) {
      const places = [...placesIn(chunk, (search ?? target).find)];
      yield;
      for (const place of places) {
        if (taken.has(place.node) || !isConnected(place.node)) continue;
        if (isUnread(place.node)) {
          target.left?.(place.node);
          continue;
        }
        // Where the scan is handed on, the place is offered again.
        for (let offered: Search | undefined; offered !== (search ?? target); ) {
          offered = search ?? target;
          offered.take(place.node, place.offset, taken);
          yield;
        }
      }
    }
  }

  /** What was read before it came where nothing is read. */
  function* leave(tree: Node): Generator<void> {
    if (!target.left) return;
    const walker = textWalker(tree);
    if (tree instanceof Text) target.left(tree);
    for (let count = 1; walker.nextNode(); count++) {
      target.left(walker.currentNode as Text);
      if (count % 500 === 0) yield;
    }
  }

  /** The same of shadow trees: they are found anew if they come back. */
  function* leaveTrees(place: Node): Generator<void> {
    const left = new Set(
      trees.filter((tree) => tree instanceof ShadowRoot && contains(place, tree.host) && isUnread(tree.host)),
    );
    if (left.size === 0) return;
    forgetTrees((tree) => left.has(tree));
    for (const tree of left) {
      yield* leave(tree);
      yield* leaveTrees(tree);
    }
  }

  function* passOf(places: readonly Node[]): Generator<void> {
    for (const place of places) {
      yield* pass(place);
      yield* leaveTrees(place);
      yield* roots.search(place);
    }
    awaitScripts();
  }

  /** Looks whether the document became an editor, which nothing tells; as long as it is one, again by itself. */
  function look(): void {
    clearTimeout(editing);
    const now = isDesigned(document);
    if (now !== edited) queue.add(() => passOf(trees));
    edited = now;
    if (edited && !signal.aborted) editing = setTimeout(look, EDITED);
  }

  function onChanges(changes: Changes): void {
    const { places, removed } = changes;
    if (!isAlive()) {
      end.abort();
      return;
    }
    look();
    if (html !== documentElement(document)) {
      html = documentElement(document);
      target.rewritten?.();
    }
    queue.add(function* () {
      const before = queue.spent();
      if (removed) forgetTrees((tree) => !isConnected(tree));
      yield* passOf(places === 'all' ? trees : places);
      yield* target.tidy?.(changes) ?? [];
      watch.paid(queue.spent() - before);
    });
    roots.searchAgain();
  }

  /** A shadow tree that comes back is found anew. */
  function forgetTrees(gone: (tree: Node) => boolean): void {
    for (const tree of trees) if (gone(tree)) roots.forget((tree as ShadowRoot).host);
    trees = trees.filter((tree) => !gone(tree));
  }

  function addTree(tree: Node): void {
    if (tree instanceof ShadowRoot && isUnread(tree.host)) {
      roots.forget(tree.host);
      return;
    }
    trees.push(tree);
    watch.observe(tree);
    queue.add(() => passOf([tree]));
  }

  const timers = LATE_ROOTS.map((delay, index) =>
    setTimeout(() => roots.searchLate(index === LATE_ROOTS.length - 1), delay),
  );
  let scripts: ReturnType<typeof setTimeout> | undefined;
  let editing: ReturnType<typeof setTimeout> | undefined;

  /** Custom elements whose script comes late get their shadow tree then, without any change to the page. */
  function awaitScripts(): void {
    if (scripts !== undefined || !roots.searchDefined()) return;
    scripts = setTimeout(() => {
      scripts = undefined;
      awaitScripts();
    }, LATE_SCRIPTS);
  }

  signal.addEventListener('abort', () => {
    for (const timer of [...timers, scripts, editing]) clearTimeout(timer);
  });
  addTree(root);
  look();

  return {
    /** Nothing goes on, and the present place is not taken, until the scan is handed on. */
    hold: queue.hold,
    /** Goes on for another target, which is offered the place first at which the scan is held. */
    handOn(to: ScanTarget): void {
      target = to;
      queue.resume();
    },
    /** Looks at all trees once more, for something else. */
    again(search: Search): void {
      for (const tree of trees) queue.add(() => pass(tree, search));
    },
    look,
    /** The shadow root of an element, if it was looked at. */
    rootOf: roots.of,
    stop: (): void => end.abort(),
    stopped: signal,
  };
}
