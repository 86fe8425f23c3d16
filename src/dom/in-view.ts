/** Whether a reader can see something of a page now: in the viewport, and not cut off by a box that it is in. */
import { body, boxOf, documentElement, drawnAround, drawnIn, isConnected, matches } from './read.ts';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Whether a point of the viewport is in a box. */
export const isIn = ({ left, right, top, bottom }: Box, x: number, y: number): boolean =>
  x >= left && x <= right && y >= top && y <= bottom;

/** Drawn above the page, and clipped by nothing in it. */
const TOP_LAYER = ':popover-open, dialog:modal, :fullscreen';

/**
 * What can be seen of rectangles.
 *
 * @param rects in viewport coordinates
 * @param node that is drawn there
 */
export function inView(rects: readonly Box[], node: Node): readonly Box[] {
  let seen = rects
    .map((rect) => cut(rect, { left: 0, top: 0, right: innerWidth, bottom: innerHeight }))
    .filter((rect) => hasArea(rect));
  // What was taken out is where it was, as far as anybody knows.
  if (seen.length === 0 || !isConnected(node)) return seen;
  for (const { element, style, holds } of boxesAround(node)) {
    if (seen.length === 0) break;
    for (const clip of [holds && clippingBox(element, style), clippedTo(element, style)]) {
      if (clip) seen = seen.map((rect) => cut(rect, clip)).filter((rect) => hasArea(rect));
    }
  }
  return seen;
}

/**
 * The boxes that a node is drawn in, from the inside out, up to the document's or one of the top layer. `holds`: whether the
 * box's overflow clips or scrolls what we come from, which no box further out then places.
 */
export function* boxesAround(node: Node): Generator<{ element: Element; style: CSSStyleDeclaration; holds: boolean }> {
  /** How the box is placed that we come from, as long as boxes around it do not hold it. */
  let placed: 'absolute' | 'fixed' | undefined;
  for (const element of drawnAround(drawnIn(node))) {
    if (element === documentElement(document)) return;
    const style = getComputedStyle(element);
    // Draws no box itself.
    if (style.display === 'contents') continue;
    if ((placed === 'absolute' && style.position !== 'static') || holdsFixed(style)) placed = undefined;
    yield { element, style, holds: !placed && element !== body(document) };
    if (matches(element, TOP_LAYER)) return;
    if (style.position === 'fixed') placed = 'fixed';
    else if (style.position === 'absolute') placed ??= 'absolute';
  }
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

/** What the overflow of an element lets be seen; undefined where it does not clip. */
export function clippingBox(
  element: Element,
  { display, overflowX, overflowY, contain, overflowClipMargin }: CSSStyleDeclaration,
): Box | undefined {
  const contained = /paint|strict|content/.test(contain);
  // What is clipped and never scrolls may be drawn so far outside of its box.
  const margin = Number.parseFloat(/[\d.]+px/.exec(overflowClipMargin ?? '')?.[0] ?? '0');
  const [x, y] = [overflowX, overflowY].map((overflow) => {
    if (overflow === 'clip') return margin;
    if (overflow !== 'visible') return 0;
    return contained ? margin : Number.POSITIVE_INFINITY;
  }) as [number, number];
  if (display === 'inline' || (x === Number.POSITIVE_INFINITY && y === Number.POSITIVE_INFINITY)) return undefined;
  const { left, right, top, bottom } = boxOf(element);
  return { left: left - x, right: right + x, top: top - y, bottom: bottom + y };
}

/** What `clip` and `clip-path` let be seen, as far as plain lengths say it: words for screen readers alone are hidden so. */
export function clippedTo(element: Element, { position, clip, clipPath }: CSSStyleDeclaration): Box | undefined {
  const byClip = /^rect\((.*)\)$/.exec(/absolute|fixed/.test(position) ? clip : '')?.[1];
  const [, shape, terms = ''] = /^(inset|circle|ellipse|polygon)\(([^()]*)\)/.exec(clipPath) ?? [];
  if (byClip === undefined && shape === undefined) return undefined;
  const { left, top, width, height } = boxOf(element);
  const within = (x1: number, y1: number, x2: number, y2: number): Box => ({
    left: left + x1,
    top: top + y1,
    right: left + x2,
    bottom: top + y2,
  });
  if (byClip !== undefined) {
    const [up = 0, to = width, down = height, from = 0] = byClip
      .split(/[\s,]+/)
      .map((term) => (term === 'auto' ? undefined : Number.parseFloat(term)));
    return within(from, up, to, down);
  }
  const long = (term: string, whole: number): number =>
    (Number.parseFloat(term) * (term.endsWith('%') ? whole : 100)) / 100;
  if (shape === 'inset') {
    const [up = '0', to = up, down = up, from = to] = terms.split(' round ')[0]!.trim().split(/\s+/);
    return within(long(from, width), long(up, height), width - long(to, width), height - long(down, height));
  }
  if (shape === 'polygon') {
    const points = terms.replace(/^\s*(?:nonzero|evenodd),/, '').split(',');
    const [xs, ys] = [0, 1].map((axis) =>
      points.map((point) => long(point.trim().split(/\s+/)[axis] ?? '', axis === 0 ? width : height)),
    ) as [number[], number[]];
    return within(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
  }
  // A circle's radius comes first.
  return Number.parseFloat(terms) === 0 ? within(0, 0, 0, 0) : undefined;
}

/** What two boxes share. */
export function cut(a: Box, b: Box): Box {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

/** @param least more than so many CSS pixels in either direction */
export const hasArea = ({ left, right, top, bottom }: Box, least = 0): boolean =>
  right - left > least && bottom - top > least;
