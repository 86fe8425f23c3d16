/** What the service worker hears of a frame. The browser's messages are faked. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const told: unknown[] = [];
Object.assign(globalThis, {
  chrome: {
    runtime: {
      id: 'fake',
      sendMessage: async ({ lens, data }: { lens: string; data: unknown }) => void told.push([lens, data]),
    },
  },
});
const { createReporter } = await import('../../../src/frame/session/report.ts');

describe('the report of a frame', () => {
  let counts: Map<string, number>;
  let reporter: ReturnType<typeof createReporter>;

  beforeEach(() => {
    vi.useFakeTimers();
    told.length = 0;
    counts = new Map();
    reporter = createReporter(() => counts);
  });
  afterEach(() => vi.useRealTimers());

  const report = (mentions: number, ...drugs: string[]) => ['frame-report', { drugs, mentions }];
  const rest = () => vi.advanceTimersByTime(1_000);

  it('tells the medicines and how many mentions there are, once the frame stays the same for a moment', () => {
    for (let count = 1; count <= 5; count++) {
      counts.set('memantine', count).set('ketamine', 1);
      reporter.soon();
      vi.advanceTimersByTime(100);
    }
    expect(told).toEqual([]);
    rest();
    expect(told).toEqual([report(6, 'memantine', 'ketamine')]);
  });

  it('tells nothing of a frame that names nothing', () => {
    reporter.soon();
    rest();
    reporter.now();
    reporter.soon(true);
    rest();
    reporter.gone();
    expect(told).toEqual([]);
  });

  it('tells nothing twice, unless it is asked for', () => {
    counts.set('memantine', 1);
    reporter.now();
    reporter.soon();
    rest();
    reporter.now();
    expect(told).toHaveLength(1);
    reporter.soon(true);
    rest();
    expect(told).toEqual([report(1, 'memantine'), report(1, 'memantine')]);
    reporter.soon();
    rest();
    expect(told).toHaveLength(2);
  });

  it('tells what it is asked for although the frame changes right after, to the same', () => {
    counts.set('memantine', 1);
    reporter.now();
    reporter.soon(true);
    vi.advanceTimersByTime(100);
    reporter.soon();
    rest();
    expect(told).toHaveLength(2);
    reporter.soon(true);
    reporter.now();
    expect([told.length, vi.getTimerCount()]).toEqual([3, 0]);
  });

  it('tells that all mentions went', () => {
    counts.set('memantine', 1);
    reporter.now();
    counts.clear();
    reporter.now();
    expect(told).toEqual([report(1, 'memantine'), report(0)]);
  });

  it('tells at once that the frame goes, and after that nothing that waited', () => {
    counts.set('memantine', 1);
    reporter.now();
    counts.set('memantine', 2);
    reporter.soon();
    reporter.gone();
    rest();
    expect(told).toEqual([report(1, 'memantine'), report(0)]);
    reporter.soon(true);
    rest();
    expect(told.at(-1)).toEqual(report(2, 'memantine'));
  });
});
