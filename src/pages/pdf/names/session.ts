/**
 * The lens on one document of the viewer: reads all of its text, marks names where pages are drawn, opens cards, and
 * goes from name to name. Marking, pointing and cards are those of pages of the web.
 */

import { markStyle } from '../../../frame/marks/mark-style.ts';
import { chooseNames } from '../../../frame/marks/painter.ts';
import { watchPointer } from '../../../frame/pointer/pointer.ts';
import { bringIntoView, nearest } from '../../../frame/pointer/walk.ts';
import type { PageSettings } from '../../../settings/page-settings.ts';
import { NO_RUN } from '../../../shared/pdf/fields.ts';
import { verdictOf } from '../../../shared/policy/verdict.ts';
import { type Trait, wantsDrug } from '../../../shared/policy/wanted.ts';
import type { Recogniser } from '../../../shared/recognise/types.ts';
import type { PDFDocumentProxy } from '../pdfjs.ts';
import type { Viewer } from '../viewer.ts';
import { createCards } from './cards.ts';
import { createDocumentNames, type DocumentMention, judgeOf } from './document-names.ts';
import { createDrawnNames, type Fragment } from './drawn.ts';
import { readPages } from './read-pages.ts';

/** What the lens of a document needs to know. */
export interface NamesEnvironment {
  readonly viewer: Viewer;
  readonly document: PDFDocumentProxy;
  readonly recogniser: Recogniser;
  readonly traits: ReadonlyMap<string, Trait>;
  /** The mentions are others than before. */
  changed(): void;
  /** All pages were read: whether there is text at all. */
  finished(hasText: boolean): void;
}

export interface Names {
  /** Mentions that the reader wants to know of, in reading order. */
  mentions(): readonly DocumentMention[];
  counts(): ReadonlyMap<string, number>;
  goTo(index: number): Promise<boolean>;
  step(by: 1 | -1): Promise<boolean>;
  openNearest(): Promise<boolean>;
  change(settings: PageSettings): void;
}

/** How long a page may take to be drawn where the reader wants to go, in milliseconds. */
const PATIENCE = 15_000;
/** Milliseconds until names of pages that are not drawn are counted in: choosing what to mark takes all names there are. */
const DRAW = 200;

/** Starts at once. Everything ends, and every mark goes, when the signal aborts. */
export function startNames(environment: NamesEnvironment, begin: PageSettings, signal: AbortSignal): Names {
  const { viewer, document: shown, recogniser, traits } = environment;
  const { bus, pages } = viewer;
  let settings = begin;
  let visited: DocumentMention | undefined;
  const names = createDocumentNames(recogniser);
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  const paint = chooseNames();
  const drawn = createDrawnNames(paint, layerOf, (drug) => verdictOf(traits.get(drug)));
  const cards = createCards({
    settings: () => settings,
    counts,
    rects: drawn.rects,
    nodeOf: (mention) => drawn.fragments(mention)[0]?.first.node ?? pages.container,
    goTo: (drug) => void visit(mentions().find((other) => other.drug === drug)),
  });

  function layerOf(page: number): Element | undefined {
    return pages.viewer?.querySelector(`.page[data-page-number="${page}"] .textLayer`) ?? undefined;
  }

  function mentions(): readonly DocumentMention[] {
    return names.all().filter(({ drug }) => wantsDrug(drug, traits, settings.marks));
  }

  function counts(): ReadonlyMap<string, number> {
    const sums = new Map<string, number>();
    for (const { drug } of mentions()) sums.set(drug, (sums.get(drug) ?? 0) + 1);
    return sums;
  }

  /**
   * Those that the settings ask to mark: all, or the first of each name in the document, or below a heading and on each page:
   * headings in the size of the text are not known for what they are, and would leave all pages after the first unmarked.
   */
  function marked(): ReadonlySet<DocumentMention> {
    const { quiet } = settings.marks;
    const wanted = mentions();
    if (quiet === 'every') return new Set(wanted);
    const seen = new Set<string>();
    return new Set(
      wanted.filter(({ drug, form, heading, page, pieces }) => {
        if (pieces.some(({ run }) => run === NO_RUN)) return false;
        const key = `${quiet === 'first-per-section' ? `${page}\n${heading}` : ''}\n${drug}\n${form}`;
        return !seen.has(key) && seen.add(key);
      }),
    );
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
  const reading = readPages(
    shown,
    judgeOf(recogniser),
    (page, blocks) => {
      const changed = names.put(page, blocks);
      unread -= 1;
      if (changed) {
        if (layerOf(page)) drawAll(false);
        else drawSoon();
        environment.changed();
      }
      if (unread === 0) environment.finished(names.length > 0);
    },
    signal,
  );

  const onLayer = ({ pageNumber }: { pageNumber: number }): void => {
    reading.hurry(pageNumber);
    draw(pageNumber);
  };
  // The search writes into the text of one page, or of all.
  const onFound = ({ pageIndex }: { pageIndex: number }): void => (pageIndex < 0 ? drawAll() : draw(pageIndex + 1));
  bus.on('textlayerrendered', onLayer);
  bus.on('updatetextlayermatches', onFound);
  const pointer = watchPointer<Fragment>(
    {
      at: drawn.at,
      through: drawn.through,
      stands: ({ first }) => first.node.isConnected,
      open: (fragment, opener) => void open(drawn.mentionOf(fragment), opener),
      prepare: (fragment) => {
        const mention = drawn.mentionOf(fragment);
        if (mention) void cards.prepare(mention);
      },
      leave: cards.leave,
      isOpen: cards.isOpen,
      opening: () => settings.opening,
    },
    signal,
  );
  signal.addEventListener('abort', () => {
    bus.off('textlayerrendered', onLayer);
    bus.off('updatetextlayermatches', onFound);
    cards.destroy();
    drawn.clear();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  });
  restyle();
  pointer.listen();
  for (const { id } of pages.getCachedPageViews()) reading.hurry(id);

  async function open(
    mention: DocumentMention | undefined,
    opener: 'pointer' | 'tap' | 'click' | 'keyboard',
  ): Promise<boolean> {
    if (!mention) return false;
    visited = mention;
    return cards.open(mention, opener);
  }

  /** Turns to the page, waits until it is drawn, and opens the card. */
  async function visit(mention: DocumentMention | undefined): Promise<boolean> {
    if (!mention) return false;
    if (drawn.fragments(mention).length === 0) {
      pages.scrollPageIntoView({ pageNumber: mention.page });
      await drawnPage(mention.page);
    }
    draw(mention.page);
    const [fragment] = drawn.fragments(mention);
    // What is not marked is shown all the same.
    if (!fragment) drawn.draw(mention.page, names.of(mention.page));
    const place = fragment ?? drawn.fragments(mention)[0];
    visited = mention;
    // In a field: its page is all there is to be shown.
    if (!place) return mention.pieces.some(({ run }) => run === NO_RUN);
    bringIntoView(place);
    drawn.flash(mention);
    return open(mention, 'keyboard');
  }

  function drawnPage(page: number): Promise<void> {
    if (layerOf(page)?.querySelector('span')) return Promise.resolve();
    return new Promise((done) => {
      const stop = new AbortController();
      const end = (): void => {
        stop.abort();
        done();
      };
      bus.on('textlayerrendered', ({ pageNumber }: { pageNumber: number }) => pageNumber === page && end(), stop);
      setTimeout(end, PATIENCE);
    });
  }

  return {
    mentions,
    counts,
    goTo: (index) => visit(mentions()[index]),
    step(by) {
      const list = mentions();
      const at = visited ? list.indexOf(visited) : -1;
      if (at >= 0) return visit(list[(at + by + list.length) % list.length]);
      const here = list.findIndex(({ page }) => page >= pages.currentPageNumber);
      return visit(by > 0 ? list[Math.max(0, here)] : list.at(here - 1));
    },
    openNearest() {
      const near = nearest(drawn.all());
      return visit(visited ?? (near ? drawn.mentionOf(near) : mentions()[0]));
    },
    change(next) {
      const before = settings;
      settings = next;
      if (JSON.stringify(before.marks) !== JSON.stringify(next.marks)) {
        restyle();
        drawAll();
        environment.changed();
      }
      cards.change();
    },
  };
}
