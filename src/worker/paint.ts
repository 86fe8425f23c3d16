import { markStyle } from '../frame/marks/mark-style.ts';
import { browser } from '../platform/browser.ts';
import { readProjection } from '../settings/projection.ts';

/**
 * Gives a frame the rule that its marks are painted by. Inserted rules are no part of the document, so that the page is
 * left as it is. Firefox paints inside shadow trees only by rules of user origin, Chromium a background only by others.
 */
export async function paintStyle(tabId: number, frameId: number): Promise<void> {
  const { marks } = await readProjection();
  await browser.scripting.insertCSS({
    target: { tabId, frameIds: [frameId] },
    css: markStyle(marks).css,
    origin: import.meta.env.MODE === 'firefox' ? 'USER' : 'AUTHOR',
  });
}
