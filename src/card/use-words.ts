/** A use's status and evidence in words, and the look of a status. */
import type { InRegion } from '../knowledge/types.ts';
import { byKey } from '../shared/groups.ts';
import { keyOf } from '../ui/keys.ts';
import type { Use, UseInPassage } from './model.ts';
import { capitalised, DOT, region, type Wording } from './words.ts';

/** The colour and icon of the status of a use that a passage names. */
export const toneOf = ({ status }: Pick<UseInPassage, 'status'>): string =>
  status === 'unknown' ? 'theoretical' : status;

/** Where a use has its status: `US since 2003, EU since 2002` under that status, `US: approved · EU: off-label` else. */
export function regionsUnder(use: Use, wording: Wording): string {
  if (use.regions.some(({ status }) => status !== use.status)) return regionsOf(use.regions, wording);
  const names = [...byKey(use.regions, (one) => one.region).values()].map(([{ region: code, since }]) =>
    dated(region(code, wording), since, wording),
  );
  return names.join(', ');
}

/** Statuses by region; regions that agree are named together: `US, EU: off-label`. */
export function regionsOf(regions: readonly InRegion[], wording: Wording): string {
  const groups = byKey(regions, ({ status, since }) =>
    dated(wording.words(keyOf('cardStatus', status)), since, wording),
  );
  return [...groups]
    .map(([said, group]) => `${group.map((one) => region(one.region, wording)).join(', ')}: ${said}`)
    .join(DOT);
}

function dated(text: string, since: number | undefined, { words }: Wording): string {
  return since === undefined ? text : words('cardSince', text, since);
}

/** `Randomised trials · mixed results · low quality`. */
export function evidenceOf({ evidence }: Use, { words }: Wording): string | undefined {
  if (!evidence) return undefined;
  return [
    capitalised(evidence.studies),
    words(keyOf('cardDirection', evidence.direction)),
    evidence.quality !== 'unrated' && words(keyOf('cardQuality', evidence.quality)),
  ]
    .filter(Boolean)
    .join(DOT);
}
