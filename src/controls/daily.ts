/**
 * The settings that readers change in daily use, each as one control: the options and the popup show the same ones in
 * the same words.
 */

import type { CompiledEntry } from '../knowledge/types.ts';
import { formatNumber, language, t } from '../platform/i18n.ts';
import { setListed, setSetting } from '../settings/store.ts';
import { baseLanguage } from '../shared/shapes.ts';
import { h } from '../ui/dom.ts';
import { keyOf } from '../ui/keys.ts';
import { bound, checksOf, choice, named, type Part, radiosOf, rangeOf, selectOf, shownWhile } from './controls.ts';

/** Which groups are marked. */
export const groups = (): Part => checksOf('marks.groups', t('optionsGroups'), named('group'));

/** How many mentions of a medicine are marked. */
export const quiet = (): Part =>
  radiosOf('marks.quiet', t('optionsQuiet'), (word) => named('optionsQuiet')(word.replace('first-per-', '')));

/** From which verdict on. */
export const floor = (): Part =>
  selectOf('marks.floor', t('optionsFloor'), named('optionsFloor'), t('optionsFloorNote'));

export const style = (): Part => radiosOf('marks.style', t('optionsStyle'), named('optionsStyle'));

/** What opens a card, and the key to hold where one is needed. */
export function openOn(): Part[] {
  // As it stands on the key: "Alt".
  const modifier = selectOf('opening.modifier', t('optionsModifier'), (key) => keyOf('', key));
  return [
    radiosOf('opening.on', t('optionsOpenOn'), named('optionsOpen')),
    shownWhile(modifier, ({ opening }) => opening.on === 'modifier'),
  ];
}

export const theme = (): Part => selectOf('card.theme', t('optionsTheme'), named('optionsTheme'));

export const textSize = (): Part =>
  rangeOf('card.textSize', t('optionsTextSize'), 10, (value) => `${formatNumber(value)} %`);

/** All languages of names, or some; which there are follows from the names. */
export function languages(entries: readonly CompiledEntry[]): Part {
  const path = 'recognition.languages';
  const names = new Intl.DisplayNames([language()], { type: 'language' });
  const codes = new Set(
    entries.flatMap((entry) => entry.names.flatMap(({ lang }) => (lang === undefined ? [] : baseLanguage(lang)))),
  );
  codes.delete('en');
  const sorted = [...codes].sort((a, b) => names.of(a)!.localeCompare(names.of(b)!, language()));
  const all = h('input', { type: 'checkbox', id: 'languages-all' });
  const inputs = sorted.map((code) => h('input', { type: 'checkbox', value: code, id: `languages-${code}` }));
  all.addEventListener('change', () => void setSetting(path, all.checked ? 'all' : sorted));
  // Each by itself: what another box was a moment ago may not be stored yet.
  for (const input of inputs) {
    input.addEventListener('change', () => void setListed(path, input.value, input.checked, sorted));
  }
  const grid = h('div', { class: 'grid' }, ...sorted.map((code, index) => choice(inputs[index]!, names.of(code)!)));
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
