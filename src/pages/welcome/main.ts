/** The page that a reader sees once, after installing. */
import { choice } from '../../controls/controls.ts';
import { liveLegend } from '../../controls/live-legend.ts';
import { browser } from '../../platform/browser.ts';
import { t } from '../../platform/i18n.ts';
import { openSearch } from '../../platform/open-search.ts';
import { loadSettings, setSetting, watchSettings } from '../../settings/store.ts';
import { button, byId, h } from '../../ui/dom.ts';
import { localise } from '../../ui/localise.ts';
import { showSample } from './sample.ts';
import { toolbarPicture } from './toolbar-picture.ts';

localise(t);
byId('modes').append(mode('everywhere', 'welcomeEverywhere'), mode('chosen', 'welcomeChosen'));
byId('done').append(
  button(t('popupOpenOptions'), () => browser.runtime.openOptionsPage()),
  button(t('welcomeDone'), close, { class: 'button primary' }),
);
byId('legend').append(liveLegend());
// The popup with the cursor in its search, as the toolbar's button and the key open it.
byId('search').append(button(t('popupSearch'), () => openSearch('', undefined)));
await showMode();
watchSettings(() => void showMode());
await showGrant();

showSample();
byId('toolbar').append(toolbarPicture());
byId('pin-steps').textContent = t(__BROWSER__ === 'firefox' ? 'welcomePinFirefox' : 'welcomePinChrome');
await showShortcuts();

/** The two that are worth knowing, as they are set. */
async function showShortcuts(): Promise<void> {
  const commands = (await browser.commands?.getAll()) ?? [];
  const line = (name: string, does: string): HTMLElement[] => {
    const shortcut = commands.find((command) => command.name === name)?.shortcut;
    return [h('dt', {}, shortcut ? h('kbd', {}, shortcut) : t('optionsKeyNone')), h('dd', {}, does)];
  };
  const [popup, next] = [line('_execute_action', t('welcomeKeyPopup')), line('next-mention', t('welcomeKeyNext'))];
  byId('shortcuts').append(...popup, ...next);
}

function mode(value: string, key: string): HTMLElement {
  const input = h('input', { type: 'radio', name: 'mode', value, id: `mode-${value}` });
  input.addEventListener('change', () => void setSetting('siteMode', value));
  return choice(input, t(key));
}

async function showMode(): Promise<void> {
  const { settings, managed } = await loadSettings();
  document.documentElement.dataset.theme = settings.card.theme;
  for (const input of document.querySelectorAll<HTMLInputElement>('[name="mode"]')) {
    input.checked = input.value === settings.siteMode;
    input.disabled = managed.locked.includes('siteMode');
  }
}

/** Firefox may install us without the access to pages. */
async function showGrant(): Promise<void> {
  const all = { origins: ['<all_urls>'] };
  if (await browser.permissions.contains(all)) return byId('grant').replaceChildren();
  const grant = button(t('popupGrantAll'), async () => {
    await browser.permissions.request(all);
    await showGrant();
  });
  byId('grant').replaceChildren(grant);
}

async function close(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}
