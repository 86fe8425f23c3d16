/**
 * The popup. Its first look needs one script and one round of questions to the browser; the store, the knowledge and
 * what is built on them are in files of their own and come behind it.
 */
import { framesKey } from '../../platform/frames.ts';
import { t } from '../../platform/i18n.ts';
import { takeIntent } from '../../platform/intent.ts';
import { native } from '../../platform/native.ts';
import { readPageSettings, watchPageSettings } from '../../settings/page-settings.ts';
import { button, byId, h, toggle } from '../../ui/dom.ts';
import { drawn } from '../../ui/drawn.ts';
import { localise } from '../../ui/localise.ts';
import { showFound } from './found-view.ts';
import { createGear } from './gear.ts';
import { openOptions, showNotices } from './notices.ts';
import { createSearchView } from './search-view.ts';
import { showSite } from './site-view.ts';
import { findTab } from './tab.ts';

// Asked before anything else: the browser looks it up while the controls are made.
const asked = Promise.all([readPageSettings(), findTab()]);

localise(t);
const master = toggle('enabled', async (on) => (await import('./behind.ts')).setSetting('enabled', on));
byId('actions').append(button(t('popupOptions'), openOptions, { class: 'button quiet' }));
const startSearch = createSearchView(createGear());

/** Settings that an administrator locked. After its start, Chrome takes seconds to read its policies: a locked setting
 * that is switched until then stays as it is. */
let locked: readonly string[] = [];
/** Whether settings were set aside because they could not be read. */
let aside = false;
/** The next look at the frames: what they hold may come in many small reports. */
let pending: ReturnType<typeof setTimeout> | undefined;

let [settings, tab] = await asked;
byId('master').append(h('label', { for: 'enabled' }, t('popupEnabled')), master);
render();
// Only now: no switch is ever seen in a state that does not hold.
for (const part of document.querySelectorAll<HTMLElement>('body > :is(header, main, footer)')) part.hidden = false;

watchPageSettings((next) => {
  // Firefox tells of writes that change nothing.
  if (JSON.stringify(next) === JSON.stringify(settings)) return;
  settings = next;
  render();
  // A frame may have answered before it heard of the change; one that names nothing does not report itself.
  lookAgain(500);
});
native.storage.onChanged.addListener((_, area) => {
  if (area === 'managed') void readLocks();
});
native.permissions.onAdded.addListener(accessChanged);
native.permissions.onRemoved.addListener(accessChanged);
native.storage.session.onChanged.addListener((changes) => {
  const ours = tab && framesKey(tab.id);
  if (ours && Object.keys(changes).some((key) => key.startsWith(ours))) lookAgain(120);
});

const intent = await takeIntent();
if (intent) await startSearch(intent.search);
await drawn();
await Promise.all([readLocks(), readAside()]);

function render(): void {
  document.documentElement.dataset.theme = settings.card.theme;
  master.checked = settings.enabled;
  master.disabled = locked.includes('enabled');
  showSite(settings, locked, tab);
  void look();
}

/** Asks the frames what they hold. */
async function look(): Promise<void> {
  const found = tab && (await showFound(tab, settings));
  await showNotices(tab, found?.frames.has(0) ?? false, aside);
  await showExport(found !== undefined && found.drugs.length > 0);
}

function lookAgain(wait: number): void {
  clearTimeout(pending);
  pending = setTimeout(() => void look(), wait);
}

async function showExport(wanted: boolean): Promise<void> {
  if (!wanted || !tab) return document.getElementById('export')?.remove();
  const { exportButtons } = await import('./behind.ts');
  if (!document.getElementById('export')) byId('actions').prepend(exportButtons(tab.id));
}

async function readLocks(): Promise<void> {
  ({ locked } = await (await import('./behind.ts')).loadManaged());
  if (locked.length > 0) render();
}

async function readAside(): Promise<void> {
  aside = (await (await import('./behind.ts')).loadSetAside()) !== undefined;
  if (aside) void look();
}

/** The reader gave or took access, here or in the browser's own pages. */
async function accessChanged(): Promise<void> {
  tab = await findTab();
  render();
  // By then our script has started in the page; one that names nothing does not report itself.
  lookAgain(500);
}
