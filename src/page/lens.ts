/** The lens of one frame: finds mentions, keeps up with the page, and marks what the reader wants to see. */
import type { Recogniser } from '../core/types.ts';
import type { Settings } from '../settings/schema.ts';
import { type Changes, watchChanges } from './changes.ts';
import { firstOfEach, type Trait, wantsDrug } from './choice.ts';
import { createHitTest, type HitTest } from './hit-test.ts';
import { markStyle } from './mark-style.ts';
import { createPainter } from './painter.ts';
import { candidates, chunksOf } from './read.ts';
import { createRegistry, type PageMention } from './registry.ts';
import { createRoots, type ShadowRootOf } from './roots.ts';
import { isUnread } from './skip.ts';
import { inSlices } from './slices.ts';
import { runAround } from './text-run.ts';

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
  readonly hitTest: HitTest;
  flash(mention: PageMention): void;
  /** Applies changed settings without reading again. */
  update(marks: Settings['marks']): void;
}

/** How often marks are looked after while there are any, in milliseconds. */
const CARE = 3_000;
/** Milliseconds that may be spent in a frame while nobody sees it. */
const HIDDEN = 400;
/** When custom elements without a shadow root are looked at again, in milliseconds after the start. */
const LATE_ROOTS = [500, 2_000, 6_000];

/** Starts reading at once. Everything ends, and every mark goes, when the signal aborts. */
export function startLens(env: LensEnvironment, settings: Settings['marks'], stop: AbortController): Lens {
  const { recogniser, traits } = env;
  const { signal } = stop;
  let marks = settings;
  let style = markStyle(marks);
  let styled = '';
  const painter = createPainter(style.name, style.flash);
  const roots = createRoots(env.shadowRootOf, (root) => addRoot(root));
  const hitTest = createHitTest((element) => roots.of(element));
  const marked = new Set<PageMention>();
  const trees: Node[] = [];
  const queue: (() => Generator<void>)[] = [];
  const allowance = { left: HIDDEN };
  let working = false;
  let changed = false;
  let care: ReturnType<typeof setInterval> | undefined;

  const registry = createRegistry(recogniser, {
    added(mention) {
      changed = true;
      if (marks.quiet === 'every' && wantsDrug(mention.drug, traits, marks)) mark(mention);
    },
    removed(mention) {
      changed = true;
      unmark(mention);
    },
  });

  function mark(mention: PageMention): void {
    if (marked.has(mention)) return;
    if (styled !== style.name) {
      styled = style.name;
      env.needStyle();
    }
    marked.add(mention);
    painter.add(mention.range);
    hitTest.add(mention);
    care ??= setInterval(lookAfter, CARE);
  }

  function unmark(mention: PageMention): void {
    if (!marked.delete(mention)) return;
    painter.remove(mention.range);
    hitTest.remove(mention);
    if (marked.size > 0) return;
    clearInterval(care);
    care = undefined;
  }

  function lookAfter(): void {
    if (!env.isAlive() || painter.isReplaced()) stop.abort();
    else painter.assert();
  }

  const wanted = (): PageMention[] => registry.all().filter(({ drug }) => wantsDrug(drug, traits, marks));

  /** Marks exactly what the settings ask for. */
  function remark(): void {
    const list = wanted();
    const chosen = marks.quiet === 'every' ? new Set(list) : firstOfEach(list, marks.quiet);
    for (const mention of marked) if (!chosen.has(mention)) unmark(mention);
    for (const mention of chosen) mark(mention);
  }

  function* scan(node: Node, next = recogniser.prefilter, again = false): Generator<void> {
    if (node.nodeType === Node.ELEMENT_NODE && isUnread(node as Element)) return;
    for (const chunk of chunksOf(node)) {
      for (const { node: text, offset } of [...candidates(chunk, next)]) {
        if (!text.isConnected || !text.parentElement || isUnread(text.parentElement)) continue;
        const run = runAround(text, offset);
        if (again || !registry.isKnown(run)) registry.put(run);
        yield;
      }
      yield;
    }
  }

  /** Looks everywhere for the short names that the page introduced. */
  function* scanForTerms(terms: readonly string[]): Generator<void> {
    const next = (text: string, from?: number): number => recogniser.prefilterTerms(text, terms, from);
    for (const tree of trees) yield* scan(readable(tree), next, true);
  }

  function* work(): Generator<void> {
    for (let job = queue.shift(); job; job = queue.shift()) {
      yield* job();
      const terms = registry.takeNews();
      if (terms.length > 0) queue.push(() => scanForTerms(terms));
    }
  }

  async function run(): Promise<void> {
    if (working) return;
    working = true;
    try {
      watch.paid(await inSlices(work(), signal, allowance, tell));
      tell();
    } catch (reason) {
      if (!signal.aborted) throw reason;
    } finally {
      working = false;
    }
  }

  function tell(): void {
    if (!changed) return;
    changed = false;
    if (marks.quiet !== 'every') remark();
    env.changed();
  }

  function onChanges({ places, removed }: Changes): void {
    if (!env.isAlive()) {
      stop.abort();
      return;
    }
    painter.assert();
    if (removed && registry.size > 0) queue.push(() => registry.prune());
    for (const place of places) {
      queue.push(() => scan(readable(place)));
      queue.push(() => roots.search(place));
    }
    roots.searchAgain();
    void run();
  }

  const watch = watchChanges((node) => registry.recheck(node), onChanges);

  function addRoot(root: Node): void {
    if (root instanceof ShadowRoot && isUnread(root.host)) return;
    trees.push(root);
    watch.observe(root);
    queue.push(() => scan(readable(root)));
    queue.push(() => roots.search(root));
    void run();
  }

  signal.addEventListener('abort', () => {
    watch.stop();
    queue.length = 0;
    registry.clear();
    painter.clear();
  });
  for (const delay of LATE_ROOTS) {
    const timer = setTimeout(() => roots.searchAgain(), delay);
    signal.addEventListener('abort', () => clearTimeout(timer));
  }
  addRoot(document);

  return {
    mentions: wanted,
    hitTest,
    flash: (mention) => painter.flash(mention.range),
    update(to) {
      marks = to;
      style = markStyle(marks);
      painter.rename(style.name, style.flash);
      if (marked.size > 0 && styled !== style.name) {
        styled = style.name;
        env.needStyle();
      }
      remark();
      env.changed();
    },
  };
}

/** The part of a tree that holds text for readers. */
function readable(tree: Node): Node {
  return tree === document ? (document.body ?? document.documentElement) : tree;
}
