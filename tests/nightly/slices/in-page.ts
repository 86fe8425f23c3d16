/**
 * Runs inside a page: our scan and our search for names on a tree without measure, and how long each stretch of it took
 * between two rests. The page does nothing else meanwhile.
 */

import { mayBeSeen } from '../../../src/dom/unseen.ts';
import { createMentions } from '../../../src/frame/marks/mentions.ts';
import { rectsOf } from '../../../src/frame/pointer/geometry.ts';
import { startScan } from '../../../src/frame/scan/scan.ts';
import { dictionary } from '../../../src/generated/dictionary.ts';
import { createRecogniser } from '../../../src/shared/recognise/recogniser.ts';

/** Milliseconds without work that end it. */
const QUIET = 1_500;

/** What a tree cost us: the longest stretch and all of them, in milliseconds, and what was found. */
export interface Cost {
  readonly longest: number;
  readonly slices: number;
  readonly found: readonly string[];
}

/** @param make fills a box; called once, before anything is measured */
async function measure(make: (box: HTMLElement) => void, change?: (box: HTMLElement) => void): Promise<Cost> {
  const box = document.createElement('div');
  document.body.append(box);
  make(box);
  // To lay it out is the page's own cost.
  document.body.getBoundingClientRect();
  const recogniser = createRecogniser(dictionary);
  recogniser.open();
  recogniser.find('memantine');
  let [longest, slices, since, last] = [0, 0, Number.NaN, performance.now()];
  const mentions = createMentions(recogniser, { added: () => undefined, removed: () => undefined });
  const { scheduler } = globalThis as unknown as { scheduler: { postTask: (...args: unknown[]) => Promise<unknown> } };
  const post = scheduler.postTask;
  // Between two stretches the queue waits for this.
  scheduler.postTask = (...args) => {
    if (!Number.isNaN(since)) longest = Math.max(longest, performance.now() - since);
    slices++;
    last = performance.now();
    return post.apply(scheduler, args).then((value) => {
      since = performance.now();
      return value;
    });
  };
  const scan = startScan(
    {
      find: mentions.find,
      take: mentions.take,
      left: mentions.left,
      textChanged: mentions.textChanged,
      tidy: mentions.tidy,
      rested() {
        const terms = mentions.newTerms();
        if (terms) scan.again(terms);
      },
    },
    { root: box, isAlive: () => true, shadowRootOf: (element) => element.shadowRoot },
  );
  let changed = change === undefined;
  while (performance.now() - last < QUIET || !changed) {
    await new Promise((done) => setTimeout(done, 100));
    if (!changed && performance.now() - last > QUIET / 2) {
      change!(box);
      changed = true;
      last = performance.now();
    }
  }
  const begin = performance.now();
  for (const mention of mentions.all()) mayBeSeen(rectsOf(mention), mention.first.node, new Map());
  longest = Math.max(longest, (performance.now() - begin) / Math.max(1, mentions.all().length));
  scan.stop();
  scheduler.postTask = post;
  const found = mentions.all().map(({ drug }) => drug);
  box.remove();
  return { longest, slices, found: [...new Set(found)] };
}

Object.assign(globalThis, { measure });
