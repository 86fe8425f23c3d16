/**
 * Work in slices short enough that nobody feels them: jobs yield wherever they may be interrupted, and are gone on with
 * a few milliseconds at a time, in tasks of the lowest priority. A tab that nobody looks at gets a small allowance, then
 * waits until it is looked at.
 */
import { listen, visibility } from '../../dom/read.ts';

export interface WorkQueue {
  /** Goes to the end; the first slice of an idle queue runs in the same task. */
  add(...jobs: readonly (() => Iterator<unknown>)[]): void;
  /** Nothing goes on after the present step until `resume`. */
  hold(): void;
  resume(): void;
  /** Milliseconds of work so far. */
  spent(): number;
  /** Whether work would start now: the tab is looked at, or there is an allowance. */
  mayWork(): boolean;
}

/** Milliseconds of work at a stretch. */
const SLICE = 4;
/** Milliseconds that may be spent while nobody sees the tab: one opened in the background is soon read. */
const HIDDEN = 400;

const isVisible = (): boolean => visibility(document) === 'visible';

/** @param rested called after each slice, for instance to paint what was found */
export function createQueue(signal: AbortSignal, rested: () => void): WorkQueue {
  const jobs: (() => Iterator<unknown>)[] = [];
  let job: Iterator<unknown> | undefined;
  let allowance = HIDDEN;
  let spent = 0;
  /** When the present slice began, by `performance.now()`. */
  let since: number | undefined;
  let held = false;
  let working = false;

  const mayWork = (): boolean => allowance > 0 || isVisible();

  const inSlice = (): number => (since === undefined ? 0 : performance.now() - since);

  function slice(): void {
    since = performance.now();
    while (!held && !signal.aborted && inSlice() < SLICE) {
      job ??= jobs.shift()?.();
      if (!job) break;
      try {
        if (job.next().done) job = undefined;
      } catch (error) {
        // What we stumble over in one place of a page must not keep us from the others.
        job = undefined;
        setTimeout(() => {
          throw error;
        });
      }
    }
    const took = inSlice();
    since = undefined;
    spent += took;
    if (!isVisible()) allowance -= took;
  }

  async function work(): Promise<void> {
    if (working) return;
    working = true;
    try {
      // Whoever starts it has what it needs to be told by then.
      await undefined;
      while (!held && !signal.aborted && (job || jobs.length > 0)) {
        if (!mayWork()) await untilVisible(signal);
        slice();
        if (!signal.aborted) rested();
        await scheduler.postTask(() => undefined, { priority: 'background', signal });
      }
    } catch (reason) {
      if (!signal.aborted) throw reason;
    } finally {
      working = false;
    }
  }

  return {
    add(...more) {
      jobs.push(...more);
      void work();
    },
    hold() {
      held = true;
    },
    resume() {
      held = false;
      void work();
    },
    spent: () => spent + inSlice(),
    mayWork,
  };
}

function untilVisible(signal: AbortSignal): Promise<void> {
  const waiting = new AbortController();
  return new Promise((done) => {
    const check = (): void => {
      if (!isVisible() && !signal.aborted) return;
      waiting.abort();
      done();
    };
    listen(document, 'visibilitychange', check, { signal: waiting.signal });
    listen(signal, 'abort', check, { signal: waiting.signal });
  });
}
