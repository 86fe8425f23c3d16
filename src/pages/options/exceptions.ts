/** The list of wrong matches that the reader told of from a card: each text, where it is not marked, and a way back. */
import { lockNote, type Part } from '../../controls/controls.ts';
import { t } from '../../platform/i18n.ts';
import { withValue } from '../../settings/layers.ts';
import { changeSettings } from '../../settings/store.ts';
import { partsOf } from '../../shared/policy/exceptions.ts';
import { button, h } from '../../ui/dom.ts';

const PATH = 'marks.exceptions';

export function exceptions(): Part {
  const list = h('ul', { class: 'chips', id: 'exceptions' });
  const lock = lockNote();
  const element = h(
    'div',
    { class: 'setting' },
    h('h3', {}, t('optionsExceptions')),
    h('p', { class: 'muted' }, t('optionsExceptionsNote')),
    list,
    lock,
  );
  return {
    element,
    update: ({ settings, managed }) => {
      const locked = managed.locked.includes(PATH);
      lock.hidden = !locked;
      element.hidden = settings.marks.exceptions.length === 0;
      list.replaceChildren(...settings.marks.exceptions.map((exception) => item(exception, locked)));
    },
  };
}

function item(exception: string, locked: boolean): HTMLElement {
  const { site, text } = partsOf(exception);
  const remove = button('✕', () => forget(exception), {
    class: 'chip-remove',
    'aria-label': t('optionsExceptionRemove', text, site),
    disabled: locked,
  });
  return h(
    'li',
    { class: 'chip', 'data-exception': exception },
    h('span', {}, t('optionsException', text, site)),
    remove,
  );
}

function forget(exception: string): Promise<unknown> {
  return changeSettings((own, { settings }) =>
    withValue(
      own,
      PATH,
      settings.marks.exceptions.filter((other) => other !== exception),
    ),
  );
}
