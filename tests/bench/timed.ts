/** Stands in for `frame/scan/queue.ts` in the bench's build: the same work, with the length of every slice kept. */
import { createQueue as shipped } from '../../src/frame/scan/queue.ts';
import { SLICE_END, SLICE_START } from './trace.ts';

export * from '../../src/frame/scan/queue.ts';

/** Milliseconds of every slice. */
export const slices: number[] = [];
/** Milliseconds in callbacks of mutation observers and timers. */
export const load = { ms: 0 };

export const createQueue: typeof shipped = (signal, rested) => {
  let start: number | undefined;
  let end = 0;
  function begin(): void {
    if (start !== undefined) return;
    performance.mark(SLICE_START);
    start = performance.now();
  }
  const queue = shipped(signal, () => {
    begin();
    rested();
    end = performance.now();
    performance.mark(SLICE_END);
    slices.push(end - start!);
    start = undefined;
  });
  const timed = (job: () => Iterator<unknown>) => (): Iterator<unknown> => {
    begin();
    const steps = job();
    return {
      next() {
        begin();
        return steps.next();
      },
    };
  };
  return { ...queue, add: (...jobs) => queue.add(...jobs.map(timed)) };
};

/** The bench's own waiting. */
export const later = globalThis.setTimeout;
/** What a timer runs is a slice, too. */
globalThis.setTimeout = ((run: () => void, delay?: number) =>
  later(() => {
    performance.mark(SLICE_START);
    const start = performance.now();
    const before = slices.length;
    run();
    // A slice that began in it is part of the same task.
    slices.length = before;
    slices.push(performance.now() - start);
    performance.mark(SLICE_END);
  }, delay)) as typeof setTimeout;

const Observer = globalThis.MutationObserver;
globalThis.MutationObserver = class extends Observer {
  constructor(callback: MutationCallback) {
    super((records, observer) => {
      const start = performance.now();
      callback(records, observer);
      load.ms += performance.now() - start;
    });
  }
};
