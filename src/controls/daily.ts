/**
 * The settings that readers change in daily use, each as one control: the options and the popup show the same ones in the
 * same words.
 */

import type { CompiledEntry } from '../knowledge/types.ts';
import { formatNumber, language, t } from '../platform/i18n.ts';
import { setSetting } from '../settings/store.ts';
import { ACTION_FLOORS, GROUPS } from '../shared/policy/marks.ts';
import { baseLanguage } from '../shared/shapes.ts';
import { h } from '../ui/dom.ts';
import { keyOf } from '../ui/keys.ts';
import { bound, checksOf, choice, type Part, radiosOf, rangeOf, selectOf, shownWhile } from './controls.ts';

/** Which groups are marked. */
export function groups(): Part {
  return checksOf(
    'marks.groups',
    t('optionsGroups'),
    GROUPS.map((group) => [group, t(keyOf('group', group))] as const),
  );
}

/** How many mentions of a medicine are marked. */
export function quiet(): Part {
  return radiosOf('marks.quiet', t('optionsQuiet'), [
    ['every', t('optionsQuietEvery')],
    ['first-per-section', t('optionsQuietSection')],
    ['first-per-page', t('optionsQuietPage')],
  ]);
}

/** From which verdict on. */
export function floor(): Part {
  return selectOf(
    'marks.floor',
    t('optionsFloor'),
    ACTION_FLOORS.map((one) => [one, t(keyOf('optionsFloor', one))] as const),
    t('optionsFloorNote'),
  );
}

export function style(): Part {
  return radiosOf('marks.style', t('optionsStyle'), [
    ['underline', t('optionsStyleUnderline')],
    ['dotted', t('optionsStyleDotted')],
    ['background', t('optionsStyleBackground')],
  ]);
}

/** What opens a card, and the key to hold where one is needed. */
export function openOn(): Part[] {
  return [
    radiosOf('opening.on', t('optionsOpenOn'), [
      ['hover', t('optionsOpenHover')],
      ['click', t('optionsOpenClick')],
      ['modifier', t('optionsOpenModifier')],
    ]),
    shownWhile(
      selectOf('opening.modifier', t('optionsModifier'), [
        ['alt', 'Alt'],
        ['ctrl', 'Ctrl'],
        ['shift', 'Shift'],
      ]),
      ({ opening }) => opening.on === 'modifier',
    ),
  ];
}

export function theme(): Part {
  return selectOf('card.theme', t('optionsTheme'), [
    ['auto', t('optionsThemeAuto')],
    ['light', t('optionsThemeLight')],
    ['dark', t('optionsThemeDark')],
  ]);
}

export function textSize(): Part {
  return rangeOf('card.textSize', t('optionsTextSize'), 10, (value) => `${formatNumber(value)} %`);
}

/** All languages of names, or some; which there are follows from the names. */
export function languages(entries: readonly CompiledEntry[]): Part {
  const path = 'recognition.languages';
  const named = new Intl.DisplayNames([language()], { type: 'language' });
  const codes = new Set(
    entries.flatMap((entry) => entry.names.flatMap(({ lang }) => (lang === undefined ? [] : baseLanguage(lang)))),
  );
  codes.delete('en');
  const sorted = [...codes].sort((a, b) => named.of(a)!.localeCompare(named.of(b)!, language()));
  const all = h('input', { type: 'checkbox', id: 'languages-all' });
  const inputs = sorted.map((code) => h('input', { type: 'checkbox', value: code, id: `languages-${code}` }));
  const chosen = (): string[] => inputs.filter(({ checked }) => checked).map(({ value }) => value);
  all.addEventListener('change', () => void setSetting(path, all.checked ? 'all' : chosen()));
  for (const input of inputs) input.addEventListener('change', () => void setSetting(path, chosen()));
  const grid = h('div', { class: 'grid' }, ...sorted.map((code, index) => choice(inputs[index]!, named.of(code)!)));
  const element = h(
    'fieldset',
    { class: 'setting' },
    h('legend', {}, t('optionsLanguages')),
    h('p', { class: 'muted' }, t('optionsLanguagesNote')),
    choice(all, t('optionsLanguagesAll')),
    grid,
  );
  return bound(path, element, [all, ...inputs], (value) => {
    all.checked = value === 'all';
    // With all there is nothing to choose.
    grid.hidden = value === 'all';
    for (const input of inputs) input.checked = value === 'all' || (value as readonly string[]).includes(input.value);
  });
}
