/**
 * All text of a tree, read in as few native calls as possible.
 *
 * Most pages name nothing of ours. So the text is first read as the browser itself joins it, without touching a text node
 * from script; only where that text may hold a mention are the nodes looked for.
 */

/** Text of a stretch of a tree, joined without regard to markup, in document order. */
export interface Chunk {
  readonly text: string;
  /** Where to start walking to reach the text nodes of the chunk in order: the walker's root and first position. */
  readonly root: Node;
  readonly from: Node;
}

/** Text, and CDATA sections of XML documents: what `textContent` joins. */
const TEXT = NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION;
/** Elements in one chunk of a large tree: a millisecond or two of reading. */
const STRIDE = 1_000;
/** Trees of fewer elements are read in one call. */
const SMALL = 6_000;
/** Elements that no name crosses the start of, so a chunk may end there. */
const BORDER =
  /^(p|div|li|td|th|tr|table|ul|ol|dl|dt|dd|h[1-6]|section|article|pre|blockquote|figure|header|footer|main|nav)$/;

/** The text below a node, in chunks that each take about a millisecond at most. */
export function* chunksOf(node: Node): Generator<Chunk> {
  if (node.nodeType !== Node.ELEMENT_NODE) {
    const parts = [...node.childNodes];
    if (
      !parts.some((part) => part.nodeType === Node.ELEMENT_NODE && (part as Element).getElementsByTagName('*')[SMALL])
    ) {
      yield { text: node.textContent ?? '', root: node, from: node };
    } else for (const part of parts) yield* chunksOf(part);
    return;
  }
  // Asking for one index visits no more elements than that, where `length` would visit all.
  const all = (node as Element).getElementsByTagName('*');
  if (!all[SMALL]) {
    yield { text: withoutScripts(node as Element), root: node, from: node };
    return;
  }
  const range = node.ownerDocument!.createRange();
  let from: Element = node as Element;
  for (let at = STRIDE; from; at += STRIDE) {
    let next = all[at];
    while (next && !BORDER.test(next.localName)) next = all[++at];
    range.setStart(from, 0);
    if (next) range.setEnd(next, 0);
    else range.setEnd(node, node.childNodes.length);
    const chunk = { text: range.toString(), root: node, from };
    // A live range costs the page a little at every change: leave it where nothing changes.
    range.selectNodeContents(document);
    range.collapse();
    yield chunk;
    if (!next?.isConnected) return;
    from = next;
  }
}

/** Scripts shorter than this are not worth finding. */
const LONG = 1_000;

/** The text of an element with blanks in place of its long scripts, which are often most of it and never read. */
function withoutScripts(element: Element): string {
  const text = element.textContent ?? '';
  const parts: string[] = [];
  let end = 0;
  for (const { textContent: code } of element.getElementsByTagName('script')) {
    if (!code || code.length < LONG) continue;
    const at = text.indexOf(code, end);
    if (at < 0) continue;
    parts.push(text.slice(end, at), ' '.repeat(code.length));
    end = at + code.length;
  }
  return end === 0 ? text : parts.join('') + text.slice(end);
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
export function* candidates(chunk: Chunk, next: (text: string, from: number) => number): Generator<Candidate> {
  let at = next(chunk.text, 0);
  if (at < 0) return;
  if (chunk.from.nodeType === Node.TEXT_NODE) {
    yield { node: chunk.from as Text, offset: at };
    return;
  }
  const walker = document.createTreeWalker(chunk.root, TEXT);
  walker.currentNode = chunk.from;
  let end = 0;
  while (at >= 0) {
    let start = end;
    let node: Text | null = null;
    while (end <= at) {
      node = walker.nextNode() as Text | null;
      if (!node) return;
      start = end;
      end += node.length;
    }
    yield { node: node!, offset: at - start };
    at = next(chunk.text, end);
  }
}
