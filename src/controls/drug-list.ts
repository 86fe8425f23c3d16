/** The control of a setting that is a list of medicines: those that are not marked, and those to watch. */
import type { Knowledge } from '../knowledge/access.ts';
import { t } from '../platform/i18n.ts';
import { setListed } from '../settings/store.ts';
import { h } from '../ui/dom.ts';
import { chip } from '../ui/parts.ts';
import { bound, inputId, type Part } from './controls.ts';

/** Medicines that the reader knows and wants unmarked. */
export const hiddenDrugs = (knowledge: Promise<Knowledge>): Part =>
  drugList('marks.hiddenDrugs', 'optionsHidden', knowledge);

/** Medicines whose pairs are spoken of first. */
export const watchedDrugs = (knowledge: Promise<Knowledge>): Part => drugList('watched', 'optionsWatched', knowledge);

/**
 * A field that completes names, and the chosen ones, each with a button that takes it out again.
 *
 * @param path of a setting that holds ids
 * @param key how the keys of its own strings begin
 */
function drugList(path: string, key: string, knowledge: Promise<Knowledge>): Part {
  const id = inputId(path);
  const names = h('datalist', { id: `${id}-names` });
  const input = h('input', {
    class: 'field',
    id: `${id}-name`,
    list: names.id,
    autocomplete: 'off',
    spellcheck: 'false',
    placeholder: t('optionsHiddenName'),
  });
  const add = h('button', { class: 'button' }, t(`${key}Add`));
  const list = h('ul', { class: 'chips', id });
  const unknown = h('p', { class: 'muted', role: 'status' });
  const form = h('form', { class: 'buttons' }, input, add);
  /** By name in small letters. */
  let idOf: ReadonlyMap<string, string> = new Map();
  let nameOf: ReadonlyMap<string, string> = new Map();
  let chosen: readonly string[] = [];
  let locked = false;

  void knowledge.then((known) => {
    const entries = known.entries();
    nameOf = new Map(entries.map((entry) => [entry.id, entry.name]));
    const ids = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry.id]));
    // What a reader has on a box is a brand more often than not.
    for (const entry of entries) {
      for (const { form: written } of entry.names) {
        if (!ids.has(written.toLowerCase())) ids.set(written.toLowerCase(), entry.id);
      }
    }
    idOf = ids;
    names.replaceChildren(...[...nameOf.values()].map((name) => h('option', { value: name })));
    draw();
  });

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const found = idOf.get(input.value.trim().toLowerCase());
    unknown.textContent = found ? '' : t('optionsHiddenUnknown', input.value);
    if (!found) return;
    input.value = '';
    void setListed(path, found, true);
  });

  const label = h('label', { for: input.id }, t(key));
  const about = h('p', { class: 'muted' }, t(`${key}Note`));
  const element = h('div', { class: 'setting' }, label, about, form, names, unknown, list);
  return bound(path, element, [input, add], (ids, isLocked) => {
    chosen = ids as readonly string[];
    locked = isLocked;
    draw();
  });

  /** By their ids until the names are known. */
  function draw(): void {
    list.replaceChildren(
      ...chosen.map((drug) => {
        const name = nameOf.get(drug) ?? drug;
        return chip(name, t(`${key}Remove`, name), () => setListed(path, drug, false), { 'data-drug': drug }, locked);
      }),
    );
  }
}
