/** Several medicines checked together: every two of them, and which of these our list knows. Pure. */
import type { Knowledge } from '../../knowledge/access.ts';
import { pairKey } from '../../shared/policy/pairs.ts';
import { type PairVerdict, pairVerdict } from './verdicts.ts';

export interface Together {
  /** What our list has, worst first. */
  readonly listed: readonly PairVerdict[];
  /** Looked for, and nothing there. */
  readonly unlisted: readonly (readonly [string, string])[];
}

/** @param ids of entries, in the order in which they were picked */
export function checkTogether(ids: readonly string[], knowledge: Knowledge): Together {
  const listed = knowledge.pairsAmong(ids).map((view) => pairVerdict(view, knowledge));
  const known = new Set(listed.map(({ drug, other }) => pairKey(drug, other)));
  const unlisted = ids
    .flatMap((a, index) => ids.slice(index + 1).map((b) => [a, b] as const))
    .filter(([a, b]) => !known.has(pairKey(a, b)));
  return { listed, unlisted };
}
