/** Whether a reader can see something of a page now: in the viewport, and not cut off by a box that it is in. */
import { body, boxOf, documentElement, drawnIn, isConnected, matches } from './read.ts';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Boxes further out are taken not to clip. */
const LEVELS = 300;
/** Drawn above the page, and clipped by nothing in it. */
const TOP_LAYER = ':popover-open, dialog:modal, :fullscreen';

/**
 * @param rects where it is, in viewport coordinates
 * @param node that is drawn there
 */
export function isInView(rects: readonly Box[], node: Node): boolean {
  let seen = rects
    .map((rect) => clip(rect, { left: 0, top: 0, right: innerWidth, bottom: innerHeight }))
    .filter(hasArea);
  // What was taken out is where it was, as far as anybody knows.
  if (!isConnected(node)) return seen.length > 0;
  /** How the box is placed that we come from, as long as boxes around it do not hold it. */
  let placed: 'absolute' | 'fixed' | undefined;
  let element = drawnIn(node);
  for (let level = 0; element && seen.length > 0 && level < LEVELS; level++, element = drawnIn(element)) {
    if (element === documentElement(document)) break;
    const style = getComputedStyle(element);
    // Draws no box itself.
    if (style.display === 'contents') continue;
    if ((placed === 'absolute' && style.position !== 'static') || holdsFixed(style)) placed = undefined;
    if (!placed && element !== body(document)) {
      const cut = clippingBox(element, style);
      if (cut) seen = seen.map((rect) => clip(rect, cut)).filter(hasArea);
    }
    if (matches(element, TOP_LAYER)) break;
    if (style.position === 'fixed') placed = 'fixed';
    else if (style.position === 'absolute') placed ??= 'absolute';
  }
  return seen.length > 0;
}

/** Whether a box is what fixed boxes inside it are placed by. */
function holdsFixed(style: CSSStyleDeclaration): boolean {
  const { transform, translate, rotate, scale, perspective, filter, backdropFilter, contain, willChange } = style;
  const effects = [transform, translate, rotate, scale, perspective, filter, backdropFilter];
  return (
    effects.some((effect) => effect && effect !== 'none') ||
    /paint|layout|strict|content/.test(contain) ||
    /transform|translate|rotate|scale|perspective|filter/.test(willChange)
  );
}

function clippingBox(
  element: Element,
  { display, overflowX, overflowY, contain }: CSSStyleDeclaration,
): Box | undefined {
  const contained = /paint|strict|content/.test(contain);
  const [x, y] = [overflowX, overflowY].map((overflow) => contained || overflow !== 'visible');
  if (display === 'inline' || (!x && !y)) return undefined;
  const { left, right, top, bottom } = boxOf(element);
  return {
    left: x ? left : -Infinity,
    right: x ? right : Infinity,
    top: y ? top : -Infinity,
    bottom: y ? bottom : Infinity,
  };
}

function clip(a: Box, b: Box): Box {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

const hasArea = ({ left, right, top, bottom }: Box): boolean => right > left && bottom > top;
