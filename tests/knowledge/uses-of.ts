/** Uses of marked passages, for tests: the mention stands in guillemets. */
import { type PassageUse, usesIn } from '../../src/knowledge/passage-uses.ts';
import type { PassageText } from '../../src/shared/passage/types.ts';
import { usesOfKnowledge } from '../../src/tools/recogniser.ts';

export const { finder, knowledge } = usesOfKnowledge();

/** @param drug id of the entry; the mention's form is what stands in the guillemets. */
export function usesOf(marked: string, drug = 'memantine', around: Partial<PassageText> = {}): PassageUse[] {
  const start = marked.indexOf('«');
  const form = marked.slice(start + 1, marked.indexOf('»'));
  const text = marked.replace(/[«»]/g, '');
  return usesIn({ text, start, length: form.length, ...around }, { drug, form }, knowledge, finder);
}

/** Conditions with their status. */
export const statusesOf = (...passage: Parameters<typeof usesOf>): string[] =>
  usesOf(...passage).map(({ condition, status }) => `${condition}: ${status}`);
