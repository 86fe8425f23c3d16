/** Whether a reader can see the mention now. */
import { parentOf } from './theme.ts';

/** False when it is gone, outside of the viewport, or scrolled out of a box that clips it. */
export function isInView(rects: readonly DOMRect[], node: Node): boolean {
  if (rects.length === 0) return false;
  let seen = rects.map((rect) => clip(rect, new DOMRect(0, 0, innerWidth, innerHeight)));
  for (let element = parentOf(node); element && element !== document.documentElement; element = parentOf(element)) {
    const { overflowX, overflowY, position } = getComputedStyle(element);
    if (element !== document.body && (overflowX !== 'visible' || overflowY !== 'visible')) {
      const box = element.getBoundingClientRect();
      seen = seen.map((rect) => clip(rect, box));
    }
    if (position === 'fixed') break;
  }
  return seen.some(({ width, height }) => width > 0 && height > 0);
}

function clip(a: DOMRect, b: DOMRect): DOMRect {
  const [left, top] = [Math.max(a.left, b.left), Math.max(a.top, b.top)];
  return new DOMRect(left, top, Math.min(a.right, b.right) - left, Math.min(a.bottom, b.bottom) - top);
}
