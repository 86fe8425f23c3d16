/**
 * Makes the glance as small as the room that there is for it: it never scrolls and its words never shrink, it says
 * less. What it leaves out stands in the reading view, one press of "More" away. Name, verdict and whom to ask are
 * always there.
 */

/**
 * What goes, one after the other; `style/glance.css` says how, by these words: what else is known of the source than what it is and
 * its year, further sentences, what the medicine is, the source, the sentence, the long way to say whom to ask, and the line
 * of the name's own, which then stands before the verdict.
 */
const CUTS = ['rest', 'further', 'what', 'source', 'sentence', 'ask', 'name'];
/**
 * Where all of that is gone, what is left stands in two rows, the verdict in full or in short, or in three narrower ones. Where
 * even that is too much, the end of a row is left out.
 */
const LAST = ['row', 'short row', 'short stack', 'short row'];
const ALL = CUTS.join(' ');

const WAYS: readonly string[] = [
  '',
  ...CUTS.map((_, index) => CUTS.slice(0, index + 1).join(' ')),
  ...LAST.map((last) => `${ALL} ${last}`),
];

/** Leaves out as little as will do. `room`: the height that there is, in CSS pixels. */
export function shorten(card: HTMLElement, room: number): void {
  for (const way of WAYS) {
    if (way === '') card.removeAttribute('data-cut');
    else card.dataset.cut = way;
    if (heightOf(card) <= room && !isCut(card)) return;
  }
}

/**
 * Whether something would be cut off in the midst: of a name, which has three lines at most, with what it is; of what stands
 * in two rows. Where a source takes more than one line, it is said in short.
 */
function isCut(card: HTMLElement): boolean {
  const { cut = '' } = card.dataset;
  const find = (selector: string): HTMLElement | null => card.querySelector<HTMLElement>(selector);
  const source = find('.source');
  if (cut === '' && source && source.clientHeight > Number.parseFloat(getComputedStyle(source).fontSize) * 1.9)
    return true;
  if (cut.endsWith('row'))
    return [find('.verdict'), find('.brief')].some((row) => row && row.scrollWidth > row.clientWidth + 1);
  const title = find('h2');
  return title !== null && !cut.includes('what') && title.scrollHeight > title.clientHeight + 2;
}

/** As high as the card would be with all that it holds, its border included. */
export function heightOf(card: HTMLElement): number {
  return card.scrollHeight + card.offsetHeight - card.clientHeight;
}
