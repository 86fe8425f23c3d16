// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Changes, watchChanges } from '../../../src/frame/scan/changes.ts';

describe('watching a page', () => {
  let batches: Changes[];
  let shown: boolean;
  let end: AbortController;
  let watch: ReturnType<typeof watchChanges>;

  beforeEach(() => {
    document.head.replaceChildren();
    document.body.innerHTML = '<p id="a">one</p><p id="b">two <b>three</b></p><div id="log"></div>';
    batches = [];
    shown = true;
    end = new AbortController();
    const events = {
      textChanged: () => undefined,
      changed: (batch: Changes) => void batches.push(batch),
      mayWork: () => shown,
    };
    watch = watchChanges(events, end.signal);
    watch.observe(document);
  });

  afterEach(() => end.abort());

  const element = (id: string): Element => document.getElementById(id)!;
  const settled = () => vi.waitFor(() => expect(batches).not.toHaveLength(0));
  const pause = () => new Promise((done) => setTimeout(done, 150));

  it('hands over the outermost places of a change', async () => {
    element('a').append('more');
    element('b').append('more');
    await settled();
    expect(batches).toEqual([{ places: [element('a'), element('b')], removed: false }]);
  });

  it('takes a line from which something was taken out for changed, not the list that lost a line', async () => {
    element('b').querySelector('b')!.remove();
    element('log').append(document.createElement('div'));
    element('log').firstElementChild!.remove();
    await settled();
    expect(batches).toEqual([{ places: [element('b')], removed: true }]);
  });

  it('reads nothing again for scripts and styles that come and go', async () => {
    const script = document.createElement('script');
    document.body.append(script, document.createElement('style'));
    document.head.append(document.createElement('meta'));
    script.remove();
    await settled();
    expect(batches).toEqual([{ places: [], removed: true }]);
  });

  it('reads again what becomes an editor, or ceases to be one, and nothing for other attributes', async () => {
    element('a').className = 'new';
    element('b').querySelector('b')!.setAttribute('contenteditable', 'true');
    element('log').setAttribute('role', 'textbox');
    await settled();
    expect(batches).toEqual([{ places: [element('b'), element('log')], removed: false }]);
  });

  it('keeps the changes of a tab that nobody sees as one batch', async () => {
    shown = false;
    for (const id of ['a', 'b', 'a']) {
      element(id).append('more');
      await pause();
    }
    expect(batches).toEqual([]);
    shown = true;
    document.dispatchEvent(new Event('visibilitychange'));
    expect(batches).toEqual([{ places: [element('a'), element('b')], removed: false }]);
  });

  describe('after a batch that cost much', () => {
    /** Milliseconds of the made-up clock until a batch comes, while the page changes once in `every`. */
    async function waited(every: number): Promise<number> {
      const start = performance.now();
      for (let left = 20; batches.length === 0 && left > 0; left -= 0.02) {
        if (left === 20 || Math.round((performance.now() - start) % every) === 0) element('a').append('more');
        await vi.advanceTimersByTimeAsync(20);
      }
      return performance.now() - start;
    }

    beforeEach(() => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
      watch.paid(2_000);
    });
    afterEach(() => vi.useRealTimers());

    it('a page that rests gets its next one within a second', async () => {
      expect(await waited(100_000)).toBeLessThan(1_000);
    });

    it('a page that goes on changing waits', async () => {
      expect(await waited(100)).toBeGreaterThan(4_500);
      expect(batches).toHaveLength(1);
    });

    it('a batch that cost little is followed at once', async () => {
      watch.paid(0.2);
      expect(await waited(100_000)).toBeLessThan(200);
    });
  });
});
