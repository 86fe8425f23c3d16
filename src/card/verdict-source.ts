/** Which one source a verdict is shown with, where there is room for one. Pure. */
import { compareStrength } from '../knowledge/source-rank.ts';
import type { Source } from '../knowledge/types.ts';
import { ACTION_OF } from '../knowledge/wordings.ts';
import type { Citation, Relation } from './model.ts';

const isDated = ({ document: { revision, asOf } }: Source): boolean => revision !== undefined || asOf !== undefined;

/**
 * The source that a pair's verdict is shown with: of those that advise as much, one that was checked before one
 * that was not, then one with a date before one without, then one that the verdict follows, then an official one, then the
 * strongest; a weak one last. Where nobody says as much, the same of the sentence.
 */
export function sourceBehind({ action, actionBy, ratings, summary }: Relation): Citation | undefined {
  const advice = ratings.flatMap(({ by, says, voice, citations, verified }) => {
    const isFollowed = by === actionBy;
    if (!isFollowed && ACTION_OF[says ?? ''] !== action) return [];
    return citations.map((citation) => ({
      citation,
      verified,
      weight: (isFollowed ? 2 : 0) + Number(voice === 'official'),
    }));
  });
  const sentence = summary.citations.map((citation) => ({ citation, verified: summary.verified, weight: 0 }));
  const rank = ({ citation: { source }, verified, weight }: (typeof advice)[number]): number =>
    source.weak === undefined ? (verified ? 8 : 0) + (isDated(source) ? 4 : 0) + weight : -1;
  const [best] = (advice.length > 0 ? advice : sentence).sort(
    (a, b) => rank(b) - rank(a) || compareStrength(a.citation.source, b.citation.source),
  );
  return best?.citation;
}
