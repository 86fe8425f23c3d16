/** What a whole document names, page after page, whether a page is drawn or not. Knows nothing of the DOM. */

import { type Block, type Judge, type Piece, piecesOf } from '../../../shared/pdf/reading-text.ts';
import type { Analysis, Mention, Recogniser } from '../../../shared/recognise/types.ts';

/** A name in the document. Offsets of `Mention` are into `block.text`. */
export interface DocumentMention extends Mention {
  readonly block: Block;
  /** Of its first character, from 1. */
  readonly page: number;
  readonly pieces: readonly Piece[];
  /** The heading above it, or nothing. */
  readonly heading: string;
  /** How many headings the page has up to it, with the one that it is in. */
  readonly section: number;
  readonly isHeading: boolean;
}

export interface DocumentNames {
  /**
   * Takes the blocks of a page, each page once, in any order.
   *
   * @returns whether there are other mentions than before, on this page or on any
   */
  put(page: number, blocks: readonly Block[]): boolean;
  has(page: number): boolean;
  /** In reading order. */
  all(): readonly DocumentMention[];
  of(page: number): readonly DocumentMention[];
  /** How many characters were read. */
  readonly length: number;
}

/** A block, and what it holds. */
interface Read extends Pick<DocumentMention, 'block' | 'heading' | 'section' | 'isHeading'> {
  analysis: Analysis | undefined;
  mentions: readonly DocumentMention[];
}

/** A heading is larger than what follows, and no longer than this. */
const HEADING = { factor: 1.12, length: 160 };

/** What counts as a name for those who put cut words together. */
export function judgeOf(recogniser: Recogniser): Judge {
  return (text, from, to = from) =>
    recogniser.prefilter(text) < 0
      ? 0
      : recogniser.find(text).filter(({ start, end }) => start <= from && to <= end).length;
}

export function createDocumentNames(recogniser: Recogniser): DocumentNames {
  const state = recogniser.createPageState();
  const pages = new Map<number, readonly Read[]>();
  let ordered: readonly DocumentMention[] | undefined;
  let length = 0;

  function read(place: Pick<Read, 'block' | 'heading' | 'section' | 'isHeading'>): Read {
    const { block } = place;
    const holds = recogniser.prefilter(block.text) >= 0 || termFinder(block.text) >= 0;
    return { ...place, analysis: holds ? recogniser.analyse(block.text, state) : undefined, mentions: [] };
  }

  let termFinder: (text: string) => number = () => -1;

  /** Short names that came into force are looked for in all that was read. */
  function lookFor(terms: readonly string[]): void {
    termFinder = recogniser.termFinder(state.terms.keys());
    const finder = recogniser.termFinder(terms);
    for (const one of [...pages.values()].flat()) {
      if (finder(one.block.text) >= 0) one.analysis = recogniser.analyse(one.block.text, state);
    }
  }

  function settle(one: Read): void {
    const found = one.analysis ? recogniser.settle(one.analysis, state) : [];
    one.mentions = found.flatMap((mention) => {
      const same = one.mentions.find(
        ({ start, end, drug }) => start === mention.start && end === mention.end && drug === mention.drug,
      );
      if (same) return same;
      const pieces = piecesOf(one.block, mention.start, mention.end);
      const { block, heading, section, isHeading } = one;
      const place = { block, heading, section, isHeading };
      return pieces.length > 0 ? { ...mention, ...place, pieces, page: pieces[0]!.page } : [];
    });
  }

  return {
    put(page, blocks) {
      const before = state.drugs.size;
      let heading = '';
      let section = 0;
      const all: Read[] = [];
      for (const [index, block] of blocks.entries()) {
        length += block.text.length;
        const next = blocks[index + 1];
        const isShort = block.text.length <= HEADING.length;
        const isHeading = next !== undefined && isShort && block.size > next.size * HEADING.factor;
        if (isHeading) section += 1;
        all.push(read({ block, heading: isHeading ? '' : heading, section, isHeading }));
        if (isHeading) heading = block.text;
      }
      pages.set(page, all);
      ordered = undefined;
      const news = all.flatMap(({ analysis }) => (analysis ? recogniser.learn(state, analysis) : []));
      if (news.length > 0) lookFor(news);
      const first = before === 0 && state.drugs.size > 0;
      for (const one of news.length > 0 || first ? [...pages.values()].flat() : all) settle(one);
      return news.length > 0 || first || all.some(({ mentions }) => mentions.length > 0);
    },
    has: (page) => pages.has(page),
    all() {
      ordered ??= [...pages.keys()].sort((a, b) => a - b).flatMap((page) => mentionsOf(page));
      return ordered;
    },
    of: mentionsOf,
    get length() {
      return length;
    },
  };

  function mentionsOf(page: number): DocumentMention[] {
    return (pages.get(page) ?? []).flatMap(({ mentions }) => mentions);
  }
}
