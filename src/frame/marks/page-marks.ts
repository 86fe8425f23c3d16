/**
 * The marks of one frame: chooses, of its mentions, those that the reader wants to see, and has them painted once they
 * were in view.
 */
import { listen } from '../../dom/read.ts';
import { countByDrug } from '../../shared/mentions/summary.ts';
import { firstOfEach } from '../../shared/policy/first-of-each.ts';
import type { MarkChoice, PaintNames } from '../../shared/policy/marks.ts';
import { verdictOf } from '../../shared/policy/verdict.ts';
import { type MarkSettings, type Trait, wantsDrug, wantsMention } from '../../shared/policy/wanted.ts';
import { around } from '../pointer/near.ts';
import { createCounted, MOST_COUNTED } from './counted.ts';
import { type PageMention, stands } from './mention.ts';
import type { MentionEvents, Mentions } from './mentions.ts';
import { chooseNames, createPainter, type Mark } from './painter.ts';
import { placesOf } from './places.ts';
import { watchSight } from './sight.ts';

export interface MarksEnvironment {
  readonly mentions: Pick<Mentions, 'all' | 'counts'>;
  readonly traits: ReadonlyMap<string, Trait>;
  /** Told of every mention that is marked, seen or not, and of its end. */
  readonly marked: MentionEvents;
  /** The mentions that count are others than before: the page changed, or they came into view, or went for good. */
  changed(): void;
  /** Marks are about to be painted under these names, in the look of the present settings. */
  needStyle(names: PaintNames): void;
  /** False when the extension that this script belongs to is gone; asked as long as there are marks. */
  goesOn(): boolean;
}

/** How often marks are looked after while there are any, in milliseconds. */
const CARE = 1_000;
/**
 * As many marks at a time. Browsers look at every registered range before each frame in which the page changed: tens of
 * thousands would make it crawl.
 */
const MANY = 1_000;
/** Milliseconds until marks follow the viewport. */
const REMARK = 250;

/** Choosing anew takes no more than this part of the time: one of so many. */
const SHARE = 50;

export function createPageMarks(environment: MarksEnvironment, first: MarkSettings, signal: AbortSignal) {
  const { mentions, traits, marked } = environment;
  let { marks: choice, excepted } = first;
  let names = chooseNames();
  let styled = false;
  const painter = createPainter(names);
  const chosen = new Set<PageMention>();
  /** Mentions came or went since marks last followed them. */
  let stale = false;
  /** There are more mentions than are marked at a time. */
  let crowded = false;
  /** When marks were last chosen anew, by `performance.now()`, and how long that took. */
  let remarked = Number.NEGATIVE_INFINITY;
  let cost = 0;
  let remarking: ReturnType<typeof setTimeout> | undefined;
  let care: ReturnType<typeof setInterval> | undefined;
  const sight = watchSight((mention) => painter.add(...markOf(mention)), signal);
  // The first of each name may be another then, and what was told of their number no longer holds.
  const counted = createCounted(sight.wasSeen, () => {
    remarkSoon(false);
    environment.changed();
  });
  const markOf = ({ range, drug }: PageMention): Mark => [range, verdictOf(traits.get(drug))];

  function take(mention: PageMention): void {
    chosen.add(mention);
    marked.added(mention);
    if (sight.wasSeen(mention)) painter.add(...markOf(mention));
    else sight.await(mention);
  }

  function drop(mention: PageMention): void {
    chosen.delete(mention);
    marked.removed(mention);
    sight.forget(mention);
  }

  /** Has the style that marks need, and looks after them, while there are any. */
  function provide(): void {
    if (chosen.size === 0 && counted.hidden() === 0) {
      clearInterval(care);
      care = undefined;
      return;
    }
    if (!styled && chosen.size > 0) {
      environment.needStyle(names);
      styled = true;
    }
    care ??= setInterval(() => {
      if (!environment.goesOn()) return;
      painter.assert();
      sight.look();
      // What was hidden may be seen by now.
      if (counted.hidden() > 0) list();
    }, CARE);
  }

  const isWanted = (mention: PageMention): boolean => wantsMention(mention, traits, { marks: choice, excepted });

  /** Without those that nobody can see. */
  const list = (): readonly PageMention[] => counted.of(mentions.all().filter(isWanted));

  /** How many there are of each drug. */
  function counts(): ReadonlyMap<string, number> {
    const all = mentions.counts();
    const number = [...all.values()].reduce((sum, count) => sum + count, 0);
    if (!excepted && number > MOST_COUNTED)
      return new Map([...all].filter(([drug]) => wantsDrug(drug, traits, choice)));
    return countByDrug(list());
  }

  /** Marks exactly what the settings ask for, or of very many what is near. */
  function remark(): void {
    const begin = performance.now();
    const all = mentions.all().filter((mention) => isWanted(mention) && !counted.isHidden(mention));
    const wanted = choice.quiet === 'every' ? all : [...firstOfEach(all, placesOf(all, choice.quiet))];
    const next = new Set(wanted.length > MANY ? around(wanted, MANY) : wanted);
    crowded = wanted.length > MANY;
    const gone = [...chosen].filter((mention) => !next.has(mention));
    gone.forEach(drop);
    if (gone.length > 0) paintSeen();
    for (const mention of next) if (!chosen.has(mention)) take(mention);
    provide();
    remarked = performance.now();
    cost = remarked - begin;
  }

  function paintSeen(): void {
    painter.only([...chosen].filter(sight.wasSeen).map(markOf));
  }

  /** @param last waits until nothing has called for a while */
  function remarkSoon(last: boolean): void {
    if (last) {
      clearTimeout(remarking);
      remarking = undefined;
    }
    remarking ??= setTimeout(() => {
      remarking = undefined;
      remark();
    }, REMARK);
  }
  const onScroll = (): void => {
    if (crowded) remarkSoon(false);
  };
  /** On paper there is no view. */
  const onPrint = ({ isTrusted }: Event): void => {
    if (isTrusted && choice.inPrint) for (const mention of chosen) painter.add(...markOf(mention));
  };

  signal.addEventListener('abort', () => {
    clearTimeout(remarking);
    clearInterval(care);
    painter.clear();
  });

  return {
    added(mention: PageMention): void {
      stale = true;
      if (choice.quiet !== 'every' || !isWanted(mention)) return;
      if (chosen.size >= MANY) crowded = true;
      else {
        take(mention);
        provide();
      }
    },
    removed(mention: PageMention): void {
      stale = true;
      if (!chosen.has(mention)) return;
      drop(mention);
      painter.remove(mention.range);
      provide();
    },
    /** Mentions that the reader wants to know of, in document order. */
    wanted: (): readonly PageMention[] => list().filter(stands),
    counts,
    flash: (mention: PageMention): void => painter.flash(mention.range),
    change({ marks: to, excepted: without }: MarkSettings): void {
      const look = ({ style, color, inPrint }: MarkChoice): string => [style, color, inPrint].join();
      if (look(to) !== look(choice)) {
        // Rules that were inserted stay: a new look takes new names.
        names = chooseNames();
        styled = false;
        painter.rename(names);
      }
      choice = to;
      excepted = without;
      remark();
    },
    /** Follows what the scan has found; true when that is other than before. */
    follow(): boolean {
      if (!stale) return false;
      stale = false;
      if (crowded) remarkSoon(true);
      // While a large page is scanned, the first of each is not looked for again after every few milliseconds.
      else if (choice.quiet !== 'every' && performance.now() - remarked < cost * SHARE) remarkSoon(false);
      else if (choice.quiet !== 'every') remark();
      return true;
    },
    assert: painter.assert,
    /** Begins to listen to the page, also again. */
    listen(): void {
      listen(window, 'scroll', onScroll, { capture: true, passive: true, signal });
      listen(window, 'beforeprint', onPrint, { signal });
      listen(window, 'afterprint', paintSeen, { signal });
      sight.listen();
    },
  };
}
