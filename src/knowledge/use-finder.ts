/**
 * Opens the finder of uses from its shipped data: the vocabulary of conditions, cues, weights and names of medicines.
 * This finder also knows which indication of the knowledge a condition belongs to.
 */
import type { UseCues } from '../shared/passage/cues.ts';
import { createUseFinder } from '../shared/passage/named-uses.ts';
import type { NamedUse } from '../shared/passage/types.ts';
import { openVocabulary, type PackedVocabulary } from '../shared/passage/vocabulary.ts';
import { openWeights, type PackedWeights } from '../shared/passage/weigh.ts';
import { plain } from '../shared/passage/words.ts';

export interface PackedUseFinder {
  readonly vocabulary: PackedVocabulary;
  readonly cues: UseCues;
  readonly weights: PackedWeights;
  /** Names of medicines, folded. */
  readonly medicines: readonly string[];
  /** Key of a condition (see `useKey`) to the id of the indication. */
  readonly indications: Readonly<Record<string, string>>;
  /** Complaints that open an indication only where words of their cause stand beside them. */
  readonly causes: readonly {
    readonly id: string;
    /** Keys of the complaints. */
    readonly complaints: readonly string[];
    /** Folded. */
    readonly words: readonly string[];
  }[];
}

/** A finder that also knows the indication of a use. */
export type OpenUseFinder = ReturnType<typeof openUseFinder>;

/** What tells a use from another. */
type UseId = Pick<NamedUse, 'concept' | 'within' | 'stages'>;

/** Opens the shipped data; some ten milliseconds, so once. */
export function openUseFinder({ vocabulary, cues, weights, medicines, indications, causes }: PackedUseFinder) {
  const finder = createUseFinder(openVocabulary(vocabulary), cues, medicines, openWeights(weights));
  /** The narrowest that the knowledge has: of several stages the earliest, as more is known to work in later ones. */
  const narrowest = (use: UseId): string | undefined =>
    [use.stages, ...use.stages.map((stage) => [stage]), []]
      .map((stages) => indications[useKey({ ...use, stages })])
      .find((id) => id !== undefined);
  return {
    ...finder,
    /** @param text the words around the use, in which the cause of a complaint may stand */
    indicationOf(use: UseId, text = ''): string | undefined {
      const found = narrowest(use) ?? (use.within && narrowest({ ...use, within: undefined }));
      if (found !== undefined || use.concept?.kind !== 'symptom') return found;
      const key = useKey({ ...use, within: undefined, stages: [] });
      const around = plain(text);
      return causes.find(
        ({ complaints, words }) => complaints.includes(key) && words.some((word) => hasWord(around, word)),
      )?.id;
    },
  };
}

const LETTER = /[a-z0-9]/;

function hasWord(text: string, word: string): boolean {
  const at = text.indexOf(word);
  return at >= 0 && !LETTER.test(text[at - 1] ?? ' ') && !LETTER.test(text[at + word.length] ?? ' ');
}

/** What makes two ways to name a use the same: "mild Alzheimer's disease", "leichte Alzheimer-Demenz". */
export function useKey({ concept, within, stages }: UseId): string {
  return concept === undefined ? '' : [concept.name, within?.name ?? '', stages.join('+')].join('|');
}
