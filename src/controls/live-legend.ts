/**
 * The legend of the marks: each verdict in the look that its marks have now. It follows what pages are told, since the
 * settings alone do not say it: a watched medicine without a pair changes no mark.
 */
import { t } from '../platform/i18n.ts';
import { type PageSettings, readPageSettings, watchPageSettings } from '../settings/page-settings.ts';
import { filledPart } from '../shared/policy/mark-look.ts';
import { VERDICTS, type Verdict } from '../shared/policy/verdict.ts';
import { h } from '../ui/dom.ts';
import { keyOf } from '../ui/keys.ts';
import { asMark } from '../ui/mark.ts';

/** Empty until the settings of pages are read. Called once in a page's life: it follows them to its end. */
export function liveLegend(): HTMLElement {
  const place = h('div', {});
  const show = ({ marks, watchedVerdicts }: PageSettings): void => {
    const ofOthers = Object.values(watchedVerdicts).some((ids) => ids !== '');
    place.replaceChildren(legend(ofOthers, marks));
  };
  watchPageSettings(show);
  void readPageSettings().then(show);
  return place;
}

/** What the marks say, each verdict in the look that its marks have. `ofOthers`: they tell of other pairs than memantine's. */
function legend(ofOthers: boolean, look: PageSettings['marks']): HTMLElement {
  const keyFor = (verdict: Verdict): string =>
    keyOf(ofOthers && (verdict === 'avoid' || verdict === 'caution') ? 'legendWatched' : 'legend', verdict);
  return h(
    'ul',
    { class: 'legend', 'aria-label': t('legendTitle') },
    ...VERDICTS.map((verdict) => {
      const [name = '', ...rest] = t(keyFor(verdict)).split(/(?=\s*:)/);
      return h('li', {}, asMark(sampleOf(name, verdict), verdict, look), rest.join(''));
    }),
    // Where lines and colours are the reader's own.
    __BROWSER__ === 'chrome' && h('li', { class: 'forced' }, t('legendForced')),
  );
}

/** A name, with the part in an element of its own that is filled in forced colours. */
function sampleOf(name: string, verdict: Verdict): HTMLElement {
  const [start, end] = filledPart(verdict, name.length);
  const part = h('span', { class: __BROWSER__ === 'chrome' && 'filled' }, name.slice(start, end));
  return h('span', { class: 'sample' }, name.slice(0, start), part, name.slice(end));
}
