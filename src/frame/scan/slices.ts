/** Work in slices short enough that nobody feels them. */

/** Milliseconds of work at a stretch. */
const SLICE = 4;

/** One unit of `postTask`, or what comes nearest. */
function later(signal: AbortSignal): Promise<void> {
  const { scheduler } = globalThis as {
    scheduler?: { postTask?: (run: () => void, options: object) => Promise<void> };
  };
  if (scheduler?.postTask) return scheduler.postTask(() => undefined, { priority: 'background', signal });
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done();
    port2.postMessage(null);
  });
}

/** Resolves when the tab is looked at. */
function whenVisible(signal: AbortSignal): Promise<void> {
  if (document.visibilityState === 'visible') return Promise.resolve();
  return new Promise((done) => {
    const check = (): void => {
      if (document.visibilityState === 'visible' || signal.aborted) done();
    };
    document.addEventListener('visibilitychange', check, { signal });
    signal.addEventListener('abort', check, { once: true });
  });
}

/** Milliseconds of work that are still allowed while the tab is hidden: a tab opened in the background is soon read. */
export interface Allowance {
  left: number;
}

/** Whether work would start now: the tab is looked at, or there is an allowance. */
export function mayWork({ left }: Allowance): boolean {
  return left > 0 || document.visibilityState === 'visible';
}

/**
 * Runs a job that yields wherever it may be interrupted, a few milliseconds at a time, and not while the tab is hidden
 * unless there is an allowance for it.
 *
 * @param between called after each slice but the last, for instance to paint what was found
 * @returns milliseconds of work; rejects with the signal's reason when aborted.
 */
export async function inSlices(
  job: Iterator<unknown>,
  signal: AbortSignal,
  allowance: Allowance,
  between?: () => void,
): Promise<number> {
  let spent = 0;
  if (allowance.left <= 0) await whenVisible(signal);
  for (;;) {
    const start = performance.now();
    let done = false;
    while (!done && !signal.aborted && performance.now() - start < SLICE) done = job.next().done === true;
    const took = performance.now() - start;
    spent += took;
    if (document.visibilityState === 'hidden') allowance.left -= took;
    if (done) return spent;
    between?.();
    await later(signal);
    if (allowance.left <= 0) await whenVisible(signal);
    signal.throwIfAborted();
  }
}
