/**
 * What nobody can see though it is drawn: words that a page makes transparent, a pixel wide, covers, or puts where
 * nobody can scroll to. Pages write such words for search engines, for screen readers, or to learn what we know.
 *
 * What is closed, such as a menu or a folded paragraph, is something else: a reader may open it.
 */
import { type Box, boxesAround, clippedTo, clippingBox, cut, hasArea, inView } from './in-view.ts';
import {
  body,
  boxOf,
  clientHeight,
  clientWidth,
  closest,
  documentElement,
  drawnAround,
  drawnIn,
  elementsAt,
  find,
  localName,
  scroller,
  scrollHeight,
  scrollWidth,
} from './read.ts';

/** CSS pixels: what is smaller in either direction cannot be read. */
const LEAST = 3;
/** Levels between a word and what holds it and a picture of it. */
const NEAR = 6;
/** Less of a colour cannot be seen. */
const FAINT = 0.1;
/** Draw something else than their background. */
const COVERING = ['img', 'video', 'canvas', 'iframe', 'object', 'embed'];

/** Whether a reader sees text now. @param rects of the text, in viewport coordinates @param node the text */
export function isSeen(rects: readonly Box[], node: Node): boolean {
  const element = drawnIn(node);
  const [seen] = inView(rects, node).filter((rect) => hasArea(rect, LEAST));
  return element !== null && seen !== undefined && isLegible(element) && !isFaint(element) && !isCovered(node, seen);
}

/** How much of a colour covers what is below it, from 0 to 1; `color` as browsers compute it. */
export function alphaOf(color: string): number {
  if (color === 'transparent') return 0;
  const alpha = /(?:^rgba\(.*,|\/)\s*([\d.e-]+)\)$/.exec(color)?.[1];
  return alpha === undefined ? 1 : Number(alpha);
}

/** Whether text right in an element has a colour and a size. */
function isLegible(element: Element): boolean {
  const style = getComputedStyle(element);
  if (Number.parseFloat(style.fontSize) < LEAST) return false;
  const { webkitTextFillColor, color, textShadow, webkitTextStrokeWidth } = style;
  if (alphaOf(webkitTextFillColor || color) >= FAINT || textShadow !== 'none') return true;
  return Number.parseFloat(webkitTextStrokeWidth) > 0 || isFilledByBackground(element) || isOverPicture(element);
}

/**
 * Whether it lies over a picture of the same words: viewers of documents and scans put transparent text there to be selected.
 */
function isOverPicture(element: Element): boolean {
  let placed = false;
  for (const around of drawnAround(element).slice(0, NEAR)) {
    if (around === body(document)) break;
    if (placed && find(around, 'canvas, img')) return true;
    placed ||= getComputedStyle(around).position === 'absolute';
  }
  return false;
}

/** Letters cut out of a background. */
function isFilledByBackground(element: Element): boolean {
  return drawnAround(element).some((around) => {
    const { backgroundClip, webkitBackgroundClip } = getComputedStyle(around);
    return `${backgroundClip} ${webkitBackgroundClip}`.includes('text');
  });
}

/** Whether an element and all that it is in are next to transparent together. */
function isFaint(element: Element): boolean {
  let opacity = 1;
  for (const around of drawnAround(element)) opacity *= Number(getComputedStyle(around).opacity);
  return opacity < FAINT;
}

/** Whether an opaque box that a node is not in lies over the middle of a place. */
function isCovered(node: Node, { left, top, right, bottom }: Box): boolean {
  const own = drawnIn(node);
  // What takes no pointer is not among what is found at its place, and may lie above all of that.
  if (!own || getComputedStyle(own).pointerEvents === 'none' || closest(own, '[inert]')) return false;
  const around = new Set(drawnAround(own));
  for (const element of elementsAt(document, (left + right) / 2, (top + bottom) / 2)) {
    if (around.has(element)) return false;
    const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
    const filled = alphaOf(backgroundColor) > 1 - FAINT || backgroundImage.includes('url(');
    if ((filled || COVERING.includes(localName(element))) && Number(opacity) > 1 - FAINT) return true;
  }
  return false;
}

/** Of elements, whether they or what they are in hide all of it: what was found out in one look at a page. */
export type Looked = Map<Element, boolean>;

/**
 * Whether text may come into view by what a reader does: scrolls, opens, moves on. What does not is spam.
 *
 * @param rects of the text, in viewport coordinates; none where it is not drawn, which a reader may change
 */
export function mayBeSeen(rects: readonly Box[], node: Node, looked: Looked): boolean {
  const element = drawnIn(node);
  if (!element) return true;
  if (!isLegible(element)) return false;
  if (rects.length === 0) return true;
  if (isHidden(element, looked)) return false;
  return rects.some(isOnPage) || mayMoveIn(element, rects, node);
}

/** Whether an element, or one that it is in, hides all of it: by next to no opacity, or next to no size. */
function isHidden(element: Element, looked: Looked): boolean {
  const path: Element[] = [];
  let hidden: boolean | undefined;
  for (const at of drawnAround(element)) {
    path.push(at);
    hidden = looked.get(at) ?? (hidesAll(at) || undefined);
    if (hidden !== undefined) break;
  }
  for (const one of path) looked.set(one, hidden ?? false);
  return hidden ?? false;
}

function hidesAll(element: Element): boolean {
  const style = getComputedStyle(element);
  if (style.display === 'contents') return false;
  if (Number(style.opacity) < FAINT) return !moves(style);
  const clipped = clippedTo(element, style);
  if (clipped && !hasArea(cut(boxOf(element), clipped), LEAST)) return true;
  if (!/hidden|clip/.test(style.overflowX)) return false;
  // Folded things have no height, words for screen readers alone have one pixel each way.
  const { width, height } = boxOf(element);
  return width < LEAST && height < LEAST && height > 0;
}

/** Things that fade or slide in. */
const moves = ({ transitionDuration, animationName }: CSSStyleDeclaration): boolean =>
  /[1-9]/.test(transitionDuration) || animationName !== 'none';

/** Whether a reader can scroll the page to a place. */
function isOnPage({ left, top, right, bottom }: Box): boolean {
  const page = scroller(document) ?? documentElement(document);
  if (!page) return true;
  const back = [page, body(document)].some((element) => element && runsBack(getComputedStyle(element)));
  const [width, over] = [scrollWidth(page), scrollWidth(page) - clientWidth(page)];
  const from = back ? -over : 0;
  return (
    right + scrollX > from &&
    left + scrollX < from + width &&
    bottom + scrollY > 0 &&
    top + scrollY < Math.max(scrollHeight(page), clientHeight(page))
  );
}

/** Whether a page goes on to the left. */
const runsBack = ({ direction, writingMode }: CSSStyleDeclaration): boolean =>
  direction === 'rtl' || writingMode.endsWith('-rl');

/** Whether what is off the page is in a box on the page that scrolls or slides, or moves itself. */
function mayMoveIn(element: Element, rects: readonly Box[], node: Node): boolean {
  if (Number.parseFloat(getComputedStyle(element).textIndent) < -500 && rects[0]!.right < boxOf(element).left)
    return false;
  for (const { element: around, style, holds } of boxesAround(node)) {
    if (moves(style)) return true;
    const clip = (holds || isScroller(around)) && clippingBox(around, style);
    if (clip && isOnPage(cut(boxOf(around), clip))) return true;
  }
  return false;
}

/** Whether a body scrolls by itself: else its overflow is the window's. */
const isScroller = (element: Element): boolean =>
  localName(element) === 'body' && getComputedStyle(documentElement(document)!).overflowX !== 'visible';
