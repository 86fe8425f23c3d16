/** The control of a setting that is a list of medicines: those that are not marked, and those to watch. */
import type { Knowledge } from '../knowledge/access.ts';
import { t } from '../platform/i18n.ts';
import { setListed } from '../settings/store.ts';
import { h } from '../ui/dom.ts';
import { chip } from '../ui/parts.ts';
import { bound, inputId, type Part } from './controls.ts';

/** Strings of one list. */
interface Words {
  readonly title: string;
  readonly note: string;
  /** Of the button that adds. */
  readonly add: string;
  /** Key of the label of a button that removes; `$1` is the medicine. */
  readonly removeKey: string;
}

/** Medicines that the reader knows and wants unmarked. */
export function hiddenDrugs(knowledge: Promise<Knowledge>): Part {
  const [title, note, add] = [t('optionsHidden'), t('optionsHiddenNote'), t('optionsHiddenAdd')];
  return drugList('marks.hiddenDrugs', { title, note, add, removeKey: 'optionsHiddenRemove' }, knowledge);
}

/** Medicines whose pairs are spoken of first. */
export function watchedDrugs(knowledge: Promise<Knowledge>): Part {
  const [title, note, add] = [t('optionsWatched'), t('optionsWatchedNote'), t('optionsWatchedAdd')];
  return drugList('watched', { title, note, add, removeKey: 'optionsWatchedRemove' }, knowledge);
}

/**
 * A field that completes names, and the chosen ones, each with a button that takes it out again.
 *
 * @param path of a setting that holds ids
 */
function drugList(path: string, { title, note, add: addLabel, removeKey }: Words, knowledge: Promise<Knowledge>): Part {
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
  const add = h('button', { class: 'button' }, addLabel);
  const list = h('ul', { class: 'chips', id });
  const unknown = h('p', { class: 'muted', role: 'status' });
  const form = h('form', { class: 'buttons' }, input, add);
  /** By name in small letters. */
  const idOf = new Map<string, string>();
  const nameOf = new Map<string, string>();
  let chosen: readonly string[] = [];
  let locked = false;

  void knowledge.then((known) => {
    for (const entry of known.entries()) {
      // What a reader has on a box is a brand more often than not.
      for (const { form: written } of entry.names)
        if (!idOf.has(written.toLowerCase())) idOf.set(written.toLowerCase(), entry.id);
      nameOf.set(entry.id, entry.name);
    }
    for (const [entry, name] of nameOf) idOf.set(name.toLowerCase(), entry);
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

  const label = h('label', { for: input.id }, title);
  const about = h('p', { class: 'muted' }, note);
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
        return chip(name, t(removeKey, name), () => setListed(path, drug, false), { 'data-drug': drug }, locked);
      }),
    );
  }
}
