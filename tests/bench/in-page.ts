/**
 * Runs inside the pages, as a content script of the bench's own extension: the shipped modules and their peers, timed in
 * the isolated world, where both do their work. Answers by events on the document.
 */
import findAndReplaceDOMText from 'findandreplacedomtext';
import Mark from 'mark.js';
import packWithOurs from 'pack-prefilter';
import type { PageMention } from '../../src/frame/marks/mention.ts';
import { createMentions } from '../../src/frame/marks/mentions.ts';
import { chooseNames, createPainter } from '../../src/frame/marks/painter.ts';
import { createHitTest } from '../../src/frame/pointer/hit-test.ts';
import { chunksOf, placesIn } from '../../src/frame/scan/places.ts';
import { createRoots } from '../../src/frame/scan/roots.ts';
import type { Search } from '../../src/frame/scan/scan.ts';
import { isUnread } from '../../src/frame/scan/unread.ts';
import { type SessionEnvironment, startSession } from '../../src/frame/session/session.ts';
import { dictionary } from '../../src/generated/dictionary.ts';
import { prefilter as packed } from '../../src/generated/prefilter.ts';
import { DEFAULT_SETTINGS } from '../../src/settings/schema.ts';
import { openDictionary } from '../../src/shared/recognise/dictionary.ts';
import { openPrefilter, type PackedPrefilter, type Prefilter } from '../../src/shared/recognise/prefilter.ts';
import { createRecogniser } from '../../src/shared/recognise/recogniser.ts';
import { createQueue, later, load, slices } from './timed.ts';

const FORMS = openDictionary(dictionary)
  .entries.map(({ form }) => form)
  .filter((form) => form.length > 3);
const UNION = new RegExp(
  `\\b(?:${FORMS.map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})\\b`,
  'gi',
);

/** Everything that the shipped scripts do with a page, at one go; returns how many mentions are painted. */
function whole(): number {
  const recogniser = createRecogniser(dictionary);
  return wholeWith(recogniser);
}

function wholeWith(recogniser: ReturnType<typeof createRecogniser>): number {
  const painter = createPainter(chooseNames());
  const mentions = createMentions(recogniser, {
    added: ({ range }) => painter.add(range, 'other'),
    removed: ({ range }) => painter.remove(range),
  });
  read(mentions);
  const terms = mentions.newTerms();
  if (terms) read(terms);
  const { length } = mentions.all();
  painter.clear();
  return length;
}

/** Takes what the scan would, at one go. */
function read({ find, take }: Search): void {
  const taken = new Set<Text>();
  for (const chunk of chunksOf(document.body)) {
    for (const { node, offset } of placesIn(chunk, find)) {
      if (taken.has(node) || !node.parentElement || isUnread(node.parentElement)) continue;
      take(node, offset, taken);
    }
  }
}

const recogniser = createRecogniser(dictionary);
const opened = new Map<PackedPrefilter, Prefilter>();

/** What runs on every page: one pass that finds out whether there is anything, and then calls the reader. */
function first(names: PackedPrefilter): number {
  const filter = opened.get(names) ?? openPrefilter(names);
  opened.set(names, filter);
  for (const chunk of chunksOf(document.body)) {
    for (const { node } of placesIn(chunk, filter)) {
      if (node.parentElement && !isUnread(node.parentElement)) return 1;
    }
  }
  return 0;
}

const contenders: Record<string, () => number> = {
  /** Every text node's data is read. */
  floor() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let sum = 0;
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null)
      sum += node.data.length;
    return sum;
  },
  first: () => first(packed),
  'first with a pack': () => first(packWithOurs),
  whole: () => wholeWith(recogniser),
  'whole-cold': whole,
  roots() {
    let count = 0;
    const roots = createRoots(
      (element) => chrome.dom.openOrClosedShadowRoot(element as HTMLElement),
      () => count++,
    );
    for (const _ of roots.search(document));
    return count;
  },
  'union per node'() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let count = 0;
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      for (const _ of node.data.matchAll(UNION)) count++;
    }
    return count;
  },
};

function peers(name: string): { ms: number; count: number } {
  const start = performance.now();
  if (name === 'findandreplacedomtext') {
    let count = 0;
    const finder = findAndReplaceDOMText(document.body, {
      find: UNION,
      replace: (portion: { text: string }) => {
        count++;
        const mark = document.createElement('mark');
        mark.textContent = portion.text;
        return mark;
      },
      preset: 'prose',
    });
    const ms = performance.now() - start;
    finder.revert();
    return { ms, count };
  }
  let count = 0;
  const mark = new Mark(document.body);
  // Its call stack overflows with all of them: it has the easier task.
  mark.mark(FORMS.slice(0, 300), { separateWordSearch: false, each: () => count++ });
  const ms = performance.now() - start;
  mark.unmark();
  return { ms, count };
}

/**
 * What no annotator can do without, in slices of the same kind: a walk that reads every text node, puts a range into a
 * highlight for each that holds one given name, and keeps that node and its neighbours, by which changes are noticed.
 */
async function bare(): Promise<object> {
  slices.length = 0;
  const highlight = new Highlight();
  CSS.highlights.set('bare', highlight);
  const ranges: Range[] = [];
  const kept: (Node | null)[] = [];
  function* job(): Generator<void> {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const at = node.data.indexOf('memantine');
      if (at >= 0) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 9);
        ranges.push(range);
        kept.push(node, node.parentNode!.previousSibling, node.parentNode!.nextSibling);
        if (ranges.length <= 1_000) highlight.add(range);
      }
      yield;
    }
  }
  const queue = createQueue(new AbortController().signal, () => undefined);
  await new Promise<void>((done) => {
    queue.add(job, function* () {
      yield;
      done();
    });
  });
  CSS.highlights.delete('bare');
  return { mentions: ranges.length, kept: kept.length, slices: slices.length };
}

/** The real thing, without cards. */
function startReal(
  recogniser: SessionEnvironment['recogniser'],
  needStyle: () => void,
): ReturnType<typeof startSession> {
  return startSession(
    {
      recogniser,
      traits: new Map(),
      shadowRootOf: (element) => chrome.dom.openOrClosedShadowRoot(element as HTMLElement),
      isAlive: () => true,
      cards: {
        port: () => undefined,
        bring: async () => undefined,
      },
      needStyle,
      changed: () => undefined,
    },
    DEFAULT_SETTINGS,
  );
}

/** Starts the real thing, in slices, and waits until it rests. */
async function live(wait: number): Promise<object> {
  slices.length = 0;
  const started = performance.now();
  let firstMark = 0;
  // As the script of every page has it: its prefilter is open by then.
  const session = startReal(createRecogniser(dictionary, openPrefilter(packed)), () => {
    firstMark = performance.now() - started;
  });
  let size = -1;
  for (;;) {
    await new Promise((done) => later(done, wait));
    if (slices.length === size) break;
    size = slices.length;
  }
  const mentions = session.mentions();
  const result = {
    mentions: mentions.length,
    firstMark,
    slices: slices.length,
    total: slices.reduce((sum, ms) => sum + ms, 0),
  };
  session.stop();
  return result;
}

/** Our share of the time of a page in which text changes all the time. */
async function churn({ perSecond, seconds }: { perSecond: number; seconds: number }): Promise<object> {
  const session = startReal(recogniser, () => undefined);
  await new Promise((done) => later(done, 500));
  load.ms = 0;
  slices.length = 0;
  const log = document.createElement('div');
  document.body.append(log);
  const begin = performance.now();
  let done = 0;
  while (performance.now() - begin < seconds * 1_000) {
    const due = Math.floor(((performance.now() - begin) / 1_000) * perSecond);
    for (; done < due; done++) {
      const line = document.createElement('div');
      line.append(
        done % 200 === 0 ? `entry ${done} names memantine` : `entry ${done} of the log, nothing to see in it`,
      );
      log.append(line);
      if (log.childElementCount > 500) log.firstElementChild?.remove();
    }
    await new Promise((next) => later(next, 16));
  }
  const took = performance.now() - begin;
  const ours = load.ms + slices.reduce((sum, ms) => sum + ms, 0);
  const kept = session.mentions().length;
  log.remove();
  session.stop();
  return { changes: done, share: ours / took, ours, took, kept };
}

function hits({ repeat }: { repeat: number }): object {
  const hitTest = createHitTest(() => undefined);
  const found: PageMention[] = [];
  const mentions = createMentions(recogniser, {
    added: (mention) => {
      found.push(mention);
      hitTest.added(mention);
    },
    removed: () => undefined,
  });
  read(mentions);
  const times: number[] = [];
  let right = 0;
  for (let k = 0; k < repeat; k++) {
    const mention = found[Math.floor((k * found.length) / repeat)]!;
    mention.first.node.parentElement!.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = mention.range.getBoundingClientRect();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const target = document.elementFromPoint(x, y);
    const start = performance.now();
    const hit = hitTest.at(x, y, target);
    times.push(performance.now() - start);
    if (hit === mention) right++;
  }
  const body = document.body;
  const start = performance.now();
  for (let k = 0; k < 10_000; k++) hitTest.at(5, 5, body);
  const away = (performance.now() - start) / 10_000;
  times.sort((a, b) => a - b);
  return {
    mentions: found.length,
    right,
    of: repeat,
    median: times[times.length >> 1],
    p95: times[Math.floor(times.length * 0.95)],
    away,
  };
}

interface Question {
  readonly id: number;
  readonly run: string;
  readonly name: string;
  readonly repeat: number;
  readonly options: never;
}

/** Runs before the timed ones of a warm figure. */
const WARM_UP = 40;

async function answerTo({ run, name, repeat, options }: Question): Promise<unknown> {
  if (run === 'time') {
    const times: number[] = [];
    let count = 0;
    // Warm means compiled: the first runs are interpreted.
    if (repeat > 1) for (let k = 0; k < WARM_UP; k++) contenders[name]!();
    for (let k = 0; k < repeat; k++) {
      const start = performance.now();
      count = contenders[name]!();
      times.push(performance.now() - start);
    }
    return { times, count };
  }
  if (run === 'peer') return Array.from({ length: repeat }, () => peers(name));
  if (run === 'live') return live(options);
  if (run === 'bare') return bare();
  if (run === 'churn') return churn(options);
  return hits(options);
}

document.addEventListener('bench-ask', async (event) => {
  const question = JSON.parse((event as CustomEvent<string>).detail) as Question;
  const answer = await answerTo(question).catch((error: unknown) => ({ error: String((error as Error)?.stack) }));
  document.dispatchEvent(new CustomEvent('bench-answer', { detail: JSON.stringify({ id: question.id, answer }) }));
});
