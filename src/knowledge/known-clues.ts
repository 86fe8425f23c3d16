/**
 * What the knowledge says of a medicine and a condition, as clues for how likely a passage means a use. What it is approved
 * for is mostly named as its use; what it is not, and stands beside a word for harm, is mostly none. The clues are weighed with
 * all others (shared/passage/weigh.ts).
 */

import { BARE } from '../shared/passage/qualifiers.ts';
import type { NamedUse } from '../shared/passage/types.ts';
import { MEMANTINE } from '../shared/policy/pairs.ts';
import { type Approval, approvalOf } from './approval.ts';
import type { ApprovedIn } from './types.ts';
import type { OpenUseFinder } from './use-finder.ts';

interface Known {
  readonly drug: string;
  /** Its approved uses; empty where we hold none. */
  readonly lists: readonly ApprovedIn[];
  readonly finder: OpenUseFinder;
}

/** @param use a condition of the passage, before it is known to be a use */
export function knownClues(use: NamedUse, { drug, lists, finder }: Known): string[] {
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
