/**
 * Marking and explaining in one document, from start to stop: scan, mentions, marks, pointer and cards, put together.
 *
 * Everything that is not of the document is handed in, so that pages of the extension itself can use it on text that they
 * show.
 */
import type { CardActions, CardOptions, CardRequest } from '../../card/port.ts';
import type { MarkChoice, PaintNames } from '../../shared/policy/marks.ts';
import type { Trait } from '../../shared/policy/wanted.ts';
import type { Recogniser } from '../../shared/recognise/types.ts';
import { type PageMention, stands } from '../marks/mention.ts';
import { createMentions, type Mentions } from '../marks/mentions.ts';
import { createPageMarks } from '../marks/page-marks.ts';
import { rectsOf } from '../pointer/geometry.ts';
import { createHitTest } from '../pointer/hit-test.ts';
import { type Opening, watchPointer } from '../pointer/pointer.ts';
import { bringIntoView, nearest, step } from '../pointer/walk.ts';
import type { ShadowRootOf } from '../scan/roots.ts';
import { type Scan, type ScanTarget, startScan } from '../scan/scan.ts';
import { type CardSource, createCards } from './cards.ts';
import { passageAround } from './passage.ts';

/** What the reader chose; see settings/schema. */
export interface SessionSettings {
  readonly marks: MarkChoice;
  /** Whether a text is no medicine on this site; see shared/policy/exceptions. */
  readonly excepted?: ((text: string) => boolean) | undefined;
  readonly opening: Opening & { readonly closeDelay: number };
  readonly card: Omit<CardOptions, 'closeDelay'>;
  /** Ids of the entries whose pairs are spoken of first. */
  readonly watched: readonly string[];
}

export interface SessionEnvironment {
  readonly recogniser: Recogniser;
  /** Of the recogniser's entries, by id. */
  readonly traits: ReadonlyMap<string, Trait>;
  /** A scan that was begun for another target and is held; a new one if not given. */
  readonly scan?: Scan | undefined;
  /** What is scanned by a new one; the whole document if not given. */
  readonly root?: Node;
  readonly shadowRootOf: ShadowRootOf;
  readonly isAlive: () => boolean;
  readonly cards: CardSource;
  /** Marks are about to be painted under these names: their style has to come. */
  needStyle(names: PaintNames): void;
  /** The mentions are others than before. */
  changed(): void;
  /** Remembers the reader's switch for professional detail. */
  setProfessional(on: boolean): void;
  /** What the reader may do about a mention from its card. */
  readonly actions: CardActions;
}

export interface Session {
  /** Mentions that the reader wants to know of, in document order. */
  mentions(): readonly PageMention[];
  /** How many there are of each drug. */
  counts(): ReadonlyMap<string, number>;
  /** Scrolls to a mention, by its place in the list, and opens its card. */
  goTo(index: number): Promise<boolean> | false;
  /** Walks from the mention last visited. */
  step(by: 1 | -1): Promise<boolean> | false;
  /** Opens the card of the mention last visited, or nearest to the middle of the viewport. */
  openNearest(): Promise<boolean> | false;
  /** Follows changed settings without scanning again. */
  change(settings: SessionSettings): void;
  stop(): void;
}

/** How long a card stays where its mention was taken out, in milliseconds: pages write text anew that stays the same. */
const GONE = 700;

/** Starts at once. Everything ends, and every mark goes, with `stop`, or when the scan ends. */
export function startSession(environment: SessionEnvironment, first: SessionSettings): Session {
  const { recogniser, traits, shadowRootOf, isAlive } = environment;
  let settings = first;
  let visited: PageMention | undefined;
  const cards = createCards(environment.cards);
  const hitTest = createHitTest((element) => scan.rootOf(element));

  const target: ScanTarget = {
    find: (text, from) => mentions.find(text, from),
    take: (node, offset, taken) => mentions.take(node, offset, taken),
    left: (node) => mentions.left(node),
    textChanged: (node) => mentions.textChanged(node),
    tidy: (changes) => mentions.tidy(changes),
    rewritten: listen,
    rested() {
      const terms = mentions.newTerms();
      if (terms) scan.again(terms);
      marks.assert();
      if (!marks.follow()) return;
      pointer.follow();
      environment.changed();
    },
  };
  // The dictionary is opened in a step of its own: it takes some milliseconds.
  const begin: ScanTarget = {
    ...target,
    take() {
      recogniser.open();
      scan.handOn(target);
    },
  };
  const scan = environment.scan ?? startScan(begin, environment);
  const { stopped } = scan;
  const marks = createPageMarks(
    {
      mentions: () => mentions,
      traits,
      marked: hitTest,
      needStyle: environment.needStyle,
      countedAnew: () => environment.changed(),
      goesOn,
    },
    settings,
    stopped,
  );
  const mentions: Mentions = createMentions(recogniser, marks);
  const pointer = watchPointer<PageMention>(
    {
      at(x, y, element) {
        goesOn();
        return hitTest.at(x, y, element);
      },
      through: hitTest.through,
      stands,
      open: (mention, opener) => void open(mention, opener),
      prepare: (mention) => void cards.prepare(drugs(), (knowledge) => requestFor(mention, knowledge, 'pointer')),
      leave: cards.leave,
      isOpen: cards.isOpen,
      opening: () => settings.opening,
    },
    stopped,
  );

  /** Ends everything when the extension is gone. */
  function goesOn(): boolean {
    if (!isAlive()) scan.stop();
    else scan.look();
    return isAlive();
  }

  function listen(): void {
    marks.listen();
    pointer.listen();
  }

  const drugs = (): string[] => [...marks.counts().keys()];
  const cardOptions = (): CardOptions => ({ ...settings.card, closeDelay: settings.opening.closeDelay });

  /** The mention, or the one of the same name that the page has put in its place. */
  function followed(first: PageMention): () => { now: PageMention; rects: readonly DOMRect[] } {
    let now = first;
    let rects = rectsOf(now);
    let lost = Number.POSITIVE_INFINITY;
    return () => {
      if (stands(now)) {
        rects = rectsOf(now);
        lost = Number.POSITIVE_INFINITY;
        return { now, rects };
      }
      lost = Math.min(lost, performance.now());
      const [box] = rects;
      const heir = box && hitTest.within(box).find(({ drug, text }) => drug === now.drug && text === now.text);
      if (heir) {
        if (visited === now) visited = heir;
        now = heir;
        rects = rectsOf(now);
      } else if (performance.now() - lost > GONE) rects = [];
      return { now, rects };
    };
  }

  function requestFor(
    mention: PageMention,
    knowledge: CardRequest['knowledge'],
    opener: CardRequest['opener'],
  ): CardRequest {
    const { drug, form, text } = mention;
    const follow = followed(mention);
    return {
      knowledge,
      mention: { drug, form, text },
      rects: () => follow().rects,
      passage: passageAround(mention),
      onPage: [...marks.counts()].map(([id, count]) => ({ drug: id, count })),
      watched: settings.watched,
      actions: environment.actions,
      goTo: (id) => void goTo(marks.wanted().find((other) => other.drug === id)),
      options: cardOptions(),
      opener,
      setProfessional: environment.setProfessional,
      get node() {
        return follow().now.first.node;
      },
      shadowRootOf,
    };
  }

  function open(mention: PageMention, opener: CardRequest['opener']): Promise<boolean> {
    visited = mention;
    return cards.open(drugs(), (knowledge) => requestFor(mention, knowledge, opener));
  }

  function goTo(mention: PageMention | undefined): Promise<boolean> | false {
    if (!mention) return false;
    bringIntoView(mention);
    marks.flash(mention);
    return open(mention, 'keyboard');
  }

  stopped.addEventListener('abort', () => {
    cards.destroy();
    mentions.clear();
  });
  listen();
  if (environment.scan) scan.handOn(begin);

  return {
    mentions: marks.wanted,
    counts: marks.counts,
    goTo: (index) => goTo(marks.wanted()[index]),
    step: (by) => goTo(step(marks.wanted(), visited, by)),
    openNearest: () => goTo(visited && stands(visited) ? visited : nearest(marks.wanted())),
    change(to) {
      const before = settings;
      settings = to;
      if (JSON.stringify(before.marks) !== JSON.stringify(to.marks)) {
        marks.change(to);
        environment.changed();
      }
      cards.change(cardOptions());
    },
    stop: scan.stop,
  };
}
