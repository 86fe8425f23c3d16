/** Brings the two ways in which uses are written (memantine's indications, other entries' lists) into one view. */
import type { CompiledEntry, CompiledKnowledge, Use, UseStatus, UseView } from './types.ts';

/** Statuses of a use, the best first. */
export const STATUSES: readonly UseStatus[] = ['approved', 'off-label', 'investigational', 'withdrawn'];

type Indication = CompiledKnowledge['indications'][number];

/** Memantine's uses, from the indications that say something about it. */
export function memantineUses(indications: readonly Indication[]): UseView[] {
  const views: UseView[] = [];
  for (const { id, name, englishName, memantine } of indications) {
    if (!memantine) continue;
    const { status, since, evidence, summary, details = [], reviewedOn } = memantine;
    const regions = (['US', 'EU'] as const).map((region) => {
      const year = since?.[region];
      return { region, status: status[region], ...(year === undefined ? {} : { since: year }) };
    });
    const english = englishName === undefined ? {} : { englishName };
    views.push({ indication: id, name, ...english, regions, evidence, summary, details, reviewedOn });
  }
  return approvedFirst(views);
}

/** An entry's own uses; what it says of one indication for several regions becomes one view. */
export function entryUses(entry: CompiledEntry, indications: ReadonlyMap<string, Indication>): UseView[] {
  const groups = new Map<string, Use[]>();
  for (const [index, use] of (entry.uses ?? []).entries()) {
    const key = use.indication ?? `#${index}`;
    groups.set(key, [...(groups.get(key) ?? []), use]);
  }
  return approvedFirst([...groups.values()].map((uses) => merged(uses, entry.reviewedOn, indications)));
}

function merged(uses: readonly Use[], reviewedOn: string, indications: ReadonlyMap<string, Indication>): UseView {
  const { indication, sentence } = uses[0]!;
  const { name, englishName } = (indication === undefined ? undefined : indications.get(indication)) ?? {};
  const evidence = uses.find((use) => use.evidence)?.evidence;
  return {
    ...(indication === undefined ? {} : { indication }),
    ...(name === undefined ? {} : { name }),
    ...(englishName === undefined ? {} : { englishName }),
    regions: uses.map(({ region, status, since }) => ({ region, status, ...(since === undefined ? {} : { since }) })),
    ...(evidence === undefined ? {} : { evidence }),
    summary: sentence,
    details: uses.slice(1).map((use) => use.sentence),
    reviewedOn,
  };
}

/** By the best status in any region; otherwise as written. */
function approvedFirst(views: readonly UseView[]): UseView[] {
  const rank = ({ regions }: UseView) => Math.min(...regions.map(({ status }) => STATUSES.indexOf(status)));
  return [...views].sort((a, b) => rank(a) - rank(b));
}
