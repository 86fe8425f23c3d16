/**
 * Gives a card the text size, density and level of detail that the reader chose. An open card is dressed anew as it
 * stands: what is unfolded or focused stays so.
 */
import type { CardOptions } from './port.ts';
import { TEXT } from './sizes.ts';

/**
 * Density, text size and level of detail.
 *
 * @param unit of the text size: of the page around in pages of the web, whose root may have any size
 */
export function dressed(
  card: HTMLElement,
  { density, textSize, professional }: Pick<CardOptions, 'density' | 'textSize' | 'professional'>,
  unit: 'em' | 'rem' = 'em',
): HTMLElement {
  card.dataset.density = density;
  const size = TEXT[card.classList.contains('glance') ? 'glance' : 'reading'];
  card.style.fontSize = `${size * (textSize / 100)}${unit}`;
  card.toggleAttribute('data-professional', professional);
  const box = card.querySelector<HTMLInputElement>('.switch > input');
  if (box) box.checked = professional;
  return card;
}
