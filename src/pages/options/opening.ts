/** Options on when cards open, how they look, and which names are recognised. */
import { fixed, radiosOf, rangeOf, section, selectOf, shownWhile, switchOf } from '../../controls/controls.ts';
import { languages, openOn, textSize, theme } from '../../controls/daily.ts';
import { formatNumber, t } from '../../platform/i18n.ts';
import { native } from '../../platform/native.ts';
import { viewerPath } from '../../shared/pdf/address.ts';
import { button, h } from '../../ui/dom.ts';
import { bundledOnce } from './knowledge.ts';

const seconds = (milliseconds: number): string => t('optionsSeconds', formatNumber(milliseconds / 1000));

export function openingSection(): ReturnType<typeof section> {
  return section('opening', t('optionsOpening'), [
    ...openOn(),
    shownWhile(
      rangeOf('opening.openDelay', t('optionsOpenDelay'), 50, seconds),
      ({ opening }) => opening.on === 'hover',
    ),
    shownWhile(
      rangeOf('opening.closeDelay', t('optionsCloseDelay'), 50, seconds),
      ({ opening }) => opening.on !== 'click',
    ),
  ]);
}

export function cardSection(): ReturnType<typeof section> {
  return section('card', t('optionsCard'), [
    theme(),
    selectOf('card.density', t('optionsDensity'), [
      ['comfortable', t('optionsDensityComfortable')],
      ['compact', t('optionsDensityCompact')],
    ]),
    textSize(),
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
    languages(bundledOnce().entries),
    radiosOf('recognition.strictness', t('optionsStrictness'), [
      ['strict', t('optionsStrictnessStrict')],
      ['normal', t('optionsStrictnessNormal')],
      ['loose', t('optionsStrictnessLoose')],
    ]),
  ]);
}
