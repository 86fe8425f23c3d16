/** The list of wrong matches that the reader told of from a card: each text, where it is not marked, and a way back. */
import { bound, type Part } from '../../controls/controls.ts';
import { t } from '../../platform/i18n.ts';
import { setListed } from '../../settings/store.ts';
import { partsOf } from '../../shared/policy/exceptions.ts';
import { h } from '../../ui/dom.ts';
import { chip } from '../../ui/parts.ts';

const PATH = 'marks.exceptions';

export function exceptions(): Part {
  const list = h('ul', { class: 'chips', id: 'exceptions' });
  const element = h(
    'div',
    { class: 'setting' },
    h('h3', {}, t('optionsExceptions')),
    h('p', { class: 'muted' }, t('optionsExceptionsNote')),
    list,
  );
  return bound(PATH, element, [], (value, locked) => {
    const kept = value as readonly string[];
    element.hidden = kept.length === 0;
    list.replaceChildren(...kept.map((exception) => item(exception, locked)));
  });
}

function item(exception: string, locked: boolean): HTMLElement {
  const { site, text } = partsOf(exception);
  const remove = (): Promise<unknown> => setListed(PATH, exception, false);
  const about = { 'data-exception': exception };
  return chip(t('optionsException', text, site), t('optionsExceptionRemove', text, site), remove, about, locked);
}
