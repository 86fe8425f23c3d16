/**
 * Whether a use that a passage names is approved.
 *
 * Approved uses are a closed list per medicine and region (knowledge/approved-uses). A condition counts as approved only
 * where the list has that very condition and its limits hold; kinship makes nothing approved. What a complete list does
 * not have is off-label, what an incomplete one does not have is unknown.
 */
import type { UseFinder } from '../shared/passage/named-uses.ts';
import type { NamedUse } from '../shared/passage/types.ts';
import type { ApprovedCondition, ApprovedIn, ApprovedUse } from './schema-types.ts';

export type UseApproval = 'approved' | 'off-label' | 'unknown';

export interface RegionApproval {
  readonly region: string;
  readonly status: UseApproval;
  readonly since?: number;
}

export interface Approval {
  /**
   * Approved where any region approves; off-label where one's complete list does not have it, the others being incomplete
   * at most; else unknown.
   */
  readonly status: UseApproval;
  readonly regions: readonly RegionApproval[];
  /** Names of approved uses of this condition whose limits the passage misses or leaves open. */
  readonly limits: readonly string[];
}

/** What decides beside the condition. */
interface Asked {
  readonly use: NamedUse;
  /** The brand that the mention names, if it is one. */
  readonly brand?: string | undefined;
  readonly finder: UseFinder;
}

type Fit = 'yes' | 'open' | 'no' | 'other';

/** Status of a named use, from the medicine's approved uses. */
export function approvalOf(asked: Asked, lists: readonly ApprovedIn[]): Approval {
  const limits = new Set<string>();
  let isOpen = false;
  const regions = lists.map((list): RegionApproval => {
    let open = false;
    for (const approved of list.approved) {
      const fit = fitOf(asked, approved);
      if (fit === 'other') continue;
      const isVerified = (approved.status ?? list.status) === 'verified';
      if (fit === 'yes' && isVerified) {
        return {
          region: list.region,
          status: 'approved',
          ...(approved.since === undefined ? {} : { since: approved.since }),
        };
      }
      limits.add(approved.name);
      if (fit !== 'no') open = true;
      // What nobody checked decides nothing beyond its region.
      if (fit === 'open' && isVerified) isOpen = true;
    }
    return { region: list.region, status: open || !list.complete ? 'unknown' : 'off-label' };
  });
  const has = (status: UseApproval): boolean => regions.some((region) => region.status === status);
  const status = has('approved') ? 'approved' : isOpen || !has('off-label') ? 'unknown' : 'off-label';
  return { status, regions, limits: status === 'approved' ? [] : [...limits] };
}

function fitOf(asked: Asked, approved: ApprovedUse): Fit {
  const isThis = approved.conditions.some((condition) => isSame(asked, condition, approved.name));
  if (!isThis && !approved.conditions.some((condition) => isKindOf(asked, condition))) return 'other';
  const { use, brand } = asked;
  const { stages, ages, addOnTo, aims = ['treat'], products } = approved.limits ?? {};
  if (use.narrowed) return 'no';
  if (stages && use.stages.some((stage) => !(stages as readonly string[]).includes(stage))) return 'no';
  if (use.children && (ages?.from ?? 0) > 11) return 'no';
  if (use.alone && addOnTo !== undefined) return 'no';
  if (use.prevent && !aims.includes('prevent') && !aims.includes('maintenance')) return 'no';
  if (use.acute && !aims.includes('treat') && !aims.includes('acute')) return 'no';
  if (brand !== undefined && products && !products.includes(brand)) return 'no';
  if (!isThis || (stages && stages.length < 3 && use.stages.length === 0)) return 'open';
  return 'yes';
}

/** Whether an approved condition is a kind of what the passage names: "depression", where major depression is approved. */
function isKindOf({ use: { concept, within }, finder }: Asked, { name, doid }: ApprovedCondition): boolean {
  if (!concept || within) return false;
  const narrower =
    doid === undefined ? finder.read(name)?.concept : finder.vocabulary.byDoid(doid.replace('DOID:', ''));
  return narrower !== undefined && narrower !== concept && finder.vocabulary.isUnder(narrower, concept);
}

/** @param label the use as a whole, which may say in which disease a symptom is meant */
function isSame({ use, finder }: Asked, condition: ApprovedCondition, label: string): boolean {
  const { concept, within } = use;
  if (!concept) return false;
  const names = [condition.name, ...(condition.also ?? [])];
  for (const name of names) {
    const read = finder.read(name);
    if (!read?.isWhole || read.concept !== concept) continue;
    if (read.within === within) return true;
    if (within && !read.within && finder.conceptsIn(label).includes(within)) return true;
  }
  if (within) return false;
  const { doid, covers, except = [] } = condition;
  const { vocabulary } = finder;
  const known = doid === undefined ? undefined : vocabulary.byDoid(doid.replace('DOID:', ''));
  if (!known) return false;
  if (known === concept) return true;
  if (covers !== 'subtypes' || !vocabulary.isUnder(concept, known)) return false;
  return !except.some((id) => {
    const left = vocabulary.byDoid(id.replace('DOID:', ''));
    return left !== undefined && vocabulary.isUnder(concept, left);
  });
}
