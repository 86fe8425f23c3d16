/** The options page: puts the sections together, fills them in, and keeps them so when settings change elsewhere. */
import { bound } from '../../controls/controls.ts';
import { t } from '../../platform/i18n.ts';
import { loadSettings, type SettingsState, setSetting, watchSettings } from '../../settings/store.ts';
import { byId, h, toggle } from '../../ui/dom.ts';
import { localise } from '../../ui/localise.ts';
import { setAsideNotice } from './backup.ts';
import { sections } from './sections.ts';

localise(t);

const master = toggle('enabled', (on) => setSetting('enabled', on));
const whole = bound('enabled', byId('master'), [master], (on) => {
  master.checked = on === true;
});
const all = sections();
// Filled in before it shows, so that no control is ever seen or used with a value that does not hold.
show(await loadSettings());
byId('master').append(h('label', { for: 'enabled' }, t('popupEnabled')), master);
byId('sections').append(...all.map(({ element }) => element));
byId('nav').append(h('ul', {}, ...all.map(({ id, title }) => h('li', {}, h('a', { href: `#${id}` }, title)))));

watchSettings(show);
const aside = await setAsideNotice();
if (aside) byId('sections').prepend(aside);
// The sections are here only now, too late for the browser's own jump to the address's fragment.
if (location.hash.length > 1) document.getElementById(location.hash.slice(1))?.scrollIntoView();

function show(state: SettingsState): void {
  document.documentElement.dataset.theme = state.settings.card.theme;
  for (const part of [whole, ...all]) part.update(state);
}
