/**
 * The pairs that the popup lists, with their verdicts: of the page's medicines with those that the reader watches, of
 * the page's with each other, and of any that were picked in the search. Pure.
 */
import { catalogue } from '../../generated/catalogue.ts';
import type { Knowledge } from '../../knowledge/access.ts';
import type { PairWord } from '../../knowledge/pair-word.ts';
import type { Action, PairView } from '../../knowledge/types.ts';
import { ACTIONS, compareActions, MEMANTINE, pairKey } from '../../shared/policy/pairs.ts';

/** Of entries. */
type Ids = readonly string[];

export interface PairVerdict {
  /** Of the page. */
  readonly drug: string;
  /** Of those that are watched; among two that the page names, the other one. */
  readonly other: string;
  readonly action: Action;
  /** How it is worded, where the knowledge is loaded. */
  readonly word?: PairWord;
  /** The one sentence; absent where it is not loaded yet. */
  readonly lead: string | undefined;
  /** Name of the reader's pack that says so. */
  readonly origin?: string | undefined;
}

/** The page's medicines with memantine, where it is watched: what can be said before the knowledge is there. */
export function earlyVerdicts(drugs: Ids, watched: Ids): PairVerdict[] {
  if (!watched.includes(MEMANTINE)) return [];
  const found = drugs.flatMap((drug) => {
    const { action, lead } = catalogue[drug] ?? {};
    return action === undefined ? [] : [{ drug, other: MEMANTINE, action, lead }];
  });
  return worstFirst(found);
}

/** Each pair of one of the page's medicines with a watched one, whether or not the page names that. */
export function verdictsWithWatched(drugs: Ids, watched: Ids, knowledge: Knowledge): PairVerdict[] {
  const seen = new Set<string>();
  const found = watched.flatMap((other) =>
    drugs.flatMap((drug) => {
      const key = pairKey(drug, other);
      if (seen.has(key)) return [];
      seen.add(key);
      return knowledge.pair(drug, other).map((view) => pairVerdict(view, knowledge, drug, other));
    }),
  );
  return worstFirst(found);
}

/** The pairs among the page's medicines, without those of a watched one. */
export function otherVerdicts(drugs: Ids, watched: Ids, knowledge: Knowledge): PairVerdict[] {
  const others = drugs.filter((drug) => !watched.includes(drug));
  return knowledge.pairsAmong(others).map((view) => pairVerdict(view, knowledge));
}

/** Every two of several medicines: what our list has, worst first, and those that it has nothing on. */
export function checkTogether(ids: Ids, knowledge: Knowledge) {
  const listed = knowledge.pairsAmong(ids).map((view) => pairVerdict(view, knowledge));
  const known = new Set(listed.map(({ drug, other }) => pairKey(drug, other)));
  const unlisted = ids
    .flatMap((a, index) => ids.slice(index + 1).map((b) => [a, b] as const))
    .filter(([a, b]) => !known.has(pairKey(a, b)));
  return { listed, unlisted };
}

/** Verdicts by action, worst first. */
export function byAction(verdicts: readonly PairVerdict[]): [Action, PairVerdict[]][] {
  const all = ACTIONS.map((action): [Action, PairVerdict[]] => [
    action,
    verdicts.filter((one) => one.action === action),
  ]);
  return all.filter(([, these]) => these.length > 0);
}

/** What is said of a medicine, whichever it is: two that are alike share their sentence but for the name, both in English. */
export const saidOfAny = (lead: string, name: string): string => lead.toLowerCase().replaceAll(name.toLowerCase(), '…');

/** In the order they came in where the verdict is the same: that of the page. */
function worstFirst(verdicts: readonly PairVerdict[]): PairVerdict[] {
  return verdicts.toSorted((a, b) => compareActions(a.action, b.action));
}

/** What the knowledge says of a pair. */
function pairVerdict(
  view: PairView,
  knowledge: Knowledge,
  drug: string = view.first,
  other: string = view.second,
): PairVerdict {
  const { action, summary } = view.interaction;
  return { drug, other, action, word: knowledge.word(view), lead: summary.text, origin: view.origin };
}
