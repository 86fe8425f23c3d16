/** The buttons that open, move and close a card. */
import { button, h } from '../ui/dom.ts';
import { icon } from './icons.ts';
import type { Wording } from './words.ts';

export function glanceTools(
  { words }: Wording,
  does: { readonly more: () => void; readonly close: () => void },
): HTMLElement[] {
  const more = button(words('cardMore'), does.more, { class: 'go-on', 'data-tool': 'more' });
  return [more, tool('close', words('cardClose'), does.close)];
}

export function readingTools(
  { words }: Wording,
  {
    keep,
    flip,
    close,
  }: { readonly keep: (() => void) | undefined; readonly flip: () => void; readonly close: () => void },
): HTMLElement[] {
  return [
    ...(keep ? [tool('keep', words('cardCompare'), keep)] : []),
    tool('move', words('cardMove'), flip),
    tool('close', words('cardClose'), close),
  ];
}

function tool(name: string, label: string, run: () => void): HTMLButtonElement {
  const button = h('button', { type: 'button', title: label, 'aria-label': label, 'data-tool': name }, icon(name));
  button.addEventListener('click', run);
  return button;
}
