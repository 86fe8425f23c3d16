/**
 * Makes the glance as small as the room that there is for it: it never scrolls and its words never shrink, it says less.
 * What it leaves out stands in the reading view, one press of "More" away. The verdict and that button are always there.
 */

/** How high a glance is at most, in CSS pixels at the usual text size: it covers little of what is being read. */
export const GLANCE_HEIGHT = 180;

/**
 * What goes, one after the other; `card.css` says how by the number: the source's second line, further sentences, what it is,
 * the sentence, whom to ask, all but one line of the name, the name, and the row of its own for the buttons.
 */
const CUTS = 8;
/** The one after which the name has its place to itself. */
const WHAT = 3;

/** Leaves out as little as will do. `room`: the height that there is, in CSS pixels. */
export function shorten(card: HTMLElement, room: number): void {
  card.removeAttribute('data-cut');
  let cuts = '';
  for (let count = 1; count <= CUTS && (isOver(card, room) || (count <= WHAT && isTitleCut(card))); count++) {
    cuts = `${cuts} ${count}`;
    card.dataset.cut = cuts.trim();
  }
}

function isOver(card: HTMLElement, room: number): boolean {
  return heightOf(card) > room;
}

/** A name has three lines at most; what it is must not be cut off in the midst of them. */
function isTitleCut(card: HTMLElement): boolean {
  const title = card.querySelector('h2');
  return title !== null && title.scrollHeight > title.clientHeight + 2;
}

/** As high as the card would be with all that it holds, its border included. */
export function heightOf(card: HTMLElement): number {
  return card.scrollHeight + card.offsetHeight - card.clientHeight;
}
