/** Where mentions are on the screen. */
import type { PageMention } from './registry.ts';

let scratch: Range | undefined;

/** The mention's rectangles in viewport coordinates, one a line; empty when it is gone or not rendered. */
export function rectsOf({ first, last }: PageMention): readonly DOMRect[] {
  if (!first.node.isConnected || !last.node.isConnected) return [];
  if (first.offset > first.node.length || last.offset > last.node.length) return [];
  scratch ??= document.createRange();
  scratch.setStart(first.node, first.offset);
  scratch.setEnd(last.node, last.offset);
  const rects = [...scratch.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  // A live range costs the page a little at every change: leave it where nothing changes.
  scratch.setStart(document, 0);
  scratch.collapse(true);
  return rects;
}
