/**
 * Whether a use that a passage names is approved.
 *
 * Approved uses are a closed list per medicine and region (knowledge/approved-uses). A condition counts as approved
 * only where the list has that very condition and its limits hold; kinship makes nothing approved. What a complete list
 * does not have is off-label, what an incomplete one does not have is unknown.
 */
import type { UseFinder } from '../shared/passage/named-uses.ts';
import type { Route } from '../shared/passage/routes.ts';
import type { NamedUse } from '../shared/passage/types.ts';
import type { Concept } from '../shared/passage/vocabulary.ts';
import type { ApprovedCondition, ApprovedIn, ApprovedUse, InRegion } from './types.ts';

export type UseApproval = 'approved' | 'off-label' | 'unknown';

export interface Approval {
  /**
   * Approved where any region approves; off-label where the lists that decide do not have it (see `isDecided`); else
   * unknown, whatever single regions say.
   */
  readonly status: UseApproval;
  readonly regions: readonly InRegion<UseApproval>[];
  /** Names of approved uses of this condition whose limits the passage misses or leaves open. */
  readonly limits: readonly string[];
  /** Names of the approved uses that it falls under; empty where these have no limits and all regions approve. */
  readonly within: readonly string[];
}

/**
 * Whether lists are enough to call a use off-label as a whole: the closed list of the US, where the medicine has a label at
 * all, or closed lists of both the US and the EU. The EU's alone is not: most older medicines have uses elsewhere that it
 * never had.
 */
function isDecided(lists: readonly ApprovedIn[]): boolean {
  const us = lists.find(({ region }) => region === 'US');
  return (
    us?.complete === true &&
    (us.approved.length > 0 || lists.some(({ region, complete }) => region === 'EU' && complete))
  );
}

/** What decides beside the condition. */
interface Asked {
  readonly use: NamedUse;
  /** The brand that the mention names, if it is one. */
  readonly brand?: string | undefined;
  readonly finder: UseFinder;
}

type Fit = 'yes' | 'open' | 'no' | 'other';
/** The best first. */
const FITS: readonly Fit[] = ['yes', 'open', 'no'];

/** Status of a named use, from the medicine's approved uses. */
export function approvalOf(asked: Asked, lists: readonly ApprovedIn[]): Approval {
  const limits = new Set<string>();
  const within = new Set<string>();
  let isOpen = false;
  let isLimited = false;
  const regions = lists.map((list): InRegion<UseApproval> => {
    let open = false;
    for (const approved of list.approved) {
      const fit = fitOf(asked, approved, list, lists);
      if (fit === 'other') continue;
      const isVerified = (approved.status ?? list.status) === 'verified';
      if (fit === 'yes' && isVerified) {
        within.add(approved.name);
        if (approved.limits) isLimited = true;
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
  const status = has('approved') ? 'approved' : isOpen || !isDecided(lists) ? 'unknown' : 'off-label';
  const depends = isLimited || has('off-label') || has('unknown');
  return { status, regions, limits: status === 'approved' ? [] : [...limits], within: depends ? [...within] : [] };
}

/**
 * "Approved" where it is not certain that the passage means this use: it depends, and the approved uses stand in the limits.
 * No region is said to approve it. Undefined where all do without limits, so that there is nothing it could depend on.
 */
export function inDoubt<T extends Approval>(approval: T): T | undefined {
  const { within } = approval;
  return within.length === 0 ? undefined : { ...approval, status: 'unknown', regions: [], limits: within };
}

function fitOf(asked: Asked, approved: ApprovedUse, list: ApprovedIn, lists: readonly ApprovedIn[]): Fit {
  const fits = approved.conditions.map((condition) => fitOfName(asked, condition, approved.name));
  const named = FITS.find((fit) => fits.includes(fit)) ?? 'other';
  if (named === 'other' && !approved.conditions.some((condition) => isKindOf(asked, condition))) return 'other';
  const { use, brand, finder } = asked;
  const { stages, without = [], ages, addOnTo, aims = ['treat'], forms, products } = approved.limits ?? {};
  if (use.narrowed || named === 'no') return 'no';
  if ([...use.stages, ...use.courses].some((one) => (without as readonly string[]).includes(one))) return 'no';
  if (stages && use.stages.some((stage) => !(stages as readonly string[]).includes(stage))) return 'no';
  if (use.alone && addOnTo !== undefined) return 'no';
  if (use.courses.includes('before onset') && !aims.includes('prevent')) return 'no';
  if (use.prevent && !aims.includes('prevent') && !aims.includes('maintenance')) return 'no';
  if (use.acute && !aims.includes('treat') && !aims.includes('acute')) return 'no';
  if (brand !== undefined && (products ? !products.includes(brand) : hasOwnUses(brand, list))) return 'no';
  const others = [fitOfAge(use, ages), fitOfRoute(use, forms, finder)];
  if (others.includes('no')) return 'no';
  const isElsewhere = brand !== undefined && !products && lists.some((other) => hasOwnUses(brand, other));
  const isOpen =
    named !== 'yes' ||
    use.subtype ||
    use.denied ||
    isElsewhere ||
    others.includes('open') ||
    (stages && stages.length < 3 && use.stages.length === 0) ||
    // What is only prevented is said to be treated: words are often loose there.
    (use.treat && !use.prevent && aims.every((aim) => aim === 'prevent'));
  return isOpen ? 'open' : 'yes';
}

/** A brand that a list gives uses of its own has only those there; what it has in other regions is not known. */
const hasOwnUses = (brand: string, { approved }: ApprovedIn): boolean =>
  approved.some(({ limits }) => limits?.products?.includes(brand));

/** Oldest age that words for children mean. */
const CHILD = 17;
/** From this age on, what is approved is not approved for "children". */
const TEENS = 12;

function fitOfAge({ ages: named, children }: NamedUse, limit: { from?: number; to?: number } | undefined): Fit {
  if (!named) return !children ? 'yes' : limit?.from === undefined ? 'open' : limit.from < TEENS ? 'yes' : 'no';
  // Where the label names no age, it says nothing of children.
  if (!limit) return named.from <= CHILD ? 'open' : 'yes';
  const { from = 0, to = Number.POSITIVE_INFINITY } = limit;
  if (named.to < from || named.from > to) return 'no';
  return named.from >= from && named.to <= to ? 'yes' : 'open';
}

function fitOfRoute({ routes }: NamedUse, forms: readonly string[] | undefined, finder: UseFinder): Fit {
  if (routes.length === 0) return 'yes';
  const meant = (forms ?? []).flatMap((form) => finder.routesIn(form));
  if (meant.length > 0) return routes.some((route) => meant.includes(route)) ? 'yes' : 'no';
  return routes.every((route) => USUAL.includes(route)) ? 'yes' : 'open';
}

/** Ways to give a medicine that labels often leave unsaid. */
const USUAL: readonly Route[] = ['oral', 'injection'];

/**
 * Whether an approved condition is a kind of what the passage names: "depression", where major depression is approved, or
 * "agitation", where it is approved in one disease.
 */
function isKindOf({ use: { concept, within }, finder }: Asked, { name, also = [], doid }: ApprovedCondition): boolean {
  if (!concept || within) return false;
  const { vocabulary } = finder;
  const known = conceptOf(doid, finder);
  const isNarrower = (other: Concept | undefined): boolean =>
    other !== undefined && other !== concept && vocabulary.isUnder(other, concept);
  return (
    isNarrower(known) ||
    [name, ...also].some((one) => {
      const read = finder.read(one);
      return read?.isWhole === true && (isNarrower(read.concept) || (read.concept === concept && !!read.within));
    })
  );
}

/**
 * How a condition of the list fits by its names alone. What a name itself says, a stage ("severe pain") or prevention, the
 * passage has to say, too.
 * @param label the use as a whole, which may say in which disease a symptom is meant
 */
function fitOfName({ use, finder }: Asked, condition: ApprovedCondition, label: string): Fit {
  const { concept, within } = use;
  if (!concept) return 'other';
  const fits = [condition.name, ...(condition.also ?? [])].map((name): Fit => {
    const read = finder.read(name);
    if (!read || !(read.isWhole || read.prevents) || read.concept !== concept) return 'other';
    if (read.within !== within && !(within && !read.within && finder.conceptsIn(label).includes(within)))
      return 'other';
    if (read.prevents && !use.prevent) return 'open';
    if (read.stages.length === 0) return 'yes';
    if (use.stages.length === 0) return 'open';
    return use.stages.every((stage) => read.stages.includes(stage)) ? 'yes' : 'no';
  });
  if (isKnown({ concept, within }, condition, finder)) fits.push('yes');
  return FITS.find((fit) => fits.includes(fit)) ?? 'other';
}

/** What the vocabulary has under an id of the Disease Ontology (`DOID:10652`). */
const conceptOf = (doid: string | undefined, { vocabulary }: UseFinder): Concept | undefined =>
  doid === undefined ? undefined : vocabulary.byDoid(doid.replace('DOID:', ''));

/** Whether a condition is the list's by its id, or falls under it where the list says so. */
function isKnown(
  { concept, within }: Pick<NamedUse, 'concept' | 'within'>,
  { doid, covers, except = [] }: ApprovedCondition,
  finder: UseFinder,
): boolean {
  const known = conceptOf(doid, finder);
  if (!known || !concept || within) return false;
  if (known === concept) return true;
  if (covers !== 'subtypes' || !finder.vocabulary.isUnder(concept, known)) return false;
  return !except.some((id) => {
    const left = conceptOf(id, finder);
    return left !== undefined && finder.vocabulary.isUnder(concept, left);
  });
}
