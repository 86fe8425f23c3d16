/** The page that a reader sees once, after installing. */
import { GLANCE } from '../../card/sizes.ts';
import './welcome.css';
import { shorten } from '../../card/fit.ts';
import { choice } from '../../controls/controls.ts';
import { liveLegend } from '../../controls/live-legend.ts';
import { browser } from '../../platform/browser.ts';
import { t } from '../../platform/i18n.ts';
import { openSearch } from '../../platform/open-search.ts';
import { DEFAULT_SETTINGS } from '../../settings/schema.ts';
import { loadSettings, setSetting, watchSettings } from '../../settings/store.ts';
import { button, byId, h } from '../../ui/dom.ts';
import { asMark } from '../../ui/legend.ts';
import { localise } from '../../ui/localise.ts';
import { sentenceWith } from '../../ui/sentence.ts';
import { sampleCard } from './sample-card.ts';
import { toolbarPicture } from './toolbar-picture.ts';

localise(t);
document.title = t('welcomeTitle');
byId('modes').append(mode('everywhere', 'welcomeEverywhere'), mode('chosen', 'welcomeChosen'));
byId('done').append(
  button(t('popupOpenOptions'), () => browser.runtime.openOptionsPage()),
  button(t('welcomeDone'), close, { class: 'button primary' }),
);
byId('legend').append(liveLegend());
byId('search').append(button(t('popupSearch'), lookUp));
await showMode();
watchSettings(() => void showMode());
await showGrant();

const marks = sample();
byId('sample').append(...marks.sentence);
byId('toolbar').append(toolbarPicture('Memantine Lens'));
byId('pin-steps').textContent = t(__BROWSER__ === 'firefox' ? 'welcomePinFirefox' : 'welcomePinChrome');
await showShortcuts();
for (const mark of marks.buttons) {
  asMark(mark, mark.dataset.drug === 'memantine' ? 'memantine' : 'avoid');
  let resting: ReturnType<typeof setTimeout> | undefined;
  const open = (): void => showSample(mark);
  mark.addEventListener('pointerenter', () => {
    // As long as on pages: the pointer may only be passing.
    resting = setTimeout(open, DEFAULT_SETTINGS.opening.openDelay);
  });
  mark.addEventListener('pointerleave', () => clearTimeout(resting));
  mark.addEventListener('click', open);
  mark.addEventListener('focus', open);
}
// As high as a card can be: nothing below moves.
byId('card').style.minHeight = `${GLANCE.mostHeight}px`;
// Nobody has to find out first that there is something to see.
showSample(marks.buttons[0]!);

/** A sentence of the reader's language with two names in it, as marks. */
function sample(): { sentence: (Node | string)[]; buttons: HTMLButtonElement[] } {
  const buttons = [
    h(
      'button',
      { type: 'button', class: 'mark', 'data-drug': 'memantine', 'data-indication': 'depression' },
      t('welcomeSampleFirst'),
    ),
    h('button', { type: 'button', class: 'mark', 'data-drug': 'dextromethorphan' }, t('welcomeSampleSecond')),
  ];
  return { sentence: sentenceWith((...names) => t('welcomeSample', ...names), buttons), buttons };
}

function showSample(mark: HTMLButtonElement): void {
  const { drug, indication } = mark.dataset;
  const onPage = marks.buttons.map((other) => other.dataset.drug!);
  for (const other of marks.buttons) other.setAttribute('aria-pressed', String(other === mark));
  const card = sampleCard(drug!, mark.textContent, indication, onPage);
  byId('card').replaceChildren(card);
  shorten(card, GLANCE.mostHeight);
}

/** The two that are worth knowing, as they are set. */
async function showShortcuts(): Promise<void> {
  const commands = (await browser.commands?.getAll()) ?? [];
  const keys = [
    ['_execute_action', 'welcomeKeyPopup'],
    ['next-mention', 'welcomeKeyNext'],
  ].flatMap(([name, key]) => {
    const shortcut = commands.find((command) => command.name === name)?.shortcut;
    return [h('dt', {}, shortcut ? h('kbd', {}, shortcut) : t('optionsKeyNone')), h('dd', {}, t(key!))];
  });
  byId('shortcuts').append(...keys);
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

/** The popup with the cursor in its search, as the toolbar's button and the key open it. */
async function lookUp(): Promise<void> {
  await openSearch('', undefined);
}

async function close(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}
