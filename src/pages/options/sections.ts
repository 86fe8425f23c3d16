/** The sections of the options page, in their order. */
import { fixed, named, radiosOf, rangeOf, section, selectOf, shownWhile, switchOf } from '../../controls/controls.ts';
import { floor, groups, languages, openOn, quiet, style, textSize, theme } from '../../controls/daily.ts';
import { hiddenDrugs, watchedDrugs } from '../../controls/drug-list.ts';
import { bundledKnowledge } from '../../knowledge/bundled.ts';
import { formatNumber, t } from '../../platform/i18n.ts';
import { native } from '../../platform/native.ts';
import { viewerPath } from '../../shared/pdf/address.ts';
import { button, h } from '../../ui/dom.ts';
import { openedKnowledge } from '../knowledge.ts';
import { aboutSection, keysSection } from './about.ts';
import { backupSection } from './backup.ts';
import { color, exceptions } from './marks.ts';
import { packsSection } from './packs.ts';
import { preview } from './preview.ts';
import { sitesSection } from './sites.ts';

export function sections(): ReturnType<typeof section>[] {
  const opened = openedKnowledge();
  const bundled = bundledKnowledge();
  const seconds = (milliseconds: number): string => t('optionsSeconds', formatNumber(milliseconds / 1000));
  const openPdf = (): unknown => native.tabs.create({ url: native.runtime.getURL(viewerPath()) });
  return [
    sitesSection(),
    section('what', t('optionsWhat'), [groups(), quiet(), floor(), hiddenDrugs(opened), exceptions()]),
    section('watch', t('optionsWatch'), [watchedDrugs(opened)]),
    section('look', t('optionsLook'), [
      preview(),
      style(),
      color(),
      switchOf('marks.inPrint', t('optionsPrint'), t('optionsPrintNote')),
    ]),
    section('opening', t('optionsOpening'), [
      ...openOn(),
      shownWhile(
        rangeOf('opening.openDelay', t('optionsOpenDelay'), 50, seconds),
        ({ opening }) => opening.on === 'hover',
      ),
      shownWhile(
        rangeOf('opening.closeDelay', t('optionsCloseDelay'), 50, seconds),
        ({ opening }) => opening.on !== 'click',
      ),
    ]),
    section('card', t('optionsCard'), [
      theme(),
      selectOf('card.density', t('optionsDensity'), named('optionsDensity')),
      textSize(),
      switchOf('card.professional', t('optionsProfessional'), t('optionsProfessionalNote')),
    ]),
    section('names', t('optionsNames'), [
      languages(bundled.entries),
      radiosOf('recognition.strictness', t('optionsStrictness'), named('optionsStrictness')),
    ]),
    section('pdf', t('optionsPdf'), [
      switchOf('pdf.always', t('optionsPdfAlways'), t('optionsPdfAlwaysNote')),
      fixed(h('p', { class: 'buttons' }, button(t('optionsPdfOpen'), openPdf, { id: 'pdf-open' }))),
    ]),
    packsSection(),
    keysSection(),
    backupSection(),
    aboutSection(bundled),
  ];
}
