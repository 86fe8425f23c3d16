/** Tells the service worker what a frame shows, for the toolbar's badge and the popup. */
import { askBackground } from '../../platform/wire.ts';

export interface Reporter {
  /** Tells once the frame stays the same for a moment; `again`: even what was told before. */
  soon(again?: boolean): void;
  now(): void;
  /** The frame goes: nothing of it counts any longer. */
  gone(): void;
}

const PAUSE = 150;

/** @param counts how many mentions there are of each drug */
export function createReporter(counts: () => ReadonlyMap<string, number>): Reporter {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told = '';

  function tell(again: boolean): void {
    clearTimeout(timer);
    const drugs = [...counts().keys()];
    const mentions = [...counts().values()].reduce((sum, count) => sum + count, 0);
    const content = JSON.stringify([drugs, mentions]);
    if ((content === told && !again) || (mentions === 0 && told === '')) return;
    told = content;
    void askBackground('frame-report', { drugs, mentions });
  }

  return {
    soon(again = false) {
      clearTimeout(timer);
      timer = setTimeout(() => tell(again), PAUSE);
    },
    now: () => tell(false),
    gone() {
      clearTimeout(timer);
      if (told !== '') void askBackground('frame-report', { drugs: [], mentions: 0 });
      told = '';
    },
  };
}
