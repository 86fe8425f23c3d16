/** The lens of one frame: finds mentions, keeps up with the page, and marks what the reader wants to see. */

import type { MarkChoice } from '../../shared/policy/marks.ts';
import type { Recogniser } from '../../shared/recognise/types.ts';
import { firstOfEach, type Trait, wantsDrug } from '../marks/choice.ts';
import { markStyle } from '../marks/mark-style.ts';
import { createPainter } from '../marks/painter.ts';
import { createRegistry, type PageMention, stands } from '../marks/registry.ts';
import { createHitTest, type HitTest } from '../pointer/hit-test.ts';
import { around } from '../pointer/near.ts';
import { type Reading, readPage } from '../scan/reading.ts';
import type { ShadowRootOf } from '../scan/roots.ts';
import { runAround, type TextRun } from '../scan/text-run.ts';

/** What the lens needs from outside the page. */
export interface LensEnvironment {
  readonly recogniser: Recogniser;
  readonly traits: ReadonlyMap<string, Trait>;
  readonly shadowRootOf: ShadowRootOf;
  /** Marks of the present settings are about to be painted for the first time. */
  needStyle(): void;
  /** The mentions are others than before. */
  changed(): void;
  /** False when the extension that this script belongs to is gone. */
  isAlive(): boolean;
}

export interface Lens {
  /** Mentions that the reader wants to know of, in document order. */
  mentions(): readonly PageMention[];
  /** How many there are of each drug. */
  counts(): ReadonlyMap<string, number>;
  readonly hitTest: HitTest;
  flash(mention: PageMention): void;
  /** Applies changed settings without reading again. */
  update(marks: MarkChoice): void;
}

/** How often marks are looked after while there are any, in milliseconds. */
const CARE = 3_000;
/**
 * As many marks at a time. Browsers look at every registered range before each frame in which the page changed: tens of
 * thousands would make it crawl.
 */
const MANY = 1_000;
/** Milliseconds until marks follow the viewport. */
const REMARK = 250;

/** Starts reading at once. Everything ends, and every mark goes, when the signal aborts. */
export function startLens(env: LensEnvironment, settings: MarkChoice, stop: AbortController): Lens {
  const { recogniser, traits } = env;
  const { signal } = stop;
  let marks = settings;
  let style = markStyle(marks);
  let styled = '';
  const painter = createPainter(style.name, style.flash);
  const hitTest = createHitTest((element) => reading?.rootOf(element));
  const marked = new Set<PageMention>();
  let changed = false;
  /** There are more mentions than are marked at a time. */
  let crowded = false;
  let remarking: ReturnType<typeof setTimeout> | undefined;
  let care: ReturnType<typeof setInterval> | undefined;

  const registry = createRegistry(recogniser, {
    added(mention) {
      changed = true;
      if (marks.quiet !== 'every' || !wantsDrug(mention.drug, traits, marks)) return;
      if (marked.size < MANY) mark(mention);
      else crowded = true;
    },
    removed(mention) {
      changed = true;
      unmark(mention);
    },
  });

  function mark(mention: PageMention): void {
    if (marked.has(mention)) return;
    takeIn(mention);
    painter.add(mention.range);
    attend();
  }

  function unmark(mention: PageMention): void {
    if (!marked.has(mention)) return;
    leaveOut(mention);
    painter.remove(mention.range);
    attend();
  }

  function takeIn(mention: PageMention): void {
    marked.add(mention);
    hitTest.add(mention);
  }

  function leaveOut(mention: PageMention): void {
    marked.delete(mention);
    hitTest.remove(mention);
  }

  /** Has the style that marks need, and looks after them, while there are any. */
  function attend(): void {
    if (marked.size === 0) {
      clearInterval(care);
      care = undefined;
      return;
    }
    if (styled !== style.name) {
      styled = style.name;
      env.needStyle();
    }
    care ??= setInterval(lookAfter, CARE);
  }

  function lookAfter(): void {
    if (!env.isAlive() || painter.isReplaced()) stop.abort();
    else painter.assert();
  }

  function wanted(): readonly PageMention[] {
    const drugs = counts();
    const all = registry.all();
    return drugs.size === registry.counts().size ? all : all.filter(({ drug }) => drugs.has(drug));
  }

  function counts(): Map<string, number> {
    return new Map([...registry.counts()].filter(([drug]) => wantsDrug(drug, traits, marks)));
  }

  /** Marks exactly what the settings ask for, or of very many what is near. */
  function remark(): void {
    const list = wanted();
    const asked = marks.quiet === 'every' ? list : [...firstOfEach(list, marks.quiet)];
    const chosen = new Set(asked.length > MANY ? around(asked, MANY) : asked);
    crowded = asked.length > MANY;
    let same = true;
    for (const mention of marked) {
      if (chosen.has(mention)) continue;
      leaveOut(mention);
      same = false;
    }
    for (const mention of chosen) {
      if (marked.has(mention)) continue;
      takeIn(mention);
      same = false;
    }
    if (!same) painter.only([...marked].map(({ range }) => range));
    attend();
  }

  /** Notes what a pass has read, and gives it back. */
  function taken(run: TextRun, node: Text, read: Set<Text>): TextRun {
    // Of a long node there are more windows.
    if (run.text.length >= node.length) for (const one of run.nodes) read.add(one);
    return run;
  }

  /** The run around a place goes no further than what this pass has read. */
  function visit(node: Text, offset: number, read: Set<Text>): void {
    const run = taken(runAround(node, offset, read), node, read);
    if (!registry.isKnown(run)) registry.put(run);
  }

  /** Known runs are read as they are: of a long block, others would take mentions away from their neighbours. */
  function visitAgain(node: Text, offset: number, read: Set<Text>): void {
    const others = { has: (other: Text): boolean => read.has(other) || registry.runAt(other, 0) !== undefined };
    const run = registry.runAt(node, offset) ?? runAround(node, offset, others);
    registry.put(taken(run, node, read));
  }

  /** Names of the dictionary, and the short names of the page. */
  function find(text: string, from: number): number {
    const name = recogniser.prefilter(text, from);
    const term = registry.findTerm(text, from);
    return name < 0 || (term >= 0 && term < name) ? term : name;
  }

  function rest(): void {
    const terms = reading ? registry.takeNews() : [];
    if (terms.length > 0) reading?.again(recogniser.termFinder(terms), visitAgain);
    tell();
  }

  function tell(): void {
    if (!changed) return;
    changed = false;
    if (crowded) remarkSoon(true);
    else if (marks.quiet !== 'every') remark();
    env.changed();
  }

  /** @param last waits until nothing has called for a while */
  function remarkSoon(last: boolean): void {
    if (last) {
      clearTimeout(remarking);
      remarking = undefined;
    }
    remarking ??= setTimeout(() => {
      remarking = undefined;
      if (!signal.aborted) remark();
    }, REMARK);
  }
  addEventListener('scroll', () => crowded && remarkSoon(false), { capture: true, passive: true, signal });

  // Its first slice runs before it is assigned.
  let reading: Reading | undefined;
  signal.addEventListener('abort', () => {
    registry.clear();
    painter.clear();
  });
  reading = readPage(
    {
      begin: recogniser.open,
      find,
      visit,
      shadowRootOf: env.shadowRootOf,
      textChanged: (node) => registry.recheck(node),
      removed: () => registry.prune(),
      rest,
      goOn: () => {
        painter.assert();
        return env.isAlive();
      },
    },
    stop,
  );

  return {
    mentions: () => wanted().filter(stands),
    counts,
    hitTest,
    flash: (mention) => painter.flash(mention.range),
    update(to) {
      marks = to;
      style = markStyle(marks);
      painter.rename(style.name, style.flash);
      remark();
      env.changed();
    },
  };
}
