/** The glance of a medicine of the first-run page's sample sentence, made of the bundled knowledge as pages make it. */
import '../../card/card.css';
import { buildModel, type NamedInPassage } from '../../card/build-model.ts';
import { dressed } from '../../card/dress.ts';
import { renderGlance } from '../../card/view-glance.ts';
import { openKnowledge } from '../../knowledge/access.ts';
import { bundledKnowledge } from '../../knowledge/bundled.ts';
import { inLanguage } from '../../knowledge/in-language.ts';
import { language, t } from '../../platform/i18n.ts';
import { DEFAULT_SETTINGS } from '../../settings/schema.ts';

const knowledge = openKnowledge(inLanguage(bundledKnowledge(), language()));

/** The use that the sample sentence names, with its status. */
function useOf(drug: string, indication: string | undefined): NamedInPassage[] {
  const use = indication === undefined ? undefined : knowledge.useFor(drug, indication);
  if (!use) return [];
  const regions = use.regions.map(({ region, status }) => ({
    region,
    status: status === 'approved' ? ('approved' as const) : ('off-label' as const),
  }));
  const status = regions.some((one) => one.status === 'approved') ? 'approved' : 'off-label';
  return [{ condition: use.name ?? '', indication: indication!, status, regions, limits: [] }];
}

/**
 * What rests on a medicine of the sample sentence shows, as pages do.
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
    uses: useOf(drug, indication),
    onPage: onPage.map((other) => ({ drug: other, count: 1 })),
  });
  if (!model) throw new Error(`the sample names "${drug}", which is no entry`);
  const card = renderGlance(model, { words: t, language: language() }, []);
  card.setAttribute('role', 'region');
  return dressed(card, DEFAULT_SETTINGS.card);
}
