/** The page that a reader sees once, after installing. */
import './welcome.css';
import { browser } from '../../platform/browser.ts';
import { t } from '../../platform/i18n.ts';
import { loadSettings, setSetting, watchSettings } from '../../settings/store.ts';
import { button, byId, h } from '../../ui/dom.ts';
import { asMark, legend } from '../../ui/legend.ts';
import { localise } from '../../ui/localise.ts';
import { sampleCard } from './sample-card.ts';

/** As long as on pages: the pointer may only be passing. */
const REST = 200;

localise(t);
document.title = t('welcomeTitle');
byId('modes').append(mode('everywhere', 'welcomeEverywhere'), mode('chosen', 'welcomeChosen'));
byId('done').append(
  button(t('popupOpenOptions'), () => browser.runtime.openOptionsPage()),
  button(t('welcomeDone'), close, { class: 'button primary' }),
);
byId('legend').append(legend(t));
await showMode();
watchSettings(() => void showMode());
await showGrant();

const marks = [...document.querySelectorAll<HTMLButtonElement>('.mark')];
for (const mark of marks) {
  asMark(mark, mark.dataset.drug === 'memantine' ? 'memantine' : 'avoid');
  let resting: ReturnType<typeof setTimeout> | undefined;
  const open = (): void => showSample(mark);
  mark.addEventListener('pointerenter', () => {
    resting = setTimeout(open, REST);
  });
  mark.addEventListener('pointerleave', () => clearTimeout(resting));
  mark.addEventListener('click', open);
  mark.addEventListener('focus', open);
}

function showSample(mark: HTMLButtonElement): void {
  const { drug, indication } = mark.dataset;
  const onPage = marks.map((other) => other.dataset.drug!);
  const card = sampleCard(drug!, mark.textContent, indication, onPage);
  byId('card').replaceChildren(card);
}

function mode(value: string, key: string): HTMLElement {
  const input = h('input', { type: 'radio', name: 'mode', value, id: `mode-${value}` });
  input.addEventListener('change', () => void setSetting('siteMode', value));
  return h('label', { class: 'choice' }, input, h('span', {}, t(key)));
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
