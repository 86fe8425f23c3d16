/** Options on when cards open, how they look, and which names are recognised. */
import { formatNumber, language, t } from '../../platform/i18n.ts';
import { native } from '../../platform/native.ts';
import { BOUNDS } from '../../settings/schema.ts';
import { setSetting } from '../../settings/store.ts';
import { viewerPath } from '../../shared/pdf/address.ts';
import { button, h } from '../../ui/dom.ts';
import { bound, fixed, type Part, radiosOf, rangeOf, section, selectOf, shownWhile, switchOf } from './controls.ts';
import { bundledOnce } from './knowledge.ts';

const seconds = (milliseconds: number): string => t('optionsSeconds', formatNumber(milliseconds / 1000));
const percent = (value: number): string => `${formatNumber(value)} %`;

export function openingSection(): ReturnType<typeof section> {
  return section('opening', t('optionsOpening'), [
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
    shownWhile(
      rangeOf('opening.openDelay', t('optionsOpenDelay'), BOUNDS['opening.openDelay']!, 50, seconds),
      ({ opening }) => opening.on === 'hover',
    ),
    shownWhile(
      rangeOf('opening.closeDelay', t('optionsCloseDelay'), BOUNDS['opening.closeDelay']!, 50, seconds),
      ({ opening }) => opening.on !== 'click',
    ),
  ]);
}

export function cardSection(): ReturnType<typeof section> {
  return section('card', t('optionsCard'), [
    selectOf('card.theme', t('optionsTheme'), [
      ['auto', t('optionsThemeAuto')],
      ['light', t('optionsThemeLight')],
      ['dark', t('optionsThemeDark')],
    ]),
    selectOf('card.density', t('optionsDensity'), [
      ['comfortable', t('optionsDensityComfortable')],
      ['compact', t('optionsDensityCompact')],
    ]),
    rangeOf('card.textSize', t('optionsTextSize'), BOUNDS['card.textSize']!, 10, percent),
    switchOf('card.professional', t('optionsProfessional'), t('optionsProfessionalNote')),
  ]);
}

export function pdfSection(): ReturnType<typeof section> {
  const open = button(t('optionsPdfOpen'), () => native.tabs.create({ url: native.runtime.getURL(viewerPath()) }), {
    id: 'pdf-open',
  });
  return section('pdf', t('optionsPdf'), [
    switchOf('pdf.always', t('optionsPdfAlways'), t('optionsPdfAlwaysNote')),
    fixed(h('p', { class: 'buttons' }, open)),
  ]);
}

export function namesSection(): ReturnType<typeof section> {
  return section('names', t('optionsNames'), [
    languages(),
    radiosOf('recognition.strictness', t('optionsStrictness'), [
      ['strict', t('optionsStrictnessStrict')],
      ['normal', t('optionsStrictnessNormal')],
      ['loose', t('optionsStrictnessLoose')],
    ]),
  ]);
}

/** All languages, or some; which there are follows from the names. */
function languages(): Part {
  const path = 'recognition.languages';
  const names = new Intl.DisplayNames([language()], { type: 'language' });
  const codes = new Set(
    bundledOnce().entries.flatMap((entry) => entry.names.flatMap(({ lang }) => lang?.split('-')[0] ?? [])),
  );
  codes.delete('en');
  const sorted = [...codes].sort((a, b) => names.of(a)!.localeCompare(names.of(b)!, language()));
  const all = h('input', { type: 'checkbox', id: 'languages-all' });
  const inputs = sorted.map((code) => h('input', { type: 'checkbox', value: code, id: `languages-${code}` }));
  const chosen = (): string[] => inputs.filter(({ checked }) => checked).map(({ value }) => value);
  all.addEventListener('change', () => void setSetting(path, all.checked ? undefined : chosen()));
  for (const input of inputs) input.addEventListener('change', () => void setSetting(path, chosen()));
  const element = h(
    'fieldset',
    { class: 'setting' },
    h('legend', {}, t('optionsLanguages')),
    h('p', { class: 'muted' }, t('optionsLanguagesNote')),
    h('label', { class: 'choice' }, all, h('span', {}, t('optionsLanguagesAll'))),
    h(
      'div',
      { class: 'grid' },
      ...sorted.map((code, index) => h('label', { class: 'choice' }, inputs[index]!, h('span', {}, names.of(code)!))),
    ),
  );
  const part = bound(path, element, [all, ...inputs], (value) => {
    all.checked = value === 'all';
    for (const input of inputs) input.checked = value === 'all' || (value as readonly string[]).includes(input.value);
  });
  return {
    element,
    update: (state) => {
      part.update(state);
      if (state.settings.recognition.languages === 'all') for (const input of inputs) input.disabled = true;
    },
  };
}
