import { markStyle } from '../frame/marks/mark-style.ts';
import { browser } from '../platform/browser.ts';
import { loadSettings } from '../settings/store.ts';

/**
 * Gives a frame the rule that its marks are painted by. Inserted rules are no part of the document, so that the page is
 * left as it is. Firefox paints inside shadow trees only by rules of user origin, Chromium a background only by others.
 */
export async function paintStyle(tabId: number, frameId: number): Promise<void> {
  const { settings } = await loadSettings();
  await browser.scripting.insertCSS({
    target: { tabId, frameIds: [frameId] },
    css: markStyle(settings.marks).css,
    origin: __BROWSER__ === 'firefox' ? 'USER' : 'AUTHOR',
  });
}
