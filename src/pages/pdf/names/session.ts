/**
 * The lens on one document of the viewer: reads all of its text, marks names where pages are drawn, opens cards, and
 * goes from name to name. Marking, pointing and cards are those of pages of the web.
 */

import type { CardRequest } from '../../../card/port.ts';
import { markStyle } from '../../../frame/marks/mark-style.ts';
import { chooseNames } from '../../../frame/marks/painter.ts';
import { watchPointer } from '../../../frame/pointer/pointer.ts';
import { bringIntoView, nearest, stepIn } from '../../../frame/pointer/walk.ts';
import { createCards } from '../../../frame/session/cards.ts';
import type { Names, Running, SessionSettings } from '../../../frame/session/life.ts';
import { passageAround } from '../../../frame/session/passage.ts';
import { shadowRootOf } from '../../../platform/shadow.ts';
import { countByDrug } from '../../../shared/mentions/summary.ts';
import { NO_RUN } from '../../../shared/pdf/fields.ts';
import { firstOfEach } from '../../../shared/policy/first-of-each.ts';
import { verdictOf } from '../../../shared/policy/verdict.ts';
import { wantsMention } from '../../../shared/policy/wanted.ts';
import { MARKS } from '../moments.ts';
import type { PDFDocumentProxy } from '../pdfjs.ts';
import { sayAbove } from '../says.ts';
import type { Viewer } from '../viewer.ts';
import { cardSource } from './cards.ts';
import { createDocumentNames, type DocumentMention, judgeOf, placesOf } from './document-names.ts';
import { createDrawnNames, type Fragment } from './drawn.ts';
import { readPages } from './read-pages.ts';

/** How long a page may take to be drawn where the reader wants to go, in milliseconds. */
const PATIENCE = 15_000;
/** Milliseconds until names of pages that are not drawn are counted in: choosing what to mark takes all names there are. */
const DRAW = 200;

/**
 * Starts at once. Everything ends, and every mark goes, with `stop`.
 *
 * @param onChange called when the mentions are others than before
 */
export function startNames(
  { bus, pages }: Viewer,
  shown: PDFDocumentProxy,
  { recogniser, traits }: Names,
  begin: SessionSettings,
  onChange: () => void,
): Running<DocumentMention> {
  const end = new AbortController();
  const { signal } = end;
  let settings = begin;
  let visited: DocumentMention | undefined;
  const names = createDocumentNames(recogniser);
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  const paint = chooseNames();
  const drawn = createDrawnNames(paint, layerOf, (drug) => verdictOf(traits.get(drug)));
  const cards = createCards<DocumentMention>(cardSource, {
    settings: () => settings,
    counts,
    shadowRootOf,
    placeOf(mention) {
      const { block, start, end, heading } = mention;
      const node = (): Node => drawn.fragments(mention)[0]?.first.node ?? pages.container;
      const words = passageAround({ run: block, start, end, first: { node: node() } });
      return { rects: () => drawn.rects(mention), node, passage: { ...words, heading } };
    },
    goTo: (drug) => void visit(mentions().find((other) => other.drug === drug)),
  });

  function layerOf(page: number): Element | undefined {
    return pages.viewer?.querySelector(`.page[data-page-number="${page}"] .textLayer`) ?? undefined;
  }

  function mentions(): readonly DocumentMention[] {
    return names.all().filter((mention) => wantsMention(mention, traits, settings));
  }

  function counts(): ReadonlyMap<string, number> {
    return countByDrug(mentions());
  }

  /** Those that the settings ask to mark: all, or the first of each name. */
  function marked(): ReadonlySet<DocumentMention> {
    const { quiet } = settings.marks;
    const inText = mentions().filter((mention) => !isInField(mention));
    return quiet === 'every' ? new Set(inText) : firstOfEach(inText, placesOf(inText, quiet));
  }

  /** What was last drawn on each page. */
  const painted = new Map<number, readonly DocumentMention[]>();

  /**
   * Marks a page, if it is drawn.
   *
   * @param again also where the names are those that were drawn: the page itself may be another
   */
  function draw(page: number, chosen = marked(), again = true): void {
    const here = names.of(page).filter((mention) => chosen.has(mention));
    const before = painted.get(page);
    const isSame = before?.length === here.length && here.every((mention, index) => mention === before[index]);
    if (isSame && !again) return;
    painted.set(page, here);
    drawn.draw(page, here);
  }

  function drawAll(again = true): void {
    const chosen = marked();
    for (const { id } of pages.getCachedPageViews()) draw(id, chosen, again);
  }

  let drawing: ReturnType<typeof setTimeout> | undefined;

  function drawSoon(): void {
    if (drawing) return;
    drawing = setTimeout(() => {
      drawing = undefined;
      if (!signal.aborted) drawAll(false);
    }, DRAW);
  }

  function restyle(): void {
    sheet.replaceSync(markStyle(settings.marks, paint));
  }

  let unread = shown.numPages;
  let hasText = false;
  const reading = readPages(
    shown,
    judgeOf(recogniser),
    (page, blocks) => {
      const changed = names.put(page, blocks);
      unread -= 1;
      hasText ||= blocks.length > 0;
      if (changed) {
        if (layerOf(page)) drawAll(false);
        else drawSoon();
        onChange();
      }
      if (unread > 0) return;
      performance.mark(MARKS.allRead);
      if (!hasText) sayAbove('pdfSaysPictures');
    },
    signal,
  );

  const onLayer = ({ pageNumber }: { pageNumber: number }): void => {
    reading.hurry(pageNumber);
    draw(pageNumber);
  };
  // The search writes into the text of one page, or of all; also into that of pages that are not drawn.
  const onFound = ({ pageIndex }: { pageIndex: number }): void => {
    if (pageIndex < 0) drawAll();
    else if (layerOf(pageIndex + 1)) draw(pageIndex + 1);
  };
  bus.on('textlayerrendered', onLayer, { signal });
  bus.on('updatetextlayermatches', onFound, { signal });
  const pointer = watchPointer<Fragment>(
    {
      at: drawn.at,
      through: drawn.through,
      stands: ({ first }) => first.node.isConnected,
      open: ({ mention }, opener) => void open(mention, opener),
      prepare: ({ mention }) => void cards.prepare(mention),
      leave: cards.leave,
      isOpen: cards.isOpen,
      opening: () => settings.opening,
    },
    signal,
  );
  signal.addEventListener('abort', () => {
    cards.destroy();
    drawn.clear();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  });
  restyle();
  pointer.listen();
  for (const { id } of pages.getCachedPageViews()) reading.hurry(id);

  function open(mention: DocumentMention, opener: CardRequest['opener']): Promise<boolean> {
    visited = mention;
    return cards.open(mention, opener);
  }

  /** Turns to the page, waits until it is drawn, and opens the card. */
  async function visit(mention: DocumentMention | undefined): Promise<boolean> {
    if (!mention) return false;
    if (drawn.fragments(mention).length === 0) {
      pages.scrollPageIntoView({ pageNumber: mention.page });
      await drawnPage(mention.page);
      if (signal.aborted) return false;
    }
    draw(mention.page);
    const [fragment] = drawn.fragments(mention);
    // What is not marked is shown all the same.
    if (!fragment) drawn.draw(mention.page, names.of(mention.page));
    const place = fragment ?? drawn.fragments(mention)[0];
    visited = mention;
    // In a field: its page is all there is to be shown.
    if (!place) return isInField(mention);
    bringIntoView(place);
    drawn.flash(mention);
    return open(mention, 'keyboard');
  }

  function drawnPage(page: number): Promise<void> {
    if (layerOf(page)?.querySelector('span')) return Promise.resolve();
    return new Promise((done) => {
      const end = { signal: AbortSignal.timeout(PATIENCE) };
      end.signal.addEventListener('abort', () => done());
      bus.on('textlayerrendered', ({ pageNumber }: { pageNumber: number }) => pageNumber === page && done(), end);
    });
  }

  return {
    mentions,
    counts,
    goTo: (index) => visit(mentions()[index]),
    step(by) {
      const list = mentions();
      const onPage = (): number => list.findIndex(({ page }) => page >= pages.currentPageNumber);
      return visit(stepIn(list, visited, by, onPage));
    },
    openNearest: () => visit(visited ?? nearest(drawn.all())?.mention ?? mentions()[0]),
    change(next) {
      const before = settings;
      settings = next;
      if (JSON.stringify(before.marks) !== JSON.stringify(next.marks)) {
        restyle();
        drawAll();
        onChange();
      }
      cards.change();
    },
    stop: () => end.abort(),
  };
}

const isInField = ({ pieces }: DocumentMention): boolean => pieces.some(({ run }) => run === NO_RUN);
