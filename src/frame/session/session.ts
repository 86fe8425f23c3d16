/**
 * Marking and explaining in one frame of a page, from start to stop: scan, mentions, marks, pointer and cards, put
 * together. Started by `frame.ts`, and by the bench, which hands in an environment of its own. The PDF viewer's
 * counterpart is `pages/pdf/names/session.ts`.
 */
import type { CardRequest } from '../../card/port.ts';
import { type PageMention, stands } from '../marks/mention.ts';
import { createMentions } from '../marks/mentions.ts';
import { createPageMarks, type MarksEnvironment } from '../marks/page-marks.ts';
import { rectsOf } from '../pointer/geometry.ts';
import { createHitTest } from '../pointer/hit-test.ts';
import { watchPointer } from '../pointer/pointer.ts';
import { bringIntoView, nearest, step } from '../pointer/walk.ts';
import { type Scan, type ScanEnvironment, type ScanTarget, startScan } from '../scan/scan.ts';
import { type CardSource, createCards } from './cards.ts';
import type { Names, Running, SessionSettings } from './life.ts';
import { passageAround } from './passage.ts';

export interface SessionEnvironment extends Names, ScanEnvironment, Pick<MarksEnvironment, 'needStyle' | 'changed'> {
  /** A scan that was begun for another target and is held; a new one if not given. */
  readonly scan?: Scan | undefined;
  readonly cards: CardSource;
}

/** How long a card stays where its mention was taken out, in milliseconds: pages write text anew that stays the same. */
const GONE = 700;

/** Starts at once. Everything ends, and every mark goes, with `stop`, or when the scan ends. */
export function startSession(environment: SessionEnvironment, first: SessionSettings): Running<PageMention> {
  const { recogniser, shadowRootOf, isAlive } = environment;
  let settings = first;
  let visited: PageMention | undefined;
  const cards = createCards<PageMention>(environment.cards, {
    settings: () => settings,
    counts: () => marks.counts(),
    shadowRootOf,
    placeOf(mention) {
      const follow = followed(mention);
      return { rects: () => follow().rects, node: () => follow().now.first.node, passage: passageAround(mention) };
    },
    goTo: (drug) => void goTo(marks.wanted().find((other) => other.drug === drug)),
  });
  const hitTest = createHitTest((element) => scan.rootOf(element));

  const mentions = createMentions(recogniser, {
    added: (mention) => marks.added(mention),
    removed: (mention) => marks.removed(mention),
  });
  const target: ScanTarget = {
    // find, take, left, textChanged and tidy.
    ...mentions,
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
  const marks = createPageMarks({ ...environment, mentions, marked: hitTest, goesOn }, settings, stopped);
  const pointer = watchPointer<PageMention>(
    {
      at(x, y, element) {
        goesOn();
        return hitTest.at(x, y, element);
      },
      through: hitTest.through,
      stands,
      open: (mention, opener) => void open(mention, opener),
      prepare: (mention) => void cards.prepare(mention),
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

  function open(mention: PageMention, opener: CardRequest['opener']): Promise<boolean> {
    visited = mention;
    return cards.open(mention, opener);
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
      cards.change();
    },
    stop: scan.stop,
  };
}
