/**
 * Keeps open what the reader opened, and the focus where it is, when the popup's list is drawn anew: a page that
 * changes reports itself, and the popup then draws what it holds.
 */
import { type Attributes, h } from '../../ui/dom.ts';

/** Keys of the expanders that stand open. */
const opened = new Set<string>();

/** An expander that is open where one of the same key was left open. `key`: what it holds, the same in each drawing. */
export function expander(key: string, attributes: Attributes, ...children: HTMLElement[]): HTMLDetailsElement {
  const details = h('details', { ...attributes, 'data-opens': key, open: opened.has(key) }, ...children);
  details.addEventListener('toggle', () => void (details.open ? opened.add(key) : opened.delete(key)));
  return details;
}

/** Draws, and gives the focus back to what took the place of the one that had it. */
export function keepingFocus(within: Element, draw: () => void): void {
  const focused = document.activeElement;
  const path = focused !== null && within.contains(focused) ? pathOf(focused) : undefined;
  draw();
  if (path) within.querySelector<HTMLElement>(path)?.focus();
}

/** A selector of what can have the focus in the list. */
function pathOf(element: Element): string | undefined {
  const attribute = (name: string, value: string | undefined) => value && `[data-${name}="${CSS.escape(value)}"]`;
  const { drug, go } = (element as HTMLElement).dataset;
  const holder = element.closest<HTMLElement>(go ? '[data-pair]' : '[data-opens]')?.dataset;
  if (go) return `${attribute('pair', holder?.pair)} ${attribute('go', go)}`;
  if (element.localName === 'summary') return `${attribute('opens', holder?.opens)} > summary`;
  return attribute('drug', drug);
}
