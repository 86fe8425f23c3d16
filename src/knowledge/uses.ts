/** Brings the two ways in which uses are written (memantine's indications, other entries' lists) into one view. */
import type { CompiledEntry, CompiledIndication, Use, UseStatus, UseView } from './types.ts';

/** Statuses of a use, the best first. */
export const STATUSES: readonly UseStatus[] = ['approved', 'off-label', 'investigational', 'withdrawn'];

/** Memantine's uses, from the indications that say something about it. */
export function memantineUses(indications: readonly CompiledIndication[]): UseView[] {
  const views = indications.flatMap(({ id, name, englishName, memantine }): UseView[] => {
    if (!memantine) return [];
    const { status, since, evidence, summary, details = [], reviewedOn } = memantine;
    const regions = (['US', 'EU'] as const).map((region) => ({
      region,
      status: status[region],
      since: since?.[region],
    }));
    return [{ indication: id, name, englishName, regions, evidence, summary, details, reviewedOn }];
  });
  return approvedFirst(views);
}

/** An entry's own uses; what it says of one indication for several regions becomes one view. */
export function entryUses(entry: CompiledEntry, indications: ReadonlyMap<string, CompiledIndication>): UseView[] {
  const groups = new Map<string, Use[]>();
  for (const [index, use] of (entry.uses ?? []).entries()) {
    const key = use.indication ?? `#${index}`;
    groups.set(key, [...(groups.get(key) ?? []), use]);
  }
  return approvedFirst([...groups.values()].map((uses) => merged(uses, entry.reviewedOn, indications)));
}

function merged(
  uses: readonly Use[],
  reviewedOn: string,
  indications: ReadonlyMap<string, CompiledIndication>,
): UseView {
  const { indication, sentence } = uses[0]!;
  const { name, englishName } = (indication === undefined ? undefined : indications.get(indication)) ?? {};
  return {
    indication,
    name,
    englishName,
    regions: uses.map(({ region, status, since }) => ({ region, status, since })),
    evidence: uses.find((use) => use.evidence)?.evidence,
    summary: sentence,
    details: uses.slice(1).map((use) => use.sentence),
    reviewedOn,
  };
}

/** By the best status in any region; otherwise as written. */
function approvedFirst(views: readonly UseView[]): UseView[] {
  const rank = ({ regions }: UseView) => Math.min(...regions.map(({ status }) => STATUSES.indexOf(status)));
  return views.toSorted((a, b) => rank(a) - rank(b));
}
