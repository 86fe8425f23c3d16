/** What a whole document names, page after page, whether a page is drawn or not. Knows nothing of the DOM. */

import { type Block, type Judge, type Piece, piecesOf } from '../../../shared/pdf/reading-text.ts';
import type { Places } from '../../../shared/policy/first-of-each.ts';
import type { Recogniser } from '../../../shared/recognise/recogniser.ts';
import type { Analysis, Mention } from '../../../shared/recognise/types.ts';

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

/** A block with its surroundings, and what it holds. */
interface Read {
  readonly place: Pick<DocumentMention, 'block' | 'heading' | 'section' | 'isHeading'>;
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

export function createDocumentNames(recogniser: Recogniser) {
  const state = recogniser.createPageState();
  const pages = new Map<number, readonly Read[]>();
  let termFinder: (text: string) => number = () => -1;

  function read(place: Read['place']): Read {
    const { text } = place.block;
    const holds = recogniser.prefilter(text) >= 0 || termFinder(text) >= 0;
    return { place, analysis: holds ? recogniser.analyse(text, state) : undefined, mentions: [] };
  }

  /** Short names that came into force are looked for in all that was read. */
  function lookFor(terms: readonly string[]): void {
    termFinder = recogniser.termFinder(state.terms.keys());
    const finder = recogniser.termFinder(terms);
    for (const one of [...pages.values()].flat()) {
      const { text } = one.place.block;
      if (finder(text) >= 0) one.analysis = recogniser.analyse(text, state);
    }
  }

  function settle(one: Read): void {
    const found = one.analysis ? recogniser.settle(one.analysis, state) : [];
    one.mentions = found.flatMap((mention) => {
      const same = one.mentions.find(
        ({ start, end, drug }) => start === mention.start && end === mention.end && drug === mention.drug,
      );
      if (same) return same;
      const pieces = piecesOf(one.place.block, mention.start, mention.end);
      return pieces[0] ? { ...mention, ...one.place, pieces, page: pieces[0].page } : [];
    });
  }

  function mentionsOf(page: number): readonly DocumentMention[] {
    return (pages.get(page) ?? []).flatMap(({ mentions }) => mentions);
  }

  return {
    /**
     * Takes the blocks of a page, each page once, in any order.
     *
     * @returns whether there are other mentions than before, on this page or on any
     */
    put(page: number, blocks: readonly Block[]): boolean {
      const before = state.drugs.size;
      let heading = '';
      let section = 0;
      const all: Read[] = [];
      for (const [index, block] of blocks.entries()) {
        const next = blocks[index + 1];
        const isShort = block.text.length <= HEADING.length;
        const isHeading = next !== undefined && isShort && block.size > next.size * HEADING.factor;
        if (isHeading) section += 1;
        all.push(read({ block, heading: isHeading ? '' : heading, section, isHeading }));
        if (isHeading) heading = block.text;
      }
      pages.set(page, all);
      const news = all.flatMap(({ analysis }) => (analysis ? recogniser.learn(state, analysis) : []));
      if (news.length > 0) lookFor(news);
      const first = before === 0 && state.drugs.size > 0;
      for (const one of news.length > 0 || first ? [...pages.values()].flat() : all) settle(one);
      return news.length > 0 || first || all.some(({ mentions }) => mentions.length > 0);
    },
    /** In reading order. */
    all: () => [...pages.keys()].sort((a, b) => a - b).flatMap(mentionsOf),
    of: mentionsOf,
  };
}

/**
 * Where names stand, for the choice of those that are marked. A section begins with a heading and with each page: headings
 * in the size of the text are not known for what they are, and would leave all pages after the first unmarked.
 *
 * @param mentions in reading order
 */
export function placesOf(
  mentions: readonly DocumentMention[],
  per: 'first-per-section' | 'first-per-page',
): Places<DocumentMention> {
  const begins = mentions.flatMap(({ page, section }, index) => {
    const before = mentions[index - 1];
    return before?.page === page && before.section === section ? [] : index;
  });
  return {
    begins: new Set(per === 'first-per-section' ? begins : []),
    isAround: () => false,
    isInHeading: ({ isHeading }) => isHeading,
  };
}
