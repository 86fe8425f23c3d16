// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startScan } from '../../../src/frame/scan/scan.ts';

describe('the scan of a page that names nothing', () => {
  let end: () => void;

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] });
    vi.stubGlobal('scheduler', { postTask: async (task: () => unknown) => task() });
    document.body.innerHTML = '<p>Take water daily.</p><x-never></x-never><div></div>';
  });
  afterEach(() => {
    end();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('leaves no clock running once late trees have had their time and no element waits for its script', async () => {
    const looked = vi.fn((text: string, from: number) => text.indexOf('memantine', from));
    ({ stop: end } = startScan(
      { find: looked, take: () => undefined },
      { shadowRootOf: () => null, isAlive: () => true },
    ));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(looked).toHaveBeenCalled();
    document.querySelector('x-never')!.remove();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(vi.getTimerCount()).toBe(0);
    document.body.append('More water.');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(vi.getTimerCount()).toBe(0);
  });
});
