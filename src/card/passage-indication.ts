/** The condition that the words around a mention name as the use of its drug. */

import type { Knowledge } from '../knowledge/access.ts';
import { namedUses } from '../shared/passage/context-indications.ts';
import { type ConditionFinder, createConditionFinder } from '../shared/passage/indication-terms.ts';
import type { CardRequest } from './port.ts';

const finders = new WeakMap<Knowledge, ConditionFinder>();

/** @returns the id of the likeliest indication about which the knowledge has something for this drug */
export function passageIndication({ mention, passage }: CardRequest, knowledge: Knowledge): string | undefined {
  let finder = finders.get(knowledge);
  if (!finder) {
    finder = createConditionFinder(knowledge.indicationTerms());
    finders.set(knowledge, finder);
  }
  const named = namedUses({ ...passage, length: mention.text.length }, finder);
  return named.find((indication) => knowledge.useFor(mention.drug, indication) !== undefined);
}
