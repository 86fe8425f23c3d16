/** A mention with its place in the page: its text nodes and its range, and whether it still stands there. */
import { isConnected } from '../../dom/read.ts';
import type { Mention } from '../../shared/recognise/types.ts';
import { endsOf, type Point, runAround, type TextRun, WINDOW } from '../scan/text-run.ts';

/** Offsets of `Mention` are into `run.text`. */
export interface PageMention extends Mention {
  readonly run: TextRun;
  readonly first: Point;
  /** `offset` is after the last character. */
  readonly last: Point;
  readonly range: Range;
}

/** Finds the place of a mention in the run in which it was found. */
export function locate(mention: Mention, run: TextRun): PageMention {
  const [first, last] = endsOf(run, mention.start, mention.end);
  const range = new Range();
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset);
  return { ...mention, run, first, last, range };
}

/** Its text nodes, in document order. */
export function nodesOf({ run, first, last }: PageMention): readonly Text[] {
  return run.nodes.slice(run.nodes.indexOf(first.node), run.nodes.indexOf(last.node) + 1);
}

/** Whether a node has a text at a place. The whole of a long node's data costs Firefox milliseconds to look at. */
function holds(node: Text, offset: number, text: string): boolean {
  return offset <= node.length && node.substringData(offset, text.length) === text;
}

/** Whether the nodes of a run are in the page with the text that they had. */
export function isCurrent({ text, nodes, starts, ends }: TextRun): boolean {
  return nodes.every((node, k) => {
    const [start, end] = [starts[k]!, ends[k]!];
    if (!isConnected(node)) return false;
    // A window is a part of its node.
    if (node.length > WINDOW) return holds(node, -start, text);
    return start >= 0 && node.length === end - start && text.startsWith(node.data, start);
  });
}

/** Whether the ends of its range are where they were put: they move when their text is taken out, even if it comes back at once. */
export const isInPlace = ({ first, last, range }: PageMention): boolean =>
  range.startContainer === first.node &&
  range.startOffset === first.offset &&
  range.endContainer === last.node &&
  range.endOffset === last.offset;

/** Whether a mention's own text is still where it was found. */
export function stands(mention: PageMention): boolean {
  const { first, last, text } = mention;
  if (!isInPlace(mention) || !isConnected(first.node) || !isConnected(last.node)) return false;
  if (first.node === last.node) return holds(first.node, first.offset, text);
  const nodes = nodesOf(mention);
  if (last.offset > last.node.length || !nodes.every(isConnected)) return false;
  const cut = nodes.map(({ data }) => data);
  cut.push(cut.pop()!.slice(0, last.offset));
  return bare(cut.join('').slice(first.offset)) === bare(text);
}

export const isCut = ({ first, last }: PageMention): boolean => first.node !== last.node;

/** Whether nothing came between the text nodes of a mention that is cut. */
export function isWhole({ first, last, start, end, run }: PageMention): boolean {
  const now = runAround(first.node, first.offset);
  const [a, b] = [now.nodes.indexOf(first.node), now.nodes.indexOf(last.node)];
  if (a < 0 || b < 0) return false;
  return now.text.slice(now.starts[a]! + first.offset, now.starts[b]! + last.offset) === run.text.slice(start, end);
}

/** Without line breaks and what a run has between nodes. */
function bare(text: string): string {
  return text.replace(/[\n\ufffc]/g, '');
}
