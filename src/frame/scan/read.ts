/**
 * All text of a tree, joined without regard to markup.
 *
 * Most pages name nothing of ours. So the text is joined first, text node after text node, and only where it may hold a
 * mention is it asked what the nodes stand in. Joining makes one plain string: the browser's own (`textContent`, a
 * node's `data`) live outside the script engine, which reads them several times slower, and a large `textContent` costs
 * more than walking all text nodes.
 */
import { isUnread } from './skip.ts';
import { windowAt } from './text-run.ts';

/** Text of some neighbouring text nodes, in document order. */
export interface Chunk {
  readonly text: string;
  /** Where the text begins. Its other nodes are found again where they are asked for, which is seldom. */
  readonly first: Text;
  readonly root: Node;
}

/** Text, and CDATA sections of XML documents. */
const TEXT = NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION;
/** A chunk ends after this many characters, or nodes: a fraction of a millisecond of reading. */
const LENGTH = 65_536;
const NODES = 2_000;
/** Neighbouring chunks share at least so many characters, so that a name cut by both markup and chunks is in one. */
const OVERLAP = 96;
/** Nodes longer than this are neither shared by chunks, nor read without asking whether they are, say, a script. */
const LONG = 1_000;

function isLeftOut(node: Text): boolean {
  return node.parentElement !== null && isUnread(node.parentElement);
}

/** The text at or below a node. The page may change between chunks: what stays is read. */
export function* chunksOf(root: Node): Generator<Chunk> {
  if (root.nodeType === Node.TEXT_NODE) {
    yield { text: (root as Text).data, first: root as Text, root };
    return;
  }
  const walker = document.createTreeWalker(root, TEXT);
  let shared: Text[] = [];
  let restarts = 3;
  for (;;) {
    const parts = shared.map((node) => node.data);
    const start = walker.nextNode() as Text | null;
    if (!start) return;
    const end = collect(walker, start, parts);
    const ends = end ? endOf(root, end) : [];
    if (parts.length > 0) yield { text: parts.join(''), first: shared[0] ?? start, root };
    if (!end) return;
    const last = ends.findLast((node) => root.contains(node));
    // What a page puts in place of everything is read as a change of it.
    if (!last && restarts-- === 0) return;
    shared = last ? endOf(root, last) : [];
    walker.currentNode = last ?? root;
  }
}

/**
 * Reads from `start` on until there is enough for a chunk. A plain function, which engines compile better than a
 * generator, with nothing in its loop that is not needed for every text node of every page.
 *
 * @returns the last node, or null at the end of the tree
 */
function collect(walker: TreeWalker, start: Text, parts: string[]): Text | null {
  let length = 0;
  /** Characters since the last long node. */
  let tail = 0;
  for (let node: Text | null = start; node !== null; node = walker.nextNode() as Text | null) {
    const { data } = node;
    const size = data.length;
    if (size > LONG) {
      if (isLeftOut(node)) continue;
      tail = 0;
    } else tail += size;
    length += size;
    if ((parts.push(data) >= NODES || length >= LENGTH) && tail >= OVERLAP) return node;
  }
  return null;
}

/** The text nodes up to this one that the next chunk repeats. */
function endOf(root: Node, end: Text): Text[] {
  const walker = document.createTreeWalker(root, TEXT);
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

/** A text node, and a place in its data. */
export interface Candidate {
  readonly node: Text;
  readonly offset: number;
}

/**
 * Text nodes of a chunk in which something may stand, in document order; long ones once for each window. Must be used up
 * before the page changes.
 *
 * @param next an index at or after the given one where something may be, or -1
 */
export function* candidates(
  { text, first, root }: Chunk,
  next: (text: string, from: number) => number,
): Generator<Candidate> {
  let at = next(text, 0);
  if (at < 0) return;
  const walker = document.createTreeWalker(root, TEXT);
  walker.currentNode = first;
  let end = 0;
  for (let node: Text | null = first; node && at >= 0; node = walker.nextNode() as Text | null) {
    if (node.length > LONG && node !== root && isLeftOut(node)) continue;
    const start = end;
    end += node.length;
    while (at >= 0 && at < end) {
      yield { node, offset: at - start };
      at = next(text, start + windowAt(node, at - start)[1]);
    }
  }
}
