/** Knows cards of ours in a page, so that they are not read as text, and takes out those that were left behind. */
import { findAll, takeOut } from '../dom/read.ts';

/** Whether a shadow root is that of a card of ours, of this start of the extension or a former one. */
export function isCardRoot(root: ShadowRoot): boolean {
  return root.querySelector('.place > .lens-card') !== null;
}

/**
 * Takes out the cards that a former start of the extension left in the page: Firefox ends a script without a word when
 * its extension is reloaded, and an open card stays, unseen after a moment (see `host.ts`).
 *
 * @param shadowRootOf gives closed shadow roots as well
 */
export function removeLeftCards(shadowRootOf: (element: Element) => ShadowRoot | null): void {
  for (const element of findAll(document, ':is(html, dialog, :fullscreen, [popover]) > div[popover=manual]')) {
    const root = shadowRootOf(element);
    if (root && isCardRoot(root)) takeOut(element);
  }
}
