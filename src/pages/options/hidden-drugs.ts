/** The list of medicines that the reader knows and wants unmarked. */
import { t } from '../../platform/i18n.ts';
import { withValue } from '../../settings/layers.ts';
import { changeSettings, type SettingsState } from '../../settings/store.ts';
import { button, h } from '../../ui/dom.ts';
import { lockNote, type Part } from './controls.ts';
import { openedKnowledge } from './knowledge.ts';

const PATH = 'marks.hiddenDrugs';

/** A field that completes names, and the chosen ones, each with a button that marks it again. */
export function hiddenDrugs(): Part {
  const names = h('datalist', { id: 'drug-names' });
  const input = h('input', {
    class: 'field',
    id: 'hidden-drug',
    list: 'drug-names',
    autocomplete: 'off',
    spellcheck: 'false',
    placeholder: t('optionsHiddenName'),
  });
  const lock = lockNote();
  const add = h('button', { class: 'button' }, t('optionsHiddenAdd'));
  const list = h('ul', { class: 'chips', id: 'hidden-drugs' });
  const unknown = h('p', { class: 'muted', role: 'status' });
  const form = h('form', { class: 'buttons' }, input, add);
  const idOf = new Map<string, string>();
  const nameOf = new Map<string, string>();

  void openedKnowledge().then((knowledge) => {
    for (const { id, name } of knowledge.entries()) {
      idOf.set(name.toLowerCase(), id);
      nameOf.set(id, name);
    }
    names.replaceChildren(...knowledge.entries().map(({ name }) => h('option', { value: name })));
    for (const item of list.children) {
      const { drug } = (item as HTMLElement).dataset;
      item.firstChild!.textContent = nameOf.get(drug!) ?? drug!;
    }
  });

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const id = idOf.get(input.value.trim().toLowerCase());
    unknown.textContent = id ? '' : t('optionsHiddenUnknown', input.value);
    if (!id) return;
    input.value = '';
    void change((ids) => [...ids, id]);
  });

  return {
    element: h(
      'div',
      { class: 'setting' },
      h('label', { for: 'hidden-drug' }, t('optionsHidden')),
      h('p', { class: 'muted' }, t('optionsHiddenNote')),
      form,
      names,
      unknown,
      list,
      lock,
    ),
    update: ({ settings, managed }: SettingsState) => {
      const locked = managed.locked.includes(PATH);
      input.disabled = locked;
      add.disabled = locked;
      lock.hidden = !locked;
      list.replaceChildren(
        ...settings.marks.hiddenDrugs.map((id) => {
          const name = nameOf.get(id) ?? id;
          const remove = button('✕', () => change((ids) => ids.filter((other) => other !== id)), {
            class: 'chip-remove',
            'aria-label': t('optionsHiddenRemove', name),
            disabled: locked,
          });
          return h('li', { class: 'chip', 'data-drug': id }, h('span', {}, name), remove);
        }),
      );
    },
  };
}

function change(edit: (ids: readonly string[]) => readonly string[]): Promise<unknown> {
  return changeSettings((own, { settings }) => withValue(own, PATH, [...new Set(edit(settings.marks.hiddenDrugs))]));
}
