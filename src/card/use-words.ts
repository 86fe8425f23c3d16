/** A use's status and evidence in words, and the look of a status. */
import type { InRegion } from '../knowledge/types.ts';
import { keyOf } from '../ui/keys.ts';
import type { Use, UseInPassage } from './model.ts';
import { capitalised, DOT, region, type Wording } from './words.ts';

/** The colour and icon of the status of a use that a passage names. */
export const toneOf = ({ status }: Pick<UseInPassage, 'status'>): string =>
  status === 'unknown' ? 'theoretical' : status;

/** Where a use has its status: `US since 2003, EU since 2002` under that status, `US: approved · EU: off-label` else. */
export function regionsUnder(use: Use, wording: Wording): string {
  if (use.regions.some(({ status }) => status !== use.status)) return regionsOf(use.regions, wording);
  const { words } = wording;
  return use.regions
    .filter(({ region: code }, index, all) => all.findIndex((other) => other.region === code) === index)
    .map(({ region: code, since }) => {
      const name = region(code, wording);
      return since === undefined ? name : words('cardSince', name, since);
    })
    .join(', ');
}

/** Statuses by region; regions that agree are named together: `US, EU: off-label`. */
export function regionsOf(regions: readonly InRegion[], wording: Wording): string {
  const groups = new Map<string, string[]>();
  for (const { region: code, status, since } of regions) {
    const said = wording.words(keyOf('cardStatus', status));
    const words = since === undefined ? said : wording.words('cardSince', said, since);
    groups.set(words, [...(groups.get(words) ?? []), region(code, wording)]);
  }
  return [...groups].map(([words, codes]) => `${codes.join(', ')}: ${words}`).join(DOT);
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
