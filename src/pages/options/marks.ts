/** Options on what is marked and how it looks. */

import { bound, inputId, type Part, row, section, switchOf } from '../../controls/controls.ts';
import { floor, groups, quiet, style } from '../../controls/daily.ts';
import { hiddenDrugs, watchedDrugs } from '../../controls/drug-list.ts';
import { t } from '../../platform/i18n.ts';
import { setSetting } from '../../settings/store.ts';
import { FLASH_COLOR } from '../../shared/policy/mark-look.ts';
import { button, h } from '../../ui/dom.ts';
import { openedKnowledge } from '../knowledge.ts';
import { exceptions } from './exceptions.ts';
import { preview } from './preview.ts';

/** What to mark. */
export function whatSection(): ReturnType<typeof section> {
  return section('what', t('optionsWhat'), [groups(), quiet(), floor(), hiddenDrugs(openedKnowledge()), exceptions()]);
}

/** Whose pairs are spoken of first. */
export function watchSection(): ReturnType<typeof section> {
  return section('watch', t('optionsWatch'), [watchedDrugs(openedKnowledge())]);
}

/** How marks look. */
export function lookSection(): ReturnType<typeof section> {
  return section('look', t('optionsLook'), [
    preview(),
    style(),
    color(),
    switchOf('marks.inPrint', t('optionsPrint'), t('optionsPrintNote')),
  ]);
}

function color(): Part {
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
