/**
 * All text of a tree, joined without regard to markup, and the places in it where a name of ours may begin.
 *
 * Most pages name nothing of ours. So the text is joined first, text node after text node, and only where it may hold a
 * mention is it asked what the nodes stand in. Joining makes one plain string: the browser's own (`textContent`, a
 * node's `data`) live outside the script engine, which reads them several times slower, and a large `textContent` costs
 * more than walking all text nodes.
 */
import { closest, contains, find, parentElement, textWalker } from '../../dom/read.ts';
import { READINGS } from '../../shared/elements.ts';
import { type Point, WINDOW, windowAt } from './text-run.ts';
import { isUnread } from './unread.ts';

/** An index at or after `from` in text where something may stand, or -1. */
export type Finder = (text: string, from: number) => number;

/** Text of some neighbouring text nodes, in document order, or a part of one very long node. */
export interface Chunk {
  readonly text: string;
  /** Where the text begins. Its other nodes are found again where they are asked for, which is seldom. */
  readonly first: Point;
  /** Meets the same text nodes again. */
  readonly walker: () => TreeWalker;
}

/** A chunk ends after this many characters, or nodes: a fraction of a millisecond of reading. */
const LENGTH = 65_536;
const NODES = 2_000;
/** Neighbouring chunks share at least so many characters, so that a name cut by both markup and chunks is in one. */
const OVERLAP = 96;
/** Nodes longer than this are neither shared by chunks, nor read without asking whether they are, say, a script. */
const LONG = 1_000;

/** A filter for text that is a small reading, or for all that is not. */
const only = (readings: boolean) => (node: Node) => {
  const parent = parentElement(node);
  const isReading = parent !== null && closest(parent, READINGS.join(',')) !== null;
  return isReading === readings ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT;
};

/**
 * The text at or below a node. The page may change between chunks: what stays is read. Small readings above or below
 * words (ruby) stand between the letters of a name: they are read by themselves, after the rest.
 */
export function* chunksOf(root: Node): Generator<Chunk> {
  if (root instanceof CharacterData) yield* partsOf(root as Text, () => textWalker(root));
  else if (!find(root, 'rt')) yield* chunksBy(root, () => textWalker(root));
  else for (const readings of [false, true]) yield* chunksBy(root, () => textWalker(root, only(readings)));
}

/** A very long node goes in parts: its name at the border of two is in both. */
function* partsOf(node: Text, walker: Chunk['walker']): Generator<Chunk> {
  for (let offset = 0; offset === 0 || offset + OVERLAP < node.length; offset += LENGTH - OVERLAP) {
    yield { text: node.substringData(offset, LENGTH), first: { node, offset }, walker };
  }
}

function* chunksBy(root: Node, make: Chunk['walker']): Generator<Chunk> {
  const walker = make();
  let shared: Text[] = [];
  let restarts = 3;
  for (;;) {
    const parts = shared.map((node) => node.data);
    const start = walker.nextNode() as Text | null;
    if (!start) return;
    const [end, long] = collect(walker, start, parts);
    const ends = end ? endOf(make, end) : [];
    if (parts.length > 0) yield { text: parts.join(''), first: { node: shared[0] ?? start, offset: 0 }, walker: make };
    if (long) yield* partsOf(long, make);
    if (!end) return;
    const last = long && contains(root, long) ? long : ends.findLast((node) => contains(root, node));
    // What a page puts in place of everything is read as a change of it.
    if (!last && restarts-- === 0) return;
    shared = last && last !== long ? endOf(make, last) : [];
    walker.currentNode = last ?? root;
  }
}

/**
 * Reads from `start` on until there is enough for a chunk, or a very long node comes. A plain function, which engines
 * compile better than a generator, with nothing in its loop that is not needed for every text node of every page.
 *
 * @returns the last node, or null at the end of the tree; and the very long one, which is not among the parts
 */
function collect(walker: TreeWalker, start: Text, parts: string[]): [end: Text | null, long?: Text] {
  let length = 0;
  /** Characters since the last long node. */
  let tail = 0;
  for (let node: Text | null = start; node !== null; node = walker.nextNode() as Text | null) {
    const { data } = node;
    const size = data.length;
    if (size > LONG) {
      if (isUnread(node)) continue;
      if (size > WINDOW) return [node, node];
      tail = 0;
    } else tail += size;
    length += size;
    if ((parts.push(data) >= NODES || length >= LENGTH) && tail >= OVERLAP) return [node];
  }
  return [null];
}

/** The text nodes up to this one that the next chunk repeats. */
function endOf(make: Chunk['walker'], end: Text): Text[] {
  const walker = make();
  walker.currentNode = end;
  const nodes: Text[] = [];
  let length = 0;
  for (let node: Text | null = end; node && length < OVERLAP; node = walker.previousNode() as Text | null) {
    if (node.length > LONG) break;
    nodes.unshift(node);
    length += node.length;
  }
  return nodes;
}

/**
 * The places of a chunk where something may stand, in document order; in long nodes one for each window. Must be used up
 * before the page changes.
 */
export function* placesIn({ text, first, walker: make }: Chunk, finder: Finder): Generator<Point> {
  let at = finder(text, 0);
  if (at < 0) return;
  const walker = make();
  walker.currentNode = first.node;
  let end = -first.offset;
  for (let node: Text | null = first.node; node && at >= 0; node = walker.nextNode() as Text | null) {
    if (node.length > LONG && isUnread(node)) continue;
    const start = end;
    end += node.length;
    while (at >= 0 && at < end) {
      yield { node, offset: at - start };
      const next = start + windowAt(node, at - start)[1];
      at = next < text.length ? finder(text, next) : -1;
    }
  }
}
