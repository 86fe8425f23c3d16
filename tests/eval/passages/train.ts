/**
 * `npm run train:uses -- [--cross FILE] FILE…`: learns what each clue weighs (src/shared/passage/weigh.ts) and writes
 * knowledge/vocabulary/weights.json. Files are labelled passages as in `cases/`, or pairs as `pairs.ts` reads them.
 *
 * With `--cross FILE` nothing is written: that file is cut into five parts, and each is read with what was learned from the
 * other four and the other files. No file may be named twice.
 */
import { realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { usesIn } from '../../../src/knowledge/passage-uses.ts';
import type { OpenUseFinder } from '../../../src/knowledge/use-finder.ts';
import { TOPIC } from '../../../src/shared/passage/named-uses.ts';
import type { Scope, WeighedUse } from '../../../src/shared/passage/types.ts';
import { usesOfKnowledge } from '../../../src/tools/uses.ts';
import { type Case, finder, knowledge, overlaps, passageOf, readLines } from './cases.ts';
import { learn, type Sample } from './logistic.ts';
import { isAt, isPair, isUse, type Pair, passageOfPair, usesOfPair } from './pairs.ts';

type Line = Case | Pair;

const FOLDER = join(import.meta.dirname, '../../../knowledge');
const PARTS = 5;
const NEAREST_FIRST: readonly Scope[] = ['own', 'on', 'intro', 'after', 'before', 'row', 'column', 'heading', 'title'];

/** The conditions of one line, each with whether it is a use. */
function samplesOf(line: Line): Sample[] {
  const seen: WeighedUse[] = [];
  if (isPair(line)) {
    const expected = isUse(line);
    if (expected === undefined) return [];
    finder.find(passageOfPair(line), (weighed) => seen.push(weighed));
    return (
      seen
        .filter(({ use }) => isAt(use, line.text, line.condition, finder))
        // A sentence alone tells nothing of how passages are made.
        .map(({ clues }) => ({ clues: clues.filter((clue) => !clue.startsWith(TOPIC)), isUse: expected }))
    );
  }
  usesIn(passageOf(line), line, knowledge, {
    ...finder,
    find: (passage) => finder.find(passage, (weighed) => seen.push(weighed)),
  });
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

function scoreOf(
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

const args = process.argv.slice(2);
const cross = args[0] === '--cross' ? args[1] : undefined;
const files = args.slice(cross ? 2 : 0);
const read = [...(cross === undefined ? [] : [cross]), ...files].map((file) => realpathSync(file));
const twice = read.find((file, index) => read.indexOf(file) !== index);
// What is measured on must not be learned from.
if (twice !== undefined) throw new Error(`${twice} is named twice.`);
const samples = files.flatMap((file) => readLines<Line>(file)).flatMap(samplesOf);
if (cross) {
  const lines = readLines<Line>(cross);
  const sums = [0, 0, 0, 0];
  for (let part = 0; part < PARTS; part++) {
    const rest = lines.filter((_, k) => k % PARTS !== part).flatMap(samplesOf);
    const { finder: using } = usesOfKnowledge(FOLDER, learn([...samples, ...rest]));
    scoreOf(
      lines.filter((_, k) => k % PARTS === part),
      using,
    ).forEach((count, k) => {
      sums[k]! += count;
    });
  }
  const [found, right, labels, hit] = sums as [number, number, number, number];
  console.log(
    `precision ${(right / found).toFixed(3)} (${right} of ${found}), recall ${(hit / labels).toFixed(3)} (${hit} of ${labels})`,
  );
} else {
  const weights = learn(samples);
  writeFileSync(join(FOLDER, 'vocabulary/weights.json'), `${JSON.stringify(weights, null, 1)}\n`);
  console.log(
    `${samples.length} conditions, ${samples.filter((one) => one.isUse).length} of them uses; ${Object.keys(weights.clues).length} clues learned`,
  );
}
