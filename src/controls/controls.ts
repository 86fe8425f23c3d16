/**
 * Controls of settings, for options and popup alike. Each is bound to one setting: a change is stored at once, and a
 * change elsewhere shows.
 */
import { t } from '../platform/i18n.ts';
import { BOUNDS, CHOICES } from '../settings/allowed.ts';
import { valueAt } from '../settings/layers.ts';
import type { Settings } from '../settings/schema.ts';
import { type SettingsState, setListed, setSetting } from '../settings/store.ts';
import { h, toggle } from '../ui/dom.ts';
import { keyOf } from '../ui/keys.ts';

/** Something on the page that shows settings. */
export interface Part {
  readonly element: HTMLElement;
  /** Shows the state; called at the start and whenever it changes. */
  readonly update: (state: SettingsState) => void;
}

/** A titled group of parts. */
export function section(
  id: string,
  title: string,
  parts: readonly Part[],
  intro?: string,
): Part & { id: string; title: string } {
  const element = h(
    'section',
    { id, 'aria-labelledby': `${id}-title` },
    h('h2', { id: `${id}-title` }, title),
    intro !== undefined && h('p', { class: 'muted intro' }, intro),
    ...parts.map((part) => part.element),
  );
  const update = (state: SettingsState): void => {
    for (const part of parts) part.update(state);
  };
  return { id, title, element, update };
}

/** A part that never changes. */
export function fixed(element: HTMLElement): Part {
  return { element, update: () => undefined };
}

/** A switch with its label and an explanation. */
export function switchOf(path: string, label: string, note?: string): Part {
  const input = toggle(inputId(path), (on) => setSetting(path, on));
  return bound(path, row(label, input, note), [input], (value) => {
    input.checked = value === true;
  });
}

type ChoicePath = keyof typeof CHOICES;
/** What the reader is told for a word that a setting may be. */
type Name = (word: string) => string;

/** Names words by the strings whose keys begin so. */
export const named =
  (prefix: string): Name =>
  (word) =>
    t(keyOf(prefix, word));

/** A list to choose one of. */
export function selectOf(path: ChoicePath, label: string, name: Name, note?: string): Part {
  const options = CHOICES[path].map((value) => h('option', { value }, name(value)));
  const select = h('select', { class: 'field', id: inputId(path) }, ...options);
  select.addEventListener('change', () => void setSetting(path, select.value));
  return bound(path, row(label, select, note), [select], (value) => {
    select.value = String(value);
  });
}

/** Radio buttons, for choices that need a line each. */
export function radiosOf(path: ChoicePath, label: string, name: Name): Part {
  return choicesOf('radio', path, label, name, ({ value }) => setSetting(path, value));
}

/** Check boxes for a list of values. */
export function checksOf(path: ChoicePath, label: string, name: Name): Part {
  // Each by itself: what another box was a moment ago may not be stored yet.
  return choicesOf('checkbox', path, label, name, ({ value, checked }) => setListed(path, value, checked));
}

function choicesOf(
  type: 'radio' | 'checkbox',
  path: ChoicePath,
  label: string,
  name: Name,
  set: (input: HTMLInputElement) => unknown,
): Part {
  const inputs = CHOICES[path].map((value) => h('input', { type, name: path, value, id: `${inputId(path)}-${value}` }));
  for (const input of inputs) input.addEventListener('change', () => void set(input));
  const lines = inputs.map((input) => choice(input, name(input.value)));
  return bound(path, h('fieldset', { class: 'setting' }, h('legend', {}, label), ...lines), inputs, (value) => {
    // One word, or a list of some.
    for (const input of inputs) input.checked = [value].flat().includes(input.value);
  });
}

/** A slider with its value beside it. */
export function rangeOf(path: keyof typeof BOUNDS, label: string, step: number, show: (value: number) => string): Part {
  const [min, max] = BOUNDS[path];
  const input = h('input', { type: 'range', id: inputId(path), min, max, step });
  const output = h('output', { for: input.id });
  const shown = (): void => {
    output.textContent = show(input.valueAsNumber);
    input.setAttribute('aria-valuetext', output.textContent);
  };
  input.addEventListener('input', shown);
  input.addEventListener('change', () => void setSetting(path, input.valueAsNumber));
  return bound(path, row(label, h('span', { class: 'range' }, input, output)), [input], (value) => {
    input.valueAsNumber = Number(value);
    shown();
  });
}

/** A radio button or check box with its words. */
export function choice(input: HTMLInputElement, text: string): HTMLElement {
  return h('label', { class: 'choice' }, input, h('span', {}, text));
}

/** `marks.style` to `marks-style`. */
export function inputId(path: string): string {
  return path.replace('.', '-');
}

/** A label beside its control. */
export function row(label: string, control: HTMLElement, note?: string): HTMLElement {
  const input = control.matches('input, select') ? control : control.querySelector('input, select');
  return h(
    'div',
    { class: 'setting row' },
    h('div', {}, h('label', { for: input?.id }, label), note !== undefined && h('p', { class: 'muted' }, note)),
    control,
  );
}

/** Says that an administrator locked something; hidden until it holds. */
export function lockNote(): HTMLElement {
  return h('p', { class: 'locked muted', hidden: true }, t('optionsLocked'));
}

/** The same part, shown only while it makes a difference. */
export function shownWhile(part: Part, matters: (settings: Settings) => boolean): Part {
  return {
    element: part.element,
    update: (state) => {
      part.update(state);
      part.element.hidden = !matters(state.settings);
    },
  };
}

/**
 * Ties controls to a setting: what an administrator locked is shown so, at the end of the element, and cannot be changed.
 *
 * @param show told the value, whether it is locked, and all settings
 */
export function bound(
  path: string,
  element: HTMLElement,
  controls: readonly { disabled: boolean }[],
  show: (value: unknown, locked: boolean, state: SettingsState) => void,
): Part {
  const lock = lockNote();
  element.append(lock);
  return {
    element,
    update: (state) => {
      const locked = state.managed.locked.includes(path);
      for (const control of controls) control.disabled = locked;
      lock.hidden = !locked;
      show(valueAt(state.settings, path), locked, state);
    },
  };
}
