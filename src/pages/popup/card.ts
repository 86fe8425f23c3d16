/** The reading view of an entry in the popup, and the button beside it that has the entry watched. */
import { bugs } from '../../../package.json' with { type: 'json' };
import '../../card/card.css';
import { buildModel } from '../../card/build-model.ts';
import { dressed } from '../../card/dress.ts';
import { renderCard } from '../../card/view.ts';
import { browser } from '../../platform/browser.ts';
import { language, t } from '../../platform/i18n.ts';
import { loadSettings, type SettingsState, setListed, setSetting } from '../../settings/store.ts';
import { button } from '../../ui/dom.ts';
import { openedKnowledge } from '../knowledge.ts';

/** The card of an entry, to be set in the popup; undefined for an unknown id. */
export async function cardOf(drug: string, form: string | undefined): Promise<HTMLElement | undefined> {
  const [knowledge, { settings }] = await Promise.all([openedKnowledge(), loadSettings()]);
  const named = form === undefined ? {} : { form, text: form };
  const model = buildModel(knowledge, { drug, watched: settings.watched, ...named });
  if (!model) return undefined;
  const card = renderCard(model, {
    wording: { words: t, language: language() },
    professional: settings.card.professional,
    setProfessional: (on) => void setSetting('card.professional', on),
    reportTo: bugs.url,
    version: browser.runtime.getManifest().version,
  });
  // Part of the popup's own page, no dialog above it.
  card.setAttribute('role', 'region');
  return dressed(card, settings.card, 'rem');
}

/** Puts an entry among the medicines to watch, or takes it out. */
export async function watchButton(drug: string): Promise<HTMLElement> {
  const state = await loadSettings();
  const element = button(t('popupWatch'), async () => {
    show(await setListed('watched', drug, element.ariaPressed === 'false'));
  });
  const show = ({ settings, managed }: SettingsState): void => {
    element.ariaPressed = String(settings.watched.includes(drug));
    element.disabled = managed.locked.includes('watched');
  };
  element.id = 'watch';
  show(state);
  return element;
}
