import './popup.css';
import { browser } from '../platform/browser.ts';
import { t } from '../platform/i18n.ts';
import { takeIntent } from '../platform/intent.ts';
import { UNMANAGED } from '../settings/layers.ts';
import { readProjection } from '../settings/projection.ts';
import { loadSettings, type SettingsState, setSetting, watchSettings } from '../settings/store.ts';
import { button, byId, toggle } from '../ui/dom.ts';
import { localise } from '../ui/localise.ts';
import { exportButtons } from './export-view.ts';
import { showFound } from './found-view.ts';
import { openOptions, showNotices } from './notices.ts';
import { createSearchView } from './search-view.ts';
import { showSite } from './site-view.ts';
import { findTab, type PopupTab } from './tab.ts';

localise(t);
const master = toggle('enabled', t('popupEnabled'), (on) => setSetting('enabled', on));
byId('master').append(master);
byId('actions').append(button(t('popupOptions'), openOptions, { class: 'button quiet' }));
const search = createSearchView();

// What pages go by is there at once. What an administrator locked is not: after its start, Chrome takes seconds to read
// its policies. A locked setting that is switched until then stays as it is.
let [state, tab] = await Promise.all([stateOfPages(), findTab()]);
void render();
void loadSettings().then(({ managed }) => {
  // Its settings may be older than what the reader switched meanwhile.
  state = { ...state, managed };
  if (managed.locked.length > 0) void render();
});
watchSettings((next) => {
  state = next;
  void render();
});
const intent = await takeIntent();
if (intent) await search.start(intent.search);

async function stateOfPages(): Promise<SettingsState> {
  return { settings: await readProjection(), own: {}, managed: UNMANAGED };
}

browser.permissions.onAdded.addListener(accessChanged);
browser.permissions.onRemoved.addListener(accessChanged);

/** The next look at the frames: what they hold may come in many small reports. */
let pending: ReturnType<typeof setTimeout> | undefined;
browser.storage.session.onChanged.addListener((changes) => {
  if (tab && Object.keys(changes).some((key) => key.startsWith(`frame:${tab?.id}:`))) lookAgain(120);
});

/** Asks the frames anew after some milliseconds. */
function lookAgain(wait: number): void {
  clearTimeout(pending);
  pending = setTimeout(() => void renderFound(state, tab), wait);
}

async function render(): Promise<void> {
  const { settings, managed } = state;
  document.documentElement.dataset.theme = settings.card.theme;
  master.checked = settings.enabled;
  master.disabled = managed.locked.includes('enabled');
  await Promise.all([showSite(state, tab), renderFound(state, tab)]);
}

async function renderFound({ settings }: SettingsState, tab: PopupTab | undefined): Promise<void> {
  const found = tab && (await showFound(tab, settings.enabled));
  await showNotices(tab, found?.answered ?? false);
  const exported = document.getElementById('export');
  if (!tab || !found || found.drugs.length === 0) exported?.remove();
  else if (!exported) byId('actions').prepend(exportButtons(tab.id));
}

/** The reader gave or took access, here or in the browser's own pages. */
async function accessChanged(): Promise<void> {
  tab = await findTab();
  await render();
  // By then our script has started in the page; one that names nothing does not report itself.
  lookAgain(500);
}
