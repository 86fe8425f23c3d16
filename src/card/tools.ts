/**
 * The buttons of the card itself: to show more, compare, move and close. `Does` lists all that buttons of a card may
 * do; `controller.ts` does it.
 */
import { button } from '../ui/dom.ts';
import { icon } from './icons.ts';
import type { Wording } from './words.ts';

/** What the card's buttons do. */
export interface Does {
  readonly more: () => void;
  readonly close: () => void;
  /** To the other side of the window. */
  readonly flip: () => void;
  /** Keeps this card beside the next one; absent where there is no room. */
  readonly keep: (() => void) | undefined;
  readonly showDrug: (drug: string) => void;
  readonly print: (card: HTMLElement) => void;
}

export function glanceTools({ words }: Wording, { more, close }: Pick<Does, 'more' | 'close'>): HTMLElement[] {
  return [
    button(words('cardMore'), more, { class: 'go-on', 'data-tool': 'more' }),
    tool('close', words('cardClose'), close),
  ];
}

export function readingTools({ words }: Wording, { keep, flip, close }: Does): HTMLElement[] {
  return [
    ...(keep ? [tool('keep', words('cardCompare'), keep)] : []),
    tool('move', words('cardMove'), flip),
    tool('close', words('cardClose'), close),
  ];
}

function tool(name: string, title: string, run: () => void): HTMLButtonElement {
  return button(icon(name), run, { class: 'tool', title, 'aria-label': title, 'data-tool': name });
}
