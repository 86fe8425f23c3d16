/** Prints a card alone: from a frame of its own, so that nothing of the page is on the paper. */
import { html } from '../ui/dom.ts';
import tokens from '../ui/tokens.css?inline';
import cardCss from './card.css?inline';
import printCss from './print.css?inline';
import { unseal } from './seal.ts';

/** The frame goes when printing is over, or when nobody told us in this time, in milliseconds. */
const LONGEST = 300_000;

/**
 * @param place beside which the frame is put; inside our closed root
 * @param print does it; the frame's document holds everything of the card, unfolded
 */
export function printCard(card: HTMLElement, place: HTMLElement, print: (view: Window) => void): void {
  const frame = html('iframe');
  frame.className = 'paper';
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  // Firefox replaces the first empty document by another one; what is written before is lost.
  frame.addEventListener(
    'load',
    () => {
      const view = frame.contentWindow;
      const paper = frame.contentDocument;
      if (!view || !paper) return;
      const style = paper.createElement('style');
      style.textContent = tokens + cardCss + printCss;
      const copy = paper.importNode(card, true);
      unseal(copy);
      for (const details of copy.querySelectorAll('details')) details.open = true;
      copy.removeAttribute('style');
      paper.title = copy.querySelector('h2')?.textContent ?? '';
      paper.head.append(style);
      paper.body.append(copy);
      view.addEventListener('afterprint', () => frame.remove());
      setTimeout(() => frame.remove(), LONGEST);
      print(view);
    },
    { once: true },
  );
  place.after(frame);
}
