import './popup.css';
import { browser } from '../platform/browser.ts';
import { t } from '../platform/i18n.ts';
import { loadSettings, type SettingsState, setSetting, watchSettings } from '../settings/store.ts';
import { byId, toggle } from '../ui/dom.ts';
import { localise } from '../ui/localise.ts';
import { showFound } from './found-view.ts';
import { showSite } from './site-view.ts';
import { findTab, type PopupTab } from './tab.ts';

localise(t);
const master = toggle('enabled', t('popupEnabled'), (on) => setSetting('enabled', on));
byId('master').append(master);

const [state, tab] = await Promise.all([loadSettings(), findTab()]);
render(state, tab);

/** The next look at the frames: what they hold may come in many small reports. */
let pending: ReturnType<typeof setTimeout> | undefined;

watchSettings((next) => render(next, tab));
browser.storage.session.onChanged.addListener((changes) => {
  if (!tab || !Object.keys(changes).some((key) => key.startsWith(`frame:${tab.id}:`))) return;
  clearTimeout(pending);
  pending = setTimeout(() => void showFound(tab), 120);
});

function render(next: SettingsState, tab: PopupTab | undefined): void {
  const { settings, managed } = next;
  document.documentElement.dataset.theme = settings.card.theme;
  master.checked = settings.enabled;
  master.disabled = managed.locked.includes('enabled');
  void showSite(next, tab);
  if (tab) void showFound(tab);
}
