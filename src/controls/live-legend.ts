/**
 * The legend of what pages are told to mark, and kept so. What the settings alone say is not enough: a watched medicine
 * without a pair changes no mark.
 */
import { t } from '../platform/i18n.ts';
import { type PageSettings, readPageSettings, watchPageSettings } from '../settings/page-settings.ts';
import { h } from '../ui/dom.ts';
import { legend } from '../ui/legend.ts';

/** Empty until the settings of pages are read. Called once in a page's life: it follows them to its end. */
export function liveLegend(): HTMLElement {
  const place = h('div', {});
  const show = ({ marks, watchedVerdicts }: PageSettings): void => {
    const ofOthers = Object.values(watchedVerdicts).some((ids) => ids !== '');
    place.replaceChildren(legend(t, ofOthers ? 'watched' : 'memantine', marks));
  };
  watchPageSettings(show);
  void readPageSettings().then(show);
  return place;
}
