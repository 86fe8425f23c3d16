import '../../card/card.css';
import { buildModel } from '../../card/build-model.ts';
import { renderCard } from '../../card/view.ts';
import { openKnowledge } from '../../knowledge/access.ts';
import { bundledKnowledge } from '../../knowledge/bundled.ts';
import { browser } from '../../platform/browser.ts';
import { language, t } from '../../platform/i18n.ts';

const knowledge = openKnowledge(bundledKnowledge());

/**
 * The card of a medicine of the sample sentence, as pages show it.
 *
 * @param indication the condition that the sentence names as its use.
 * @param onPage the medicines of the sentence.
 */
export function sampleCard(
  drug: string,
  text: string,
  indication: string | undefined,
  onPage: readonly string[],
): HTMLElement {
  const model = buildModel(knowledge, {
    drug,
    text,
    form: text,
    indication,
    onPage: onPage.map((other) => ({ drug: other, count: 1 })),
  });
  if (!model) throw new Error(`the sample names "${drug}", which is no entry`);
  const card = renderCard(model, {
    wording: { words: t, language: language() },
    professional: false,
    version: browser.runtime.getManifest().version,
  });
  card.setAttribute('role', 'region');
  return card;
}
