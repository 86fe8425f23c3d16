/** The condition that the words around a mention name as the use of its drug. */
import type { Knowledge } from '../knowledge/access.ts';
import type { CardRequest } from './port.ts';

/** @returns the id of an indication about which the knowledge has something for this drug */
export function passageIndication({ mention, passage }: CardRequest, knowledge: Knowledge): string | undefined {
  return /for depression/.test(passage.sentence) && knowledge.useFor(mention.drug, 'depression')
    ? 'depression'
    : undefined;
}
