/**
 * The one door: which uses a passage names for a medicine, and whether each is approved. The card calls it, `annotate
 * --uses` does, and so do the tests and the evaluation.
 */
import type { NamedUse, PassageText } from '../shared/passage/types.ts';
import { plain } from '../shared/passage/words.ts';
import { type Approval, approvalOf } from './approval.ts';
import type { CompiledKnowledge } from './types.ts';
import type { OpenUseFinder } from './use-finder.ts';

/** A use that a passage names, with its status. */
export interface PassageUse extends Approval {
  /** The page's own words. */
  readonly condition: string;
  /** Id of the indication in the knowledge, or null. */
  readonly indication: string | null;
  readonly named: NamedUse;
}

/** What is known of the medicine that the mention names. */
export interface AskedMedicine {
  readonly drug: string;
  /** The mention's form: a brand may have uses of its own. */
  readonly form?: string;
}

/** A use is called approved only from this certainty on, and where words rule it out from the other: a wrong "approved" is worse than none. Never where a study of harm names its people. */
const CERTAIN = 0.6;
const DOUBTED = 0.9;

/** @returns the leading use first; empty where the passage names none */
export function usesIn(
  passage: PassageText,
  { drug, form }: AskedMedicine,
  knowledge: Pick<CompiledKnowledge, 'approvedUses' | 'entries'>,
  finder: OpenUseFinder,
): PassageUse[] {
  const lists = knowledge.approvedUses.find((list) => list.drug === drug)?.regions ?? [];
  const forms = knowledge.entries.find(({ id }) => id === drug)?.names ?? [];
  const name = forms.find((one) => one.form === form);
  const names = forms.map((one) => plain(one.form));
  const brand = name?.kind === 'brand' ? name.form : undefined;
  const around = [passage.title, passage.heading, passage.intro, passage.text].join('\n');
  return finder
    .find({ ...passage, names })
    .map((named) => ({
      condition: named.condition,
      indication: finder.indicationOf(named, around) ?? null,
      ...approvalOf({ use: named, brand, finder }, lists),
      named,
    }))
    .filter(
      ({ status, named: { certainty, doubted, ofHarm } }) =>
        status !== 'approved' || (certainty >= (doubted ? DOUBTED : CERTAIN) && !ofHarm),
    );
}
