import { browser } from '../platform/browser.ts';
import { framesOf } from '../platform/frames.ts';
import { askFrame } from '../platform/wire.ts';

/** Runs a keyboard command of the manifest on a tab. */
export async function runCommand(command: string, tabId: number | undefined): Promise<void> {
  const tab = tabId ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id;
  if (tab === undefined) return;
  if (command === 'next-mention') await step(tab, 1);
  if (command === 'previous-mention') await step(tab, -1);
}

/** Walks the mentions of the first frame that takes the step, the top frame first. */
async function step(tabId: number, by: 1 | -1): Promise<void> {
  const frames = new Set([0, ...(await framesOf(tabId)).keys()]);
  for (const frameId of frames) if (await askFrame(tabId, frameId, 'step-mention', { by })) return;
}
