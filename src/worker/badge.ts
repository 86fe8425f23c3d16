/** The number on the toolbar button: how many different medicines the frames of a tab named. */
import { browser } from '../platform/browser.ts';
import { type FrameReport, forgetTab, framesOf, putFrame } from '../platform/frames.ts';

/** Quiet on light and dark toolbars alike; white text on it has a contrast of 7:1. */
const BADGE_COLOR = '#4a3f8f';

/** Remembers what a frame reports, and shows it. */
export function takeReport(tabId: number, frameId: number, report: FrameReport): Promise<void> {
  return inTurn(tabId, async () => {
    await putFrame(tabId, frameId, report);
    await showBadge(tabId);
  });
}

/** Forgets what a tab's frames reported. */
export function clearBadge(tabId: number): Promise<void> {
  return inTurn(tabId, async () => {
    await forgetTab(tabId);
    await showBadge(tabId);
  });
}

/** One after the other, in the order of their calls: else an older number could be the last that is written. */
function inTurn(tabId: number, task: () => Promise<void>): Promise<void> {
  return navigator.locks.request(`memantine-lens-badge-${tabId}`, task) as Promise<void>;
}

/** Writes the number of different drugs over a tab's frames on its toolbar button; nothing when there are none. */
async function showBadge(tabId: number): Promise<void> {
  const drugs = new Set<string>();
  for (const report of (await framesOf(tabId)).values()) for (const drug of report.drugs) drugs.add(drug);
  try {
    await browser.action.setBadgeText({ tabId, text: drugs.size > 0 ? String(drugs.size) : '' });
    await browser.action.setBadgeBackgroundColor({ tabId, color: BADGE_COLOR });
    await browser.action.setBadgeTextColor({ tabId, color: '#ffffff' });
  } catch {
    // The tab was closed meanwhile.
  }
}
