/**
 * Work in slices short enough that nobody feels them: jobs yield wherever they may be interrupted, and are gone on with
 * a few milliseconds at a time, in tasks of the lowest priority. A tab that nobody looks at gets a small allowance,
 * then waits until it is looked at.
 */
import { listen, visibility } from '../../dom/read.ts';

/** Milliseconds of work at a stretch. */
const SLICE = 4;
/** Milliseconds that may be spent while nobody sees the tab: one opened in the background is soon read. */
const HIDDEN = 400;

const isVisible = (): boolean => visibility(document) === 'visible';

/** @param rested called after each slice, for instance to paint what was found */
export function createQueue(signal: AbortSignal, rested: () => void) {
  const jobs: (() => Iterator<unknown>)[] = [];
  let job: Iterator<unknown> | undefined;
  let allowance = HIDDEN;
  let spent = 0;
  /** When the present slice began, by `performance.now()`. */
  let since: number | undefined;
  let held = false;
  let working = false;

  /** Whether work would start now: the tab is looked at, or there is an allowance. */
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
        while (!mayWork()) await nextVisibility(signal);
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
    /** Goes to the end; the first slice of an idle queue runs in the same task. */
    add(...more: readonly (() => Iterator<unknown>)[]): void {
      jobs.push(...more);
      void work();
    },
    /** Nothing goes on after the present step until `resume`. */
    hold(): void {
      held = true;
    },
    resume(): void {
      held = false;
      void work();
    },
    /** Milliseconds of work so far. */
    spent: (): number => spent + inSlice(),
    mayWork,
  };
}

/** Never comes once the signal has aborted. */
function nextVisibility(signal: AbortSignal): Promise<unknown> {
  return new Promise((done) => listen(document, 'visibilitychange', done, { once: true, signal }));
}
