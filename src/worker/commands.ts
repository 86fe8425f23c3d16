/** The keyboard commands of the manifest, each run on the tab in front. */
import { browser } from '../platform/browser.ts';
import { framesOf } from '../platform/frames.ts';
import { openSearch } from '../platform/open-search.ts';
import { documentAt } from '../platform/pdf-tabs.ts';
import { askFrame } from '../platform/wire.ts';
import { turnSite } from '../settings/site-rule.ts';
import { readPdfOf } from './pdf.ts';

export async function runCommand(command: string, tabId: number | undefined): Promise<void> {
  if (command === 'search') return openSearch('', tabId);
  const tab = tabId ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id;
  if (tab === undefined) return;
  if (command === 'next-mention') await firstTaker(tab, (frame) => askFrame(tab, frame, 'step-mention', { by: 1 }));
  if (command === 'previous-mention')
    await firstTaker(tab, (frame) => askFrame(tab, frame, 'step-mention', { by: -1 }));
  if (command === 'open-card') await firstTaker(tab, (frame) => askFrame(tab, frame, 'open-card', undefined));
  if (command === 'toggle-site') await turnSite(documentAt((await browser.tabs.get(tab)).url ?? ''));
  if (command === 'read-pdf') await readPdfOf(tab);
}

/** Asks the frames of a tab, the top frame first, until one takes it. */
async function firstTaker(tabId: number, ask: (frameId: number) => Promise<boolean | undefined>): Promise<void> {
  for (const frameId of new Set([0, ...(await framesOf(tabId)).keys()])) if (await ask(frameId)) return;
}
