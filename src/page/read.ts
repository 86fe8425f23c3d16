/**
 * All text of a tree, joined without regard to markup.
 *
 * Most pages name nothing of ours. So the text is joined first, text node after text node, and only where it may hold a
 * mention is it asked what the nodes stand in. Joining makes one plain string: the browser's own (`textContent`, a
 * node's `data`) live outside the script engine, which reads them several times slower, and a large `textContent` costs
 * more than walking all text nodes.
 */
import { isUnread } from './skip.ts';

/** Text of some neighbouring text nodes, in document order. */
export interface Chunk {
  readonly text: string;
  readonly nodes: readonly Text[];
}

/** Text, and CDATA sections of XML documents. */
const TEXT = NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION;
/** A chunk ends after this many characters, or nodes: a fraction of a millisecond of reading. */
const LENGTH = 32_768;
const NODES = 1_000;
/** Neighbouring chunks share at least so many characters, so that a name cut by both markup and chunks is in one. */
const OVERLAP = 96;
/** Nodes longer than this are neither shared by chunks, nor read without asking whether they are, say, a script. */
const LONG = 1_000;

/** The text at or below a node. The page may change between chunks: what stays is read. */
export function* chunksOf(root: Node): Generator<Chunk> {
  if (root.nodeType === Node.TEXT_NODE) {
    yield { text: (root as Text).data, nodes: [root as Text] };
    return;
  }
  const walker = document.createTreeWalker(root, TEXT);
  let nodes: Text[] = [];
  let parts: string[] = [];
  let length = 0;
  /** Characters since the last long node. */
  let tail = 0;
  let restarts = 3;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const { data } = node;
    const isLong = data.length > LONG;
    if (isLong && node.parentElement && isUnread(node.parentElement)) continue;
    nodes.push(node);
    parts.push(data);
    length += data.length;
    tail = isLong ? 0 : tail + data.length;
    if ((length < LENGTH && nodes.length < NODES) || tail < OVERLAP) continue;
    yield { text: parts.join(''), nodes };
    let shared = nodes.length;
    for (length = 0; shared > 0 && length < OVERLAP; length += nodes[shared]!.length) shared--;
    const before = nodes;
    nodes = nodes.slice(shared);
    parts = nodes.map((kept) => kept.data);
    if (root.contains(node)) continue;
    const last = before.findLast((earlier) => root.contains(earlier));
    // What a page puts in place of everything is read as a change of it.
    if (!last && restarts-- === 0) return;
    walker.currentNode = last ?? root;
  }
  if (nodes.length > 0) yield { text: parts.join(''), nodes };
}

/** A text node, and a place in its data. */
export interface Candidate {
  readonly node: Text;
  readonly offset: number;
}

/**
 * Text nodes of a chunk in which something may stand, in document order. Must be used up before the page changes.
 *
 * @param next an index at or after the given one where something may be, or -1
 */
export function* candidates(
  { text, nodes }: Chunk,
  next: (text: string, from: number) => number,
): Generator<Candidate> {
  let at = next(text, 0);
  let end = 0;
  for (const node of nodes) {
    if (at < 0) return;
    const start = end;
    end += node.length;
    if (at >= end) continue;
    yield { node, offset: at - start };
    at = next(text, end);
  }
}
