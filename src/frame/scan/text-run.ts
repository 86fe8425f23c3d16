/**
 * The text of one block, joined over inline markup, with the way back to its text nodes.
 *
 * A run is built outwards from one text node and ends where a reader sees a block begin or end. Built only where a
 * mention may be, so it can afford computed styles.
 */

import {
  firstChild,
  lastChild,
  localName,
  nextSibling,
  parentElement,
  parentNode,
  previousSibling,
  textWalker,
} from '../../dom/read.ts';
import { CODE, CONTROLS, FIELDS, PICTURES, READINGS, SILENT } from '../../shared/elements.ts';
import { isEditor } from './unread.ts';

/** Text as a reader sees it: inline markup joined, `<br>` a line break, whatever stands between as one character. */
export interface TextRun {
  readonly text: string;
  /** In document order. */
  readonly nodes: readonly Text[];
  /** For each node the offset in `text` of its first character; negative where the run starts within the node. */
  readonly starts: readonly number[];
  /** For each node the offset in `text` after its last character. */
  readonly ends: readonly number[];
}

/** A place in a text node. */
export interface Point {
  readonly node: Text;
  readonly offset: number;
}

/** Text nodes of other runs. */
type Others = Pick<ReadonlySet<Text>, 'has'>;

/** `none` is passed over, `object` separates words, `block` ends the run. */
type Kind = 'inline' | 'block' | 'none' | 'break' | 'object';

/** Stands for whatever is no text and separates words: a picture, a control, a gap. */
const OBJECT = '\ufffc';
/** How far a run reaches from its first node, in characters: enough for any sentence about a name. */
const REACH = 4_000;
/** How many elements it crosses on the way, and how many it stands in: whatever a page is made of, a run costs little. */
const STEPS = 1_500;
const LEVELS = 200;
/** Longer text nodes, such as a file that the browser shows as text, are taken in windows of about this length. */
export const WINDOW = 16_000;
/** Characters of the longest reference: "12,13,[a]". */
const MARK = 12;
/** Inline boxes further apart than this, in CSS pixels, look like separate words. */
const GAP = 3;

const KINDS: ReadonlyMap<string, Kind> = new Map([
  ...[...PICTURES, ...FIELDS, ...CONTROLS, ...CODE].map((name) => [name, 'object'] as const),
  ...[...SILENT, ...READINGS, 'wbr'].map((name) => [name, 'none'] as const),
  ['br', 'break'],
  ['hr', 'block'],
  // A reference, or the mark of a trade: no part of the word that it stands at.
  ['sup', 'object'],
]);
const FLOWING: ReadonlySet<string> = new Set(['inline', 'contents', 'ruby', 'ruby-base']);

/** How an element takes part in the run of the text around it. */
function kindOf(element: Element): Kind {
  const named = KINDS.get(localName(element));
  if (named) return named;
  const style = getComputedStyle(element);
  const { display } = style;
  if (isRaised(element, style)) return 'object';
  if (FLOWING.has(display)) return isEditor(element) ? 'object' : 'inline';
  if (display === 'none') return 'none';
  if (isLetter(element, style)) return 'inline';
  const inLine = display.startsWith('inline') || style.float !== 'none';
  return inLine || style.position === 'absolute' || style.position === 'fixed' ? 'object' : 'block';
}

/** A large first letter floats; effects put each letter into a box of its own. */
function isLetter(element: Element, { display, float }: CSSStyleDeclaration): boolean {
  return (display.startsWith('inline') || float !== 'none') && isShort(element, 2);
}

/** A reference or the mark of a trade by its style alone: raised, and smaller where effects raise letters, too. */
function isRaised(element: Element, style: CSSStyleDeclaration): boolean {
  const { display, verticalAlign: align, fontVariantPosition, fontSize, position, top, bottom } = style;
  if (!display.startsWith('inline')) return false;
  const isSuper = align === 'super' || fontVariantPosition === 'super';
  const isHigher =
    (/^(?:text-top|top|[\d.]+px)$/.test(align) && align !== '0px') ||
    (position === 'relative' && (Number.parseFloat(top) < 0 || Number.parseFloat(bottom) > 0));
  if (!isSuper && !isHigher) return false;
  const parent = parentElement(element);
  const isSmaller =
    parent !== null && Number.parseFloat(fontSize) < Number.parseFloat(getComputedStyle(parent).fontSize);
  return (isSuper || isSmaller) && isShort(element, MARK);
}

/** Whether an element holds so many letters at most. */
function isShort(element: Element, most: number): boolean {
  const walker = textWalker(element);
  let text = '';
  for (let nodes = 0; text.trim().length <= most; nodes++) {
    const node = walker.nextNode() as Text | null;
    if (!node) return true;
    if (nodes > 20 || node.length > 100) return false;
    text += node.data;
  }
  return false;
}

function isGap(element: Element, edge: 'Start' | 'End'): boolean {
  const style = getComputedStyle(element);
  return Number.parseFloat(style[`marginInline${edge}`]) + Number.parseFloat(style[`paddingInline${edge}`]) > GAP;
}

/** The nearest ancestor that starts a line of its own, or the root. */
function blockOf(node: Node): Node {
  let parent: Node = parentNode(node)!;
  for (let level = 0; level < LEVELS && parent instanceof Element && isFlowing(parent); level++) {
    const next = parentNode(parent);
    if (!next) break;
    parent = next;
  }
  return parent;
}

function isFlowing(element: Element): boolean {
  if (localName(element) === 'sup') return false;
  const style = getComputedStyle(element);
  if (isRaised(element, style)) return false;
  return (FLOWING.has(style.display) && style.float === 'none') || isLetter(element, style);
}

/**
 * Text and separators from `start` to the end of its block, in one direction. A text node of `others`, or one that is read
 * in windows, ends it too.
 */
function* walk(start: Node, block: Node, forward: boolean, others: Others): Generator<Text | string> {
  const [nextOf, childOf] = forward ? [nextSibling, firstChild] : [previousSibling, lastChild];
  const [entry, exit] = forward ? (['Start', 'End'] as const) : (['End', 'Start'] as const);
  let node = start;
  let room = REACH;
  let steps = 0;
  while (room > 0) {
    let next = nextOf(node);
    while (!next) {
      const parent = parentNode(node);
      if (!parent || parent === block) return;
      node = parent;
      if (isGap(node as Element, exit)) yield OBJECT;
      next = nextOf(node);
    }
    node = next;
    for (;;) {
      if (++steps > STEPS) return;
      if (node instanceof Text) {
        if (others.has(node) || node.length > WINDOW) return;
        room -= node.length;
        yield node;
      }
      if (!(node instanceof Element)) break;
      const kind = kindOf(node);
      if (kind === 'block') return;
      if (kind === 'break') yield '\n';
      if (kind === 'object') yield OBJECT;
      if (kind !== 'inline') break;
      if (isGap(node, entry)) yield OBJECT;
      const child = childOf(node);
      if (!child) break;
      node = child;
    }
  }
}

/**
 * The run around a text node.
 *
 * @param offset place in the node's data that the run must hold; matters only in very long nodes, of which it holds a
 *   window.
 * @param others text nodes of other runs of the same block, which this one must not share
 */
export function runAround(node: Text, offset: number, others: Others = new Set()): TextRun {
  if (node.length > WINDOW) {
    const [from, to] = windowAt(node, offset);
    return { text: node.substringData(from, to - from), nodes: [node], starts: [-from], ends: [to - from] };
  }
  const block = blockOf(node);
  const before = [...walk(node, block, false, others)].reverse();
  let text = '';
  const nodes: Text[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const piece of [...before, node, ...walk(node, block, true, others)]) {
    if (typeof piece === 'string') text += piece;
    else {
      nodes.push(piece);
      starts.push(text.length);
      text += piece.data;
      ends.push(text.length);
    }
  }
  return { text, nodes, starts, ends };
}

/**
 * The window of a text node that holds a place: from white space to white space, the same for all places in it;
 * of data that is short enough, all.
 */
export function windowAt(node: Text, offset: number): [from: number, to: number] {
  if (node.length <= WINDOW) return [0, node.length];
  const index = Math.floor(offset / WINDOW);
  const border = borderAfter(node, index * WINDOW);
  if (offset < border) return [borderAfter(node, (index - 1) * WINDOW), border];
  return [border, borderAfter(node, (index + 1) * WINDOW)];
}

/** The first line end at or after a place, else the first space. Firefox copies all of a node's data for every look at it. */
function borderAfter(node: Text, place: number): number {
  if (place <= 0) return 0;
  if (place >= node.length) return node.length;
  const near = node.substringData(place, REACH);
  const at = near.includes('\n') ? near.indexOf('\n') : near.indexOf(' ');
  return place + Math.max(0, at);
}

/** The first character of a span, and the place after its last. */
export function endsOf(run: TextRun, start: number, end: number): [Point, Point] {
  const place = (at: number): Point => {
    const index = Math.max(
      0,
      run.starts.findLastIndex((from) => from <= at),
    );
    return { node: run.nodes[index]!, offset: at - run.starts[index]! };
  };
  const last = place(end - 1);
  return [place(start), { node: last.node, offset: last.offset + 1 }];
}
