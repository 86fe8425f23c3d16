/**
 * Which uses a passage names for a medicine, and whether each is approved: the one place where this is asked. The card
 * calls it, `annotate --uses` does, and so do the tests and the evaluation.
 */
import { BARE } from '../shared/passage/qualifiers.ts';
import type { NamedUse, PassageText } from '../shared/passage/types.ts';
import { plain } from '../shared/passage/words.ts';
import { MEMANTINE } from '../shared/policy/pairs.ts';
import { type Approval, approvalOf, inDoubt } from './approval.ts';
import type { ApprovedIn, CompiledKnowledge } from './types.ts';
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

/**
 * A use is called approved only where the words of the passage alone are this certain of it and no rule speaks against it, else
 * it is in doubt: a little certainty in the sentence of the mention, more elsewhere and behind another medicine. Where a
 * study of harm names its people, nothing is said: a wrong "approved" is worse than none.
 */
const CERTAIN = { own: 0.5, elsewhere: 0.75, behindOther: 0.85 };

function isCertain({ byWords, doubted, scope, isBehindOther }: NamedUse): boolean {
  const least = isBehindOther ? CERTAIN.behindOther : scope === 'own' ? CERTAIN.own : CERTAIN.elsewhere;
  return byWords >= least && !doubted;
}

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
  const known = (use: NamedUse): string[] => knownClues(use, drug, lists, finder);
  return withStages(finder.find({ ...passage, names, known }), finder)
    .map((named) => ({
      condition: named.condition,
      indication: finder.indicationOf(named, around) ?? null,
      ...approvalOf({ use: named, brand, finder }, lists),
      named,
    }))
    .flatMap((use) => {
      if (use.status !== 'approved') return use;
      if (use.named.ofHarm) return [];
      return isCertain(use.named) ? use : (inDoubt(use) ?? []);
    });
}

/** "Alzheimer's disease … in people with severe disease": the stage, said apart, takes the place of the bare name. */
function withStages(uses: readonly NamedUse[], finder: OpenUseFinder): NamedUse[] {
  const isApart = ({ stages, condition }: NamedUse): boolean =>
    stages.length > 0 && finder.read(condition) === undefined;
  const bareOf = ({ concept, within }: NamedUse): NamedUse | undefined =>
    uses.find((use) => use.concept === concept && use.within === within && use.stages.length === 0);
  const replaced = new Set(uses.filter(isApart).map(bareOf));
  return uses.flatMap((use) => {
    if (replaced.has(use)) return [];
    const bare = isApart(use) && use.concept ? bareOf(use) : undefined;
    return bare ? { ...use, condition: `${bare.condition}, ${use.condition}` } : use;
  });
}

/**
 * What the knowledge says of a medicine and a condition, as clues for how likely a passage means a use, which are weighed with
 * all others (shared/passage/weigh.ts). What it is approved for is mostly named as its use; what it is not, and stands beside
 * a word for harm, is mostly none.
 *
 * @param use a condition of the passage, before it is known to be a use
 * @param lists the medicine's approved uses; empty where we hold none
 */
function knownClues(use: NamedUse, drug: string, lists: readonly ApprovedIn[], finder: OpenUseFinder): string[] {
  if (lists.length === 0) return ['k:none'];
  const said = ({ status, limits }: Approval): string => `${status}${limits.length > 0 ? ' within limits' : ''}`;
  const named = approvalOf({ use, finder }, lists);
  const bare = approvalOf({ use: { ...use, ...BARE, routes: [] }, finder }, lists);
  const isMemantine = drug === MEMANTINE;
  const isStudied = finder.indicationOf(use) !== undefined;
  // With memantine a disease of the kidney is a reason for care, one of the brain a use.
  const kinds = use.concept ? [...finder.vocabulary.above(use.concept)] : [];
  return [
    `k:${said(named)}`,
    `kb:${said(bare)}`,
    `ki:${isStudied} ${isMemantine}`,
    ...kinds.map(({ name }) => `ku:${name} ${isMemantine}`),
  ];
}
