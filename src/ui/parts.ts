/** Small parts that several of our pages are made of; their looks are in `parts.css`. */
import { button, h } from './dom.ts';

/** Something that was picked, with a button that takes it out. `about`: attributes of the item. */
export function chip(
  text: string,
  removeLabel: string,
  remove: () => unknown,
  about: Readonly<Record<string, string>>,
  disabled = false,
): HTMLElement {
  const out = button('✕', remove, { class: 'chip-remove', 'aria-label': removeLabel, disabled });
  return h('li', { class: 'chip', ...about }, h('span', {}, text), out);
}

/** A box that says something; what it says arrives as elements. */
export function notice(
  kind: 'info' | 'warning' | 'error',
  attributes: Readonly<Record<string, string>>,
  ...told: readonly (HTMLElement | false)[]
): HTMLElement {
  return h('div', { class: 'notice', 'data-kind': kind, ...attributes }, ...told);
}
