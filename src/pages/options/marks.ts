/** Options on what is marked and how it looks. */

import { t } from '../../platform/i18n.ts';
import { setSetting } from '../../settings/store.ts';
import { FLASH_COLOR } from '../../shared/policy/mark-look.ts';
import { ACTION_FLOORS, GROUPS } from '../../shared/policy/marks.ts';
import { button, h } from '../../ui/dom.ts';
import { groupKey } from '../../ui/keys.ts';
import { bound, checksOf, inputId, type Part, radiosOf, row, section, selectOf, switchOf } from './controls.ts';
import { exceptions } from './exceptions.ts';
import { hiddenDrugs } from './hidden-drugs.ts';
import { preview } from './preview.ts';

/** What to mark. */
export function whatSection(): ReturnType<typeof section> {
  return section('what', t('optionsWhat'), [
    checksOf(
      'marks.groups',
      t('optionsGroups'),
      GROUPS.map((group) => [group, t(groupKey(group))] as const),
    ),
    radiosOf('marks.quiet', t('optionsQuiet'), [
      ['every', t('optionsQuietEvery')],
      ['first-per-section', t('optionsQuietSection')],
      ['first-per-page', t('optionsQuietPage')],
    ]),
    selectOf(
      'marks.floor',
      t('optionsFloor'),
      ACTION_FLOORS.map((floor) => [floor, t(`optionsFloor${floor[0]!.toUpperCase()}${floor.slice(1)}`)] as const),
      t('optionsFloorNote'),
    ),
    hiddenDrugs(),
    exceptions(),
  ]);
}

/** How marks look. */
export function lookSection(): ReturnType<typeof section> {
  return section('look', t('optionsLook'), [
    preview(),
    radiosOf('marks.style', t('optionsStyle'), [
      ['underline', t('optionsStyleUnderline')],
      ['dotted', t('optionsStyleDotted')],
      ['background', t('optionsStyleBackground')],
    ]),
    color(),
    switchOf('marks.inPrint', t('optionsPrint'), t('optionsPrintNote')),
  ]);
}

function color(): Part {
  const path = 'marks.color';
  const input = h('input', { type: 'color', id: inputId(path) });
  input.addEventListener('change', () => void setSetting(path, input.value));
  const auto = button(t('optionsColorAuto'), () => setSetting(path, undefined));
  const element = row(t('optionsColor'), h('span', { class: 'buttons' }, input, auto));
  return bound(path, element, [input, auto], (value) => {
    input.value = value === 'auto' ? FLASH_COLOR : String(value);
    auto.setAttribute('aria-pressed', String(value === 'auto'));
  });
}
