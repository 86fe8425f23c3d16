/**
 * Keeps what the card says out of the page's reach. Chromium's `window.find` tells a page whether a text stands
 * anywhere, closed shadow trees included, and Firefox's even hands out the node in which it stands, and with it the
 * whole tree. What a style draws is found by neither, and read aloud all the same: so the card's text stands in
 * attributes that its style shows.
 */
import { textWalker } from '../dom/read.ts';
import { h } from '../ui/dom.ts';

const SAID = 'data-said';

/** The rule that shows sealed text. */
export const SEALED_CSS = `[${SAID}]::before { content: attr(${SAID}); }`;

/** Seals all text below an element. */
export function seal(root: Node): void {
  const walker = textWalker(root);
  const found: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) found.push(node as Text);
  for (const text of found) text.replaceWith(h('span', { [SAID]: text.data }));
}

/** Seals what is below an element now, and whatever comes, before the page can run. */
export function keepSealed(root: Node): void {
  seal(root);
  new MutationObserver(() => seal(root)).observe(root, { childList: true, characterData: true, subtree: true });
}

/** Makes text of what is sealed below an element. */
export function unseal(root: ParentNode): void {
  for (const element of root.querySelectorAll(`[${SAID}]`)) element.replaceWith(element.getAttribute(SAID) ?? '');
}
