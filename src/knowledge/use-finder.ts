/** The finder of uses as it is shipped: vocabulary, cues, names of medicines and the indications behind conditions. */
import type { UseCues } from '../shared/passage/cues.ts';
import { createUseFinder, type UseFinder } from '../shared/passage/named-uses.ts';
import type { NamedUse } from '../shared/passage/types.ts';
import { openVocabulary, type PackedVocabulary } from '../shared/passage/vocabulary.ts';
import { openWeights, type PackedWeights } from '../shared/passage/weigh.ts';

export interface PackedUseFinder {
  readonly vocabulary: PackedVocabulary;
  readonly cues: UseCues;
  readonly weights: PackedWeights;
  /** Names of medicines, folded. */
  readonly medicines: readonly string[];
  /** Key of a condition (see `useKey`) to the id of the indication. */
  readonly indications: Readonly<Record<string, string>>;
}

/** A finder that also knows the indication of a use. */
export interface OpenUseFinder extends UseFinder {
  indicationOf(use: Pick<NamedUse, 'concept' | 'within' | 'stages'>): string | undefined;
}

/** Opens the shipped data; some ten milliseconds, so once. */
export function openUseFinder({ vocabulary, cues, weights, medicines, indications }: PackedUseFinder): OpenUseFinder {
  const finder = createUseFinder(openVocabulary(vocabulary), cues, medicines, openWeights(weights));
  return {
    ...finder,
    indicationOf: (use) =>
      indications[useKey(use)] ??
      indications[useKey({ ...use, stages: [] })] ??
      indications[useKey({ ...use, stages: [], within: undefined })],
  };
}

/** What makes two ways to name a use the same: "mild Alzheimer's disease", "leichte Alzheimer-Demenz". */
export function useKey({ concept, within, stages }: Pick<NamedUse, 'concept' | 'within' | 'stages'>): string {
  return concept === undefined ? '' : [concept.name, within?.name ?? '', stages.join('+')].join('|');
}
