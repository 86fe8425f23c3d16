// @vitest-environment happy-dom
/** When a card opens and may close, without a browser: a point is a mention by its x. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchPointer } from '../../../src/frame/pointer/pointer.ts';
import type { Settings } from '../../../src/settings/schema.ts';

const LEFT = { name: 'left' };
const RIGHT = { name: 'right' };
/** Here a mention lies below something else. */
const BELOW = 170;

describe('the pointer', () => {
  let log: string[];
  let isOpen: boolean;
  /** How far the page has moved below the pointer. */
  let scrolled: number;
  let opening: Settings['opening'];
  let stop: AbortController;
  let watch: ReturnType<typeof watchPointer>;
  let gone: object | undefined;

  beforeEach(() => {
    vi.useFakeTimers();
    log = [];
    isOpen = false;
    gone = undefined;
    scrolled = 0;
    opening = { on: 'hover', modifier: 'alt', openDelay: 200, closeDelay: 300 };
    stop = new AbortController();
    watch = watchPointer<typeof LEFT>(
      {
        at: (x) => (x - scrolled < 100 ? LEFT : x - scrolled > 200 ? RIGHT : undefined),
        through: (x) => (x === BELOW ? RIGHT : undefined),
        stands: (mention) => mention !== gone,
        open: ({ name }, opener) => {
          isOpen = true;
          log.push(`${opener} ${name}`);
        },
        prepare: () => void log.push('prepare'),
        leave: () => void log.push('leave'),
        isOpen: () => isOpen,
        opening: () => opening,
      },
      stop.signal,
    );
    watch.listen();
  });

  afterEach(() => {
    stop.abort();
    vi.useRealTimers();
  });

  const move = (x: number, more: PointerEventInit = {}, trusted = true): void => {
    const event = new PointerEvent('pointermove', { clientX: x, clientY: 5, pointerType: 'mouse', ...more });
    Object.defineProperty(event, 'isTrusted', { value: trusted });
    dispatchEvent(event);
  };

  it('opens a card when it rests on a mention for the delay, and has what it needs fetched meanwhile', () => {
    move(50);
    expect(log).toEqual(['prepare']);
    vi.advanceTimersByTime(199);
    expect(log).toEqual(['prepare']);
    vi.advanceTimersByTime(1);
    expect(log).toEqual(['prepare', 'pointer left']);
  });

  it('opens nothing in passing', () => {
    move(50);
    move(150);
    vi.advanceTimersByTime(1_000);
    expect(log).toEqual(['prepare', 'leave']);
  });

  it('says that it left even before the card stands', () => {
    move(50);
    vi.advanceTimersByTime(200);
    isOpen = false;
    move(150);
    expect(log.at(-1)).toBe('leave');
  });

  it('opens nothing when the page moves below it', () => {
    move(150);
    scrolled = 100;
    move(150);
    vi.advanceTimersByTime(1_000);
    expect(log).toEqual([]);
  });

  it('changes to a neighbour only where it rests', () => {
    move(50);
    vi.advanceTimersByTime(200);
    move(250);
    vi.advanceTimersByTime(150);
    move(260);
    vi.advanceTimersByTime(150);
    expect(log.filter((entry) => entry.startsWith('pointer'))).toEqual(['pointer left']);
    vi.advanceTimersByTime(50);
    expect(log.at(-1)).toBe('pointer right');
  });

  it('opens with the modifier alone where the reader chose that', () => {
    opening = { on: 'modifier', modifier: 'alt', openDelay: 200, closeDelay: 300 };
    move(50);
    vi.advanceTimersByTime(1_000);
    expect(log).toEqual([]);
    move(51, { altKey: true });
    expect(log).toEqual(['pointer left']);
  });

  it('hears nothing that a page makes up', () => {
    move(50, {}, false);
    vi.advanceTimersByTime(1_000);
    expect(log).toEqual([]);
  });

  it('finds a name below what it rests on, and not in passing', () => {
    move(BELOW);
    move(BELOW + 1);
    vi.advanceTimersByTime(1_000);
    expect(log).toEqual([]);
    move(BELOW);
    vi.advanceTimersByTime(1_000);
    expect(log).toEqual(['prepare', 'pointer right']);
  });

  it('opens what the page put in place of the name below it', () => {
    move(250);
    gone = RIGHT;
    scrolled = 200;
    watch.follow();
    vi.advanceTimersByTime(1_000);
    expect(log).toEqual(['prepare', 'prepare', 'pointer left']);
  });

  it('opens nothing that appears below it long after it came', () => {
    move(150);
    vi.advanceTimersByTime(2_000);
    scrolled = 100;
    watch.follow();
    vi.advanceTimersByTime(1_000);
    expect(log).toEqual([]);
  });

  it('hears nothing after the end', () => {
    stop.abort();
    move(50);
    vi.advanceTimersByTime(1_000);
    expect(log).toEqual([]);
  });
});
