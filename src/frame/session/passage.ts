/**
 * Reads the passage around a mention, by which the card sees what the medicine is used for there: its paragraph, a
 * list's introduction, the heads of row and column, the heading, the title.
 */

import {
  closest,
  documentElement,
  find,
  firstElementChild,
  matches,
  parentElement,
  parentNode,
  previousElement,
  previousSibling,
  textWalker,
  title,
} from '../../dom/read.ts';
import { HEADING } from '../../shared/elements.ts';
import { abbreviationsOf, introductionsFor } from '../../shared/passage/abbreviations.ts';
import type { Passage } from '../../shared/passage/types.ts';

/** A mention in the text of its block. Offsets are into `run.text`. */
export interface Placed {
  readonly start: number;
  readonly end: number;
  readonly run: { readonly text: string };
  readonly first: { readonly node: Node };
}

/** Characters of a block on either side of a mention that count as its paragraph. */
const PARAGRAPH = 1_500;
/** Characters of a heading, head of a table or introduction. */
const LINE = 200;
/** Nodes that are looked at on the way to the heading above, and in it; cells of a row. */
const STEPS = 400;

/** Reads the page at the mention; changes nothing. */
export function passageAround({ run, start, end, first }: Placed): Passage {
  const from = Math.max(0, start - PARAGRAPH);
  const element = first.node instanceof Element ? first.node : parentElement(first.node);
  const cell = element && (closest(element, 'td,th') as HTMLTableCellElement | null);
  const item = element && closest(element, 'li');
  const text = run.text.slice(from, end + PARAGRAPH);
  return {
    text,
    start: start - from,
    intro: item ? introOf(item) : '',
    rowHead: cell ? rowHeadOf(cell) : '',
    columnHead: cell ? columnHeadOf(cell) : '',
    heading: headingAbove(first.node),
    title: title(document).slice(0, 300),
    introductions: introductionsBefore(first.node, abbreviationsOf(text)),
  };
}

/** What stands right before a list: "Two medicines are licensed:". */
function introOf(item: Element): string {
  const list = closest(item, 'ul,ol');
  const before = list && previousElement(list);
  if (before && !matches(before, HEADING) && !matches(before, 'ul,ol,table,figure')) return textOf(before);
  // Text in the same block, or in the item that holds an inner list.
  const text = list && previousSibling(list);
  return (text instanceof Text ? text.data : '').trim().replace(/\s+/g, ' ').slice(-LINE);
}

/** The head of the row, or its first cell where it has none. */
function rowHeadOf(cell: HTMLTableCellElement): string {
  const row = parentElement(cell) as HTMLTableRowElement | null;
  const head = row && (find(row, 'th') ?? row.cells?.[0]);
  return head && head !== cell ? textOf(head) : '';
}

/** The head of the column: the cell of the table's first row at the same place. Cells that span several are counted so. */
function columnHeadOf(cell: HTMLTableCellElement): string {
  const rows = (closest(cell, 'table') as HTMLTableElement | null)?.rows;
  const row = parentElement(cell);
  if (!rows || !row || rows[0] === row) return '';
  const column = placeOf(cell);
  const heads = [...(rows[0]?.cells ?? [])].slice(0, STEPS);
  const head = heads.find((one) => placeOf(one) <= column && column < placeOf(one) + one.colSpan);
  return head ? textOf(head) : '';
}

function placeOf(cell: HTMLTableCellElement): number {
  let place = 0;
  let at = previousElement(cell);
  for (let step = 0; at && step < STEPS; step++, at = previousElement(at)) {
    place += (at as HTMLTableCellElement).colSpan || 1;
  }
  return place;
}

/** The nearest heading before a node whose section the node is in; empty where there is none. */
function headingAbove(node: Node): string {
  let steps = 0;
  const top = documentElement(document);
  for (let at: Node | null = node; at && at !== top && steps < STEPS; at = parentNode(at), steps++) {
    if (at instanceof Element && matches(at, HEADING)) return '';
    for (let before = previousSibling(at); before && steps < STEPS; before = previousSibling(before), steps++) {
      if (!(before instanceof Element)) continue;
      if (matches(before, HEADING)) return textOf(before);
      // Wikipedia and others wrap a heading in a box of its own.
      const only = firstElementChild(before);
      if (only && matches(only, HEADING) && !find(before, 'p,li')) return textOf(only);
    }
  }
  return '';
}

/** Text nodes and characters before a mention in which abbreviations are looked for. */
const NODES = 3_000;
const BEFORE = 100_000;

/** Where the page before a node introduces abbreviations: "persistent genital arousal disorder (PGAD)". */
function introductionsBefore(node: Node, abbreviations: readonly string[]): string {
  const top = documentElement(document);
  return top && abbreviations.length > 0 ? introductionsFor(abbreviations, textIn(top, NODES, BEFORE, node)) : '';
}

/** The beginning of an element's text. */
const textOf = (element: Element): string => textIn(element, STEPS, 2 * LINE).slice(0, LINE);

/** About so many nodes and characters of an element's text, those before `end`. */
function textIn(element: Element, most: number, length: number, end?: Node): string {
  const walker = textWalker(element);
  let text = '';
  for (let nodes = 0; nodes < most && text.length < length; nodes++) {
    const node = walker.nextNode() as Text | null;
    if (!node || node === end) break;
    const parent = parentElement(node);
    if (!parent || !matches(parent, 'script,style,noscript')) text += node.substringData(0, length);
  }
  return text.trim().replace(/\s+/g, ' ');
}
