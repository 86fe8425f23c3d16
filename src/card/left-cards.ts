/**
 * Takes out the cards that a former start of the extension left in the page: Firefox ends a script without a word when
 * its extension is reloaded, and an open card stays, unseen after a moment (see `host.ts`).
 *
 * @param shadowRootOf gives closed shadow roots as well
 */
export function removeLeftCards(shadowRootOf: (element: Element) => ShadowRoot | null): void {
  for (const element of document.querySelectorAll(':is(html, dialog) > div[popover=manual]')) {
    if (shadowRootOf(element)?.querySelector('.place > .lens-card')) element.remove();
  }
}
