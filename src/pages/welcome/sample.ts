/**
 * The first-run page's sample: a sentence with two marks, and the glance of each, made of the bundled knowledge as
 * pages make it.
 */
import '../../card/card.css';
import { buildModel } from '../../card/build-model.ts';
import { dressed } from '../../card/dress.ts';
import { shorten } from '../../card/fit.ts';
import type { NamedInPassage } from '../../card/model.ts';
import { GLANCE } from '../../card/sizes.ts';
import { renderGlance } from '../../card/view-glance.ts';
import { openKnowledge } from '../../knowledge/access.ts';
import { bundledKnowledge } from '../../knowledge/bundled.ts';
import { inLanguage } from '../../knowledge/in-language.ts';
import { language, t } from '../../platform/i18n.ts';
import { DEFAULT_SETTINGS } from '../../settings/schema.ts';
import { byId, h } from '../../ui/dom.ts';
import { asMark } from '../../ui/mark.ts';
import { sentenceWith } from '../../ui/sentence.ts';

const knowledge = openKnowledge(inLanguage(bundledKnowledge(), language()));

/** What the sentence names, with the use of each that it names. */
const NAMED = [
  { drug: 'memantine', key: 'welcomeSampleFirst', verdict: 'memantine', indication: 'depression' },
  { drug: 'dextromethorphan', key: 'welcomeSampleSecond', verdict: 'avoid', indication: undefined },
] as const;

/** Fills in the sentence, and the glance of its first name; then that of whichever the reader points at or goes to. */
export function showSample(): void {
  const marks = NAMED.map((named) => {
    const about = { type: 'button', class: 'mark', 'data-drug': named.drug };
    const mark = asMark(h('button', about, t(named.key)), named.verdict);
    const open = (): void => show(named, mark);
    let resting: ReturnType<typeof setTimeout> | undefined;
    mark.addEventListener('pointerenter', () => {
      // As long as on pages: the pointer may only be passing.
      resting = setTimeout(open, DEFAULT_SETTINGS.opening.openDelay);
    });
    mark.addEventListener('pointerleave', () => clearTimeout(resting));
    mark.addEventListener('click', open);
    mark.addEventListener('focus', open);
    return mark;
  });
  const show = (named: (typeof NAMED)[number], mark: HTMLElement): void => {
    for (const other of marks) other.ariaPressed = String(other === mark);
    const card = glanceOf(named);
    byId('card').replaceChildren(card);
    shorten(card, GLANCE.mostHeight);
  };
  byId('sample').append(...sentenceWith((...names) => t('welcomeSample', ...names), marks));
  // As high as a card can be: nothing below moves.
  byId('card').style.minHeight = `${GLANCE.mostHeight}px`;
  // Nobody has to find out first that there is something to see.
  show(NAMED[0], marks[0]!);
}

/** What rests on a medicine of the sample sentence shows, as pages do. */
function glanceOf({ drug, key, indication }: (typeof NAMED)[number]): HTMLElement {
  const text = t(key);
  const onPage = NAMED.map((other) => ({ drug: other.drug, count: 1 }));
  const model = buildModel(knowledge, { drug, text, form: text, uses: useOf(drug, indication), onPage });
  if (!model) throw new Error(`the sample names "${drug}", which is no entry`);
  const card = renderGlance(model, { words: t, language: language() }, []);
  card.setAttribute('role', 'region');
  return dressed(card, DEFAULT_SETTINGS.card);
}

/** The use that the sample sentence names, with its status. */
function useOf(drug: string, indication: string | undefined): NamedInPassage[] {
  const use = indication === undefined ? undefined : knowledge.useFor(drug, indication);
  if (!use) return [];
  const statusOf = (isApproved: boolean): NamedInPassage['status'] => (isApproved ? 'approved' : 'off-label');
  const regions = use.regions.map(({ region, status }) => ({ region, status: statusOf(status === 'approved') }));
  const status = statusOf(regions.some((one) => one.status === 'approved'));
  return [{ condition: use.name ?? '', indication: indication!, status, regions, limits: [] }];
}
