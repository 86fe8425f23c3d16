/** What the options say after something was done, in one line at the bottom. */
import { byId } from '../../ui/dom.ts';

/** Shows one line for a while, and says it to screen readers. */
export function say(text: string): void {
  const status = byId('said');
  status.textContent = text;
  status.classList.remove('visually-hidden');
  clearTimeout(Number(status.dataset.timer));
  status.dataset.timer = String(setTimeout(() => status.classList.add('visually-hidden'), 6_000));
}
