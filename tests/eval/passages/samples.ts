/** What weights are learned from, and how well uses are found: labelled passages and pairs, line by line. */
import { usesIn } from '../../../src/knowledge/passage-uses.ts';
import type { OpenUseFinder } from '../../../src/knowledge/use-finder.ts';
import { TOPIC } from '../../../src/shared/passage/named-uses.ts';
import type { Scope, WeighedUse } from '../../../src/shared/passage/types.ts';
import { type Case, finder, knowledge, overlaps, passageOf } from './cases.ts';
import type { Sample } from './logistic.ts';
import { isAt, isPair, isUse, type Pair, usesOfPair } from './pairs.ts';

export type Line = Case | Pair;

const NEAREST_FIRST: readonly Scope[] = ['own', 'on', 'intro', 'after', 'before', 'row', 'column', 'heading', 'title'];

/** The conditions of one line, each with whether it is a use. */
export function samplesOf(line: Line): Sample[] {
  const seen: WeighedUse[] = [];
  const listening: OpenUseFinder = {
    ...finder,
    find: (passage) => finder.find(passage, (weighed) => seen.push(weighed)),
  };
  if (isPair(line)) {
    const expected = isUse(line);
    if (expected === undefined) return [];
    usesOfPair(line, knowledge, listening);
    return (
      seen
        .filter(({ use }) => isAt(use, line.text, line.condition, finder))
        // A sentence alone tells nothing of how passages are made.
        .map(({ clues }) => ({ clues: clues.filter((clue) => !clue.startsWith(TOPIC)), isUse: expected }))
    );
  }
  usesIn(passageOf(line), line, knowledge, listening);
  const labelled = seen.map((weighed) => ({
    ...weighed,
    rank: Math.max(0, NEAREST_FIRST.indexOf(weighed.scope) - 1),
    isUse: line.uses.some(({ condition }) => overlaps(line, weighed.use, condition)),
  }));
  if (line.whole) return labelled;
  // Beyond the first scope that holds a use nobody labelled anything.
  const nearest = Math.min(...labelled.filter((one) => one.isUse).map(({ rank }) => rank));
  return labelled.filter(({ rank }) => rank === 0 || rank <= nearest);
}

/** How many uses are found, how many of them are right, how many are labelled and how many of those are found. */
export function scoreOf(
  lines: readonly Line[],
  using: OpenUseFinder,
): readonly [found: number, right: number, labels: number, hit: number] {
  let [found, right, labels, hit] = [0, 0, 0, 0];
  for (const line of lines) {
    if (isPair(line)) {
      const expected = isUse(line);
      if (expected === undefined) continue;
      const is = usesOfPair(line, knowledge, using).some(({ named }) => isAt(named, line.text, line.condition, using));
      if (is) found++;
      if (is && expected) right++;
      if (expected) labels++;
      if (is && expected) hit++;
      continue;
    }
    const uses = usesIn(passageOf(line), line, knowledge, using);
    found += uses.length;
    right += uses.filter(({ named }) => line.uses.some(({ condition }) => overlaps(line, named, condition))).length;
    labels += line.uses.length;
    hit += line.uses.filter(({ condition }) => uses.some(({ named }) => overlaps(line, named, condition))).length;
  }
  return [found, right, labels, hit];
}
