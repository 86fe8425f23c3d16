/** Where characters of SVG text are drawn. Firefox gives wrong rectangles for ranges in text that is scaled. */
import { boxOf, closest, parentElement, textContent, textWalker } from '../../dom/read.ts';
import type { Point } from '../scan/text-run.ts';

/** The `text` element that a place is in; undefined outside of SVG text. */
export function svgTextOf({ node }: Point): SVGTextElement | undefined {
  const parent = parentElement(node);
  return (parent instanceof SVGElement && (closest(parent, 'text') as SVGTextElement | null)) || undefined;
}

/**
 * The box of a span of a `text` element in viewport coordinates, from the places of its first and last characters; the
 * element's own where its characters cannot be told apart.
 */
export function svgRect(text: SVGTextElement, first: Point, last: Point): DOMRect {
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
