/**
 * Names on the pages that are drawn: ranges in PDF.js's text layer, which lies over the picture of a page. The layer
 * comes and goes, and the search writes into it: then the ranges are made anew.
 */

import type { PageMention } from '../../../frame/marks/mention.ts';
import { createPainter } from '../../../frame/marks/painter.ts';
import { rectsOf } from '../../../frame/pointer/geometry.ts';
import { createHitTest } from '../../../frame/pointer/hit-test.ts';
import { neighbours } from '../../../shared/groups.ts';
import type { Piece } from '../../../shared/pdf/reading-text.ts';
import type { PaintNames } from '../../../shared/policy/marks.ts';
import type { Verdict } from '../../../shared/policy/verdict.ts';
import type { DocumentMention } from './document-names.ts';

/** A part of a name that is drawn without a break: most are one. */
export interface Fragment extends PageMention {
  readonly mention: DocumentMention;
  /** What is marked: without the spaces between its strings, which are wider or narrower in the picture. */
  readonly words: readonly Range[];
}

/** One a string of the page, in order: not the groups around them, nor what the search puts into them. */
const STRINGS = 'span:not(.markedContent, .appended)';

/** @param layerOf the text layer of a page, if it is drawn */
export function createDrawnNames(
  paint: PaintNames,
  layerOf: (page: number) => Element | undefined,
  verdictOf: (drug: string) => Verdict,
) {
  const painter = createPainter(paint);
  const hitTest = createHitTest<Fragment>(() => undefined);
  const pages = new Map<number, readonly Fragment[]>();

  function erase(page: number): void {
    for (const fragment of pages.get(page) ?? []) {
      for (const word of fragment.words) painter.remove(word);
      hitTest.removed(fragment);
    }
    pages.delete(page);
  }

  const all = (): readonly Fragment[] => [...pages.values()].flat();
  const fragments = (mention: DocumentMention): readonly Fragment[] =>
    all().filter((fragment) => fragment.mention === mention);

  return {
    /** Marks these on a page, and no others, if it is drawn. */
    draw(page: number, mentions: readonly DocumentMention[]): void {
      erase(page);
      // Pages that were drawn once and are no longer.
      for (const [other, names] of pages) if (names.some(({ first }) => !first.node.isConnected)) erase(other);
      const layer = layerOf(page);
      if (!layer || mentions.length === 0) return;
      const spans = [...layer.querySelectorAll(STRINGS)];
      const made = mentions.flatMap((mention) => fragmentsOf(mention, page, spans));
      for (const fragment of made) {
        for (const word of fragment.words) painter.add(word, verdictOf(fragment.drug));
        hitTest.added(fragment);
      }
      pages.set(page, made);
    },
    /** Forgets all. */
    clear(): void {
      for (const page of pages.keys()) erase(page);
      painter.clear();
    },
    fragments,
    all,
    rects: (mention: DocumentMention): readonly DOMRect[] => fragments(mention).flatMap(rectsOf),
    at: hitTest.at,
    through: hitTest.through,
    flash(mention: DocumentMention): void {
      const [fragment] = fragments(mention);
      if (fragment) painter.flash(fragment.range);
    },
  };
}

/** Pieces in groups that no other text stands between, in the order of the layer: right-to-left text lies in it as drawn. */
function unbroken(pieces: readonly Piece[], spans: readonly Element[]): Piece[][] {
  const drawn = pieces.toSorted((a, b) => a.run - b.run);
  return neighbours(drawn, (last, piece) => !/[\p{L}\p{N}]/u.test(textBetween(last, piece, spans)));
}

/** Those of a name on a page; none where the layer does not hold what was read. */
function fragmentsOf(mention: DocumentMention, page: number, spans: readonly Element[]): Fragment[] {
  const here = mention.pieces.filter((piece) => piece.page === page);
  return unbroken(here, spans).flatMap((pieces) => {
    const place = placeOf(pieces, spans);
    if (!place) return [];
    const nodes = textNodes(pieces.flatMap(({ run }) => spans[run] ?? []));
    const run = { text: mention.block.text, nodes, starts: [], ends: [] };
    const words = wordsOf(pieces, spans).flatMap((word) => placeOf(word, spans)?.range ?? []);
    return { ...mention, mention, run, ...place, words };
  });
}

function placeOf(pieces: readonly Piece[], spans: readonly Element[]) {
  const [begin, end] = [pieces[0]!, pieces.at(-1)!];
  const first = pointIn(spans[begin.run], begin.start + 1);
  const last = pointIn(spans[end.run], end.end);
  if (!first || !last) return undefined;
  first.offset -= 1;
  const range = document.createRange();
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset);
  return { first, last, range };
}

/** The pieces in groups, parted where spaces are, and without these. Spaces between words can be strings of their own. */
function wordsOf(pieces: readonly Piece[], spans: readonly Element[]): Piece[][] {
  const trimmed = pieces.flatMap((piece) => {
    const text = textOf(spans[piece.run]).slice(piece.start, piece.end);
    const start = piece.end - text.trimStart().length;
    const end = piece.start + text.trimEnd().length;
    return start < end ? { ...piece, start, end } : [];
  });
  return neighbours(trimmed, (last, piece) => !/\s/.test(textBetween(last, piece, spans)));
}

/** What the layer has between two pieces. */
function textBetween(a: Piece, b: Piece, spans: readonly Element[]): string {
  if (a.run === b.run) return textOf(spans[a.run]).slice(a.end, b.start);
  const whole = spans.slice(a.run + 1, b.run).map(textOf);
  return [textOf(spans[a.run]).slice(a.end), ...whole, textOf(spans[b.run]).slice(0, b.start)].join('');
}

const textOf = (element: Element | undefined): string => element?.textContent ?? '';

function textNodes(elements: readonly Element[]): Text[] {
  return elements.flatMap((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node as Text);
    return nodes;
  });
}

/** The place after so many characters of an element's text, in the text node that holds the last of them. */
function pointIn(element: Element | undefined, count: number): { node: Text; offset: number } | undefined {
  let left = count;
  for (const node of element ? textNodes([element]) : []) {
    if (left <= node.length) return { node, offset: left };
    left -= node.length;
  }
  return undefined;
}
