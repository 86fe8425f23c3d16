/** Makes the card's elements from what is asked for: the glance, or the reading view. */

import type { Knowledge } from '../knowledge/access.ts';
import type { PassageUse } from '../knowledge/passage-uses.ts';
import { MEMANTINE } from '../shared/policy/pairs.ts';
import { buildModel } from './build-model.ts';
import { dressed } from './dress.ts';
import type { CardRequest } from './port.ts';
import { type Does, glanceTools, readingTools } from './tools.ts';
import { renderCard } from './view.ts';
import { renderGlance } from './view-glance.ts';
import type { Wording } from './words.ts';

export interface Maker {
  readonly wording: Wording;
  readonly version: string;
  /** Where a report of a mistake goes. */
  readonly reportTo: string;
  /** The uses that the passage names for the mention's drug, the leading one first. */
  readonly usesOf: (request: CardRequest) => readonly PassageUse[];
}

/**
 * @param drug another one than the mention's, which the reader went to from its card
 * @returns undefined where nothing is known of it
 */
export function makeCard(
  { wording, version, reportTo, usesOf }: Maker,
  level: 'glance' | 'reading',
  request: CardRequest,
  knowledge: Knowledge,
  does: Does,
  drug = request.mention.drug,
): HTMLElement | undefined {
  const { mention, options, onPage, goTo, actions, setProfessional, watched } = request;
  const watches = watched?.includes(drug) ?? drug === MEMANTINE;
  const { watch } = actions;
  const own = drug === mention.drug;
  const subject = own ? { ...mention, uses: usesOf(request) } : { drug };
  const model = buildModel(knowledge, {
    ...subject,
    onPage: [{ drug: mention.drug, count: 1 }, ...onPage.filter((other) => other.drug !== mention.drug)],
    ...(watched ? { watched } : {}),
  });
  if (!model) return undefined;
  if (level === 'glance') return dressed(renderGlance(model, wording, glanceTools(wording, does)), options);
  const card: HTMLElement = renderCard(model, {
    wording,
    version,
    reportTo,
    professional: options.professional,
    setProfessional,
    goTo: does.showDrug,
    tools: readingTools(wording, does),
    print: () => does.print(card),
    actions: {
      hide: () => actions.hide(drug),
      watches,
      ...(watch ? { watch: () => watch(drug, !watches) } : {}),
      ...(actions.leaveSite ? { leaveSite: actions.leaveSite } : {}),
      ...(own && actions.wrong ? { wrong: () => actions.wrong!(mention.text) } : {}),
      ...(own ? {} : { inText: () => goTo(drug) }),
    },
  });
  return dressed(card, options);
}
