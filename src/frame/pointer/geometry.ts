/** Where mentions are on the screen. */
import { isIn } from '../../dom/in-view.ts';
import { boxOf, closest, contains, isConnected, parentElement, textContent, textWalker } from '../../dom/read.ts';
import { nodesOf, type PageMention } from '../marks/mention.ts';
import type { Point } from '../scan/text-run.ts';

let scratch: Range | undefined;

/**
 * The mention's rectangles in viewport coordinates, one for each piece of text in a line; empty when it is gone or not
 * rendered. Asked of its text alone: what a page puts between the letters may be a hundred thousand boxes.
 */
export function rectsOf(mention: PageMention): readonly DOMRect[] {
  const { first, last } = mention;
  const nodes = nodesOf(mention);
  if (!nodes.every(isConnected) || first.offset > first.node.length || last.offset > last.node.length) return [];
  const svg = svgTextOf(first);
  if (svg && contains(svg, last.node)) return [svgRect(svg, first, last)].filter(isDrawn);
  scratch ??= new Range();
  const rects: DOMRect[] = [];
  for (const node of nodes) {
    if (node.length === 0) continue;
    scratch.setStart(node, node === first.node ? first.offset : 0);
    scratch.setEnd(node, node === last.node ? last.offset : node.length);
    rects.push(...scratch.getClientRects());
  }
  // A live range costs the page a little at every change: leave it where nothing changes.
  scratch.setStart(document, 0);
  scratch.collapse(true);
  return rects.filter(isDrawn);
}

export function isAt(mention: PageMention, x: number, y: number): boolean {
  return rectsOf(mention).some((rect) => isIn(rect, x, y));
}

const isDrawn = ({ width, height }: DOMRect): boolean => width > 0 && height > 0;

/** The `text` element of SVG that a place is in. Firefox gives wrong rectangles for ranges in such text where it is scaled. */
function svgTextOf({ node }: Point): SVGTextElement | null {
  const parent = parentElement(node);
  return parent instanceof SVGElement ? (closest(parent, 'text') as SVGTextElement | null) : null;
}

/**
 * The box of a span of a `text` element in viewport coordinates, from the places of its first and last characters; the
 * element's own where its characters cannot be told apart.
 */
function svgRect(text: SVGTextElement, first: Point, last: Point): DOMRect {
  const [start, end] = [drawnBefore(text, first), drawnBefore(text, last)];
  const matrix = text.getScreenCTM();
  const all = text.getNumberOfChars();
  // White space that is not drawn is not counted; where a style keeps it, counts differ.
  const told = drawn(textContent(text) ?? '').trimEnd().length;
  if (!matrix || end > all || Math.abs(told - all) > 1) return boxOf(text);
  const ends = [text.getExtentOfChar(start), text.getExtentOfChar(end - 1)];
  const corners = ends.flatMap((extent) => {
    const { p1, p2, p3, p4 } = DOMQuad.fromRect(extent);
    return [p1, p2, p3, p4].map((point) => DOMPoint.fromPoint(point).matrixTransform(matrix));
  });
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return new DOMRect(left, top, Math.max(...xs) - left, Math.max(...ys) - top);
}

/** How many characters are drawn before a place. */
function drawnBefore(text: SVGTextElement, { node, offset }: Point): number {
  const walker = textWalker(text);
  let before = '';
  for (let next = walker.nextNode(); next && next !== node; next = walker.nextNode()) before += (next as Text).data;
  return drawn(before + node.data.slice(0, offset)).length;
}

const drawn = (text: string): string => text.replace(/[\t\n\r ]+/g, ' ').trimStart();
