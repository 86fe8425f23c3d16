/**
 * Line icons, drawn with the text's colour. Decoration: what they mean stands beside them, or names their button, in
 * words.
 */
import { svg } from './dom.ts';

/** Paths of icons that the card and the viewer share, in a 16 by 16 box. */
export const CLOSE = 'M3.5 3.5l9 9M12.5 3.5l-9 9';
export const MAGNIFIER = 'M7 2.2a4.8 4.8 0 1 1 0 9.6 4.8 4.8 0 0 1 0-9.6M10.6 10.6l3.8 3.8';
export const OUT = 'M6 3.4H3.4v9.2h9.2V10M9 2.6h4.4V7M13.2 2.8 7.4 8.6';

/** An icon of a path in such a box; nothing to a screen reader. */
export function lineIcon(d: string, className = 'icon'): SVGElement {
  return svg('svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true', class: className }, svg('path', { d }));
}
