/** Tells the service worker what a frame shows, for the toolbar's badge and the popup. */
import { askBackground } from '../../platform/wire.ts';

const PAUSE = 150;

/** @param counts how many mentions there are of each drug */
export function createReporter(counts: () => ReadonlyMap<string, number>) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told = '';
  /** Asked for even if it was told before, and not told since. */
  let due = false;

  function tell(): void {
    clearTimeout(timer);
    const drugs = [...counts().keys()];
    const mentions = [...counts().values()].reduce((sum, count) => sum + count, 0);
    const content = JSON.stringify([drugs, mentions]);
    const isKnown = content === told && !due;
    due = false;
    if (isKnown || (mentions === 0 && told === '')) return;
    told = content;
    void askBackground('frame-report', { drugs, mentions });
  }

  return {
    /** Tells once the frame stays the same for a moment; `again`: even what was told before. */
    soon(again = false): void {
      clearTimeout(timer);
      due ||= again;
      timer = setTimeout(tell, PAUSE);
    },
    now: tell,
    /** The frame goes: nothing of it counts any longer. */
    gone(): void {
      clearTimeout(timer);
      if (told !== '') void askBackground('frame-report', { drugs: [], mentions: 0 });
      told = '';
    },
  };
}
