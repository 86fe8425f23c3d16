/** Where mentions are on the screen. */
import { isIn } from '../../dom/in-view.ts';
import { contains, isConnected } from '../../dom/read.ts';
import { nodesOf, type PageMention } from '../marks/mention.ts';
import { svgRect, svgTextOf } from './svg-geometry.ts';

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
