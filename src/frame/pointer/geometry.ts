/** Where mentions are on the screen. */
import type { PageMention } from '../marks/registry.ts';
import { svgRect, svgTextOf } from './svg-geometry.ts';

let scratch: Range | undefined;

/** The mention's rectangles in viewport coordinates, one a line; empty when it is gone or not rendered. */
export function rectsOf({ first, last }: PageMention): readonly DOMRect[] {
  if (!first.node.isConnected || !last.node.isConnected) return [];
  if (first.offset > first.node.length || last.offset > last.node.length) return [];
  const svg = svgTextOf(first);
  if (svg?.contains(last.node)) return [svgRect(svg, first, last)].filter(isDrawn);
  scratch ??= document.createRange();
  scratch.setStart(first.node, first.offset);
  scratch.setEnd(last.node, last.offset);
  const rects = [...scratch.getClientRects()].filter(isDrawn);
  // A live range costs the page a little at every change: leave it where nothing changes.
  scratch.setStart(document, 0);
  scratch.collapse(true);
  return rects;
}

const isDrawn = ({ width, height }: DOMRect): boolean => width > 0 && height > 0;
