/** Builds elements. Text only ever arrives as text nodes. */

type Child = Node | string | null | undefined | false;
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Taken off the prototype, since in a page a picture may be named `createElementNS`. */
const make = (space: string, tag: string): Element =>
  Document.prototype.createElementNS.call(document, `http://www.w3.org/${space}`, tag);

function filled<Made extends Element>(element: Made, attributes: Attributes, children: readonly Child[]): Made {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, '');
    else if (value !== undefined && value !== false) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child): child is Node | string => Boolean(child)));
  return element;
}

/** An HTML element, in documents of any kind: in XML ones `createElement` makes none. */
export function html<Tag extends keyof HTMLElementTagNameMap>(tag: Tag): HTMLElementTagNameMap[Tag] {
  return make('1999/xhtml', tag) as HTMLElementTagNameMap[Tag];
}

/**
 * An element with attributes and children. An attribute that is `true` is set empty, one that is `false` or undefined is
 * left out; children that are nothing are skipped.
 */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  return filled(html(tag), attributes, children);
}

/** The same of a drawing. */
export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[Tag] {
  return filled(make('2000/svg', tag) as SVGElementTagNameMap[Tag], attributes, children);
}

/** A button that does something. */
export function button(label: Node | string, run: () => unknown, attributes: Attributes = {}): HTMLButtonElement {
  const element = h('button', { type: 'button', class: 'button', ...attributes }, label);
  element.addEventListener('click', () => void run());
  return element;
}

/** A switch, for a label to be written to it. */
export function toggle(id: string | undefined, set: (on: boolean) => unknown): HTMLInputElement {
  const input = h('input', { type: 'checkbox', role: 'switch', class: 'toggle', id });
  input.addEventListener('change', () => void set(input.checked));
  return input;
}

/** The element with an id that the page's own HTML has. Throws when it is missing. */
export function byId<Type extends HTMLElement = HTMLElement>(id: string): Type {
  const element = document.getElementById(id);
  if (!element) throw new Error(`no #${id} in this page`);
  return element as Type;
}
