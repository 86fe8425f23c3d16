// @vitest-environment happy-dom
import '../../dom/fake-rendering.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createQueue } from '../../../src/frame/scan/queue.ts';
import { clearPage, page } from '../../dom/fake-rendering.ts';

describe('work in slices', () => {
  let end: AbortController;
  let queue: ReturnType<typeof createQueue>;
  /** What was done; a bar where a slice ended. */
  let log: string[];
  /** The made-up clock, in milliseconds. */
  let now: number;
  /** Lets the next slice begin; undefined while none waits. */
  let next: (() => void) | undefined;

  beforeEach(() => {
    clearPage();
    [log, now, next] = [[], 0, undefined];
    end = new AbortController();
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    vi.stubGlobal('scheduler', {
      postTask: (_: unknown, { signal }: { signal: AbortSignal }) =>
        new Promise<void>((done, fail) => {
          next = done;
          signal.addEventListener('abort', () => fail(new Error('aborted')));
        }),
    });
    queue = createQueue(end.signal, () => log.push('|'));
  });
  afterEach(() => {
    end.abort();
    vi.useRealTimers();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  /** A job of some steps that take so long each. */
  const job = (name: string, steps: number, cost: number) =>
    function* (): Generator<void> {
      for (let k = 1; k <= steps; k++) {
        now += cost;
        log.push(`${name}${k}`);
        yield;
      }
    };
  const settled = async (): Promise<void> => {
    for (let k = 0; k < 20; k++) await Promise.resolve();
  };
  async function slices(count: number): Promise<void> {
    await settled();
    for (let k = 0; k < count; k++) {
      const go = next;
      next = undefined;
      go?.();
      await settled();
    }
  }
  function show(visible: boolean): void {
    page.visible = visible;
    document.dispatchEvent(new Event('visibilitychange'));
  }

  it('begins at once, lets the browser in after a few milliseconds, and goes on in order', async () => {
    queue.add(job('a', 3, 2), job('b', 2, 2));
    await settled();
    expect(log.join(' ')).toBe('a1 a2 |');
    await slices(1);
    expect(log.join(' ')).toBe('a1 a2 | a3 b1 |');
    await slices(2);
    expect(log.join(' ')).toBe('a1 a2 | a3 b1 | b2 |');
    expect(queue.spent()).toBe(10);
  });

  it('leaves nothing to be done once all is', async () => {
    queue.add(job('a', 1, 1));
    await slices(3);
    expect(next).toBeUndefined();
    expect(log).toEqual(['a1', '|']);
  });

  it('stumbles over one job and does the others, and says so', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    queue.add(
      function* () {
        yield;
        throw new Error('odd page');
      },
      job('b', 1, 1),
    );
    await slices(2);
    expect(log.filter((entry) => entry !== '|')).toEqual(['b1']);
    expect(() => vi.runAllTimers()).toThrow('odd page');
  });

  it('waits while it is held, even in the midst of a slice', async () => {
    queue.add(function* () {
      yield;
      queue.hold();
      yield;
      log.push('on');
    });
    await slices(3);
    expect(log).toEqual(['|']);
    queue.resume();
    await slices(1);
    expect(log).toContain('on');
  });

  it('does a little in a tab that nobody sees, and the rest when it is looked at', async () => {
    page.visible = false;
    queue.add(job('a', 20, 50));
    await slices(20);
    expect(log.filter((entry) => entry !== '|')).toHaveLength(8);
    expect(queue.mayWork()).toBe(false);
    show(true);
    await slices(20);
    expect(log.filter((entry) => entry !== '|')).toHaveLength(20);
  });

  it('looks no more at whether the tab is seen once it is, however often that changed', async () => {
    page.visible = false;
    queue.add(job('a', 1, 500));
    await slices(1);
    for (let k = 0; k < 5; k++) {
      queue.add(job('b', 1, 1));
      await slices(1);
      show(true);
      await slices(1);
      page.visible = false;
    }
    expect(log.filter((entry) => entry === 'b1')).toHaveLength(5);
    page.looks = 0;
    show(false);
    expect(page.looks).toBe(0);
  });

  it('ends with the page, also where it waits to be looked at', async () => {
    page.visible = false;
    queue.add(job('a', 20, 500));
    await slices(2);
    end.abort();
    await settled();
    page.looks = 0;
    show(true);
    expect(page.looks).toBe(0);
    queue.add(job('b', 1, 1));
    await slices(3);
    expect(log.filter((entry) => entry !== '|')).toEqual(['a1']);
  });
});
