/** What only the options ask of marks: their colour, and the wrong matches that the reader told of from a card. */
import { bound, inputId, type Part, row } from '../../controls/controls.ts';
import { t } from '../../platform/i18n.ts';
import { setListed, setSetting } from '../../settings/store.ts';
import { partsOf } from '../../shared/policy/exceptions.ts';
import { FLASH_COLOR } from '../../shared/policy/mark-look.ts';
import { button, h } from '../../ui/dom.ts';
import { chip } from '../../ui/parts.ts';

export function color(): Part {
  const path = 'marks.color';
  const input = h('input', { type: 'color', id: inputId(path) });
  input.addEventListener('change', () => void setSetting(path, input.value));
  const auto = button(t('optionsColorAuto'), () => setSetting(path, 'auto'));
  const element = row(t('optionsColor'), h('span', { class: 'buttons' }, input, auto));
  return bound(path, element, [input, auto], (value) => {
    input.value = value === 'auto' ? FLASH_COLOR : String(value);
    auto.setAttribute('aria-pressed', String(value === 'auto'));
  });
}

/** Each text of a wrong match, where it is not marked, and a way back. */
export function exceptions(): Part {
  const path = 'marks.exceptions';
  const list = h('ul', { class: 'chips', id: 'exceptions' });
  const about = h('p', { class: 'muted' }, t('optionsExceptionsNote'));
  const element = h('div', { class: 'setting' }, h('h3', {}, t('optionsExceptions')), about, list);
  return bound(path, element, [], (value, locked) => {
    const kept = value as readonly string[];
    element.hidden = kept.length === 0;
    list.replaceChildren(
      ...kept.map((exception) => {
        const { site, text } = partsOf(exception);
        const remove = () => setListed(path, exception, false);
        const named = { 'data-exception': exception };
        return chip(t('optionsException', text, site), t('optionsExceptionRemove', text, site), remove, named, locked);
      }),
    );
  });
}
