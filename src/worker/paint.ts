/** The style sheet of marks, put into a frame at its request. */
import { markStyle } from '../frame/marks/mark-style.ts';
import { browser } from '../platform/browser.ts';
import { loadSettings } from '../settings/store.ts';
import type { PaintNames } from '../shared/policy/marks.ts';

/**
 * Gives a frame the rules that its marks are painted by, under names that the frame chose. Inserted rules are no part of
 * the document, so that the page is left as it is. Firefox paints inside shadow trees only by rules of user origin,
 * Chromium a background only by others.
 */
export async function paintStyle(tabId: number, frameId: number, names: PaintNames): Promise<void> {
  const { settings } = await loadSettings();
  await browser.scripting.insertCSS({
    target: { tabId, frameIds: [frameId] },
    css: markStyle(settings.marks, names),
    origin: __BROWSER__ === 'firefox' ? 'USER' : 'AUTHOR',
  });
}
