/**
 * The settings of daily use, right in the popup: the controls of the options in the same words. Each change holds at
 * once, and shows on the page behind.
 */
import { fixed, section } from '../../controls/controls.ts';
import { floor, groups, languages, openOn, quiet, style, textSize, theme } from '../../controls/daily.ts';
import { watchedDrugs } from '../../controls/drug-list.ts';
import { liveLegend } from '../../controls/live-legend.ts';
import { t } from '../../platform/i18n.ts';
import { loadSettings, type SettingsState, watchSettings } from '../../settings/store.ts';
import { h } from '../../ui/dom.ts';
import { openedKnowledge } from '../knowledge.ts';

/** The sections, filled in with what holds, and kept so. */
export async function settingsSections(): Promise<HTMLElement[]> {
  const knowledge = openedKnowledge();
  const [state, { entries }] = await Promise.all([loadSettings(), knowledge]);
  const key = h('div', { class: 'setting' }, h('h3', {}, t('legendTitle')), liveLegend());
  const sections = [
    section('what', t('optionsWhat'), [floor(), quiet(), groups()]),
    section('look', t('optionsLook'), [style(), fixed(key)]),
    section('opening', t('optionsOpening'), openOn()),
    section('card', t('optionsCard'), [theme(), textSize()]),
    section('watch', t('optionsWatch'), [watchedDrugs(knowledge)]),
    section('names', t('optionsNames'), [languages(entries())]),
  ];
  const show = (now: SettingsState): void => {
    for (const one of sections) one.update(now);
  };
  show(state);
  watchSettings(show);
  return sections.map(({ element }) => element);
}
