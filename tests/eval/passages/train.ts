/**
 * `npm run train:uses -- [--cross FILE | --designs] FILE…`: learns what each clue weighs (src/shared/passage/weigh.ts) and writes
 * knowledge/vocabulary/weights.json. Files are labelled passages as in `cases/`, or pairs as `pairs.ts` reads them.
 *
 * With `--cross FILE` nothing is written: that file is cut into five parts, and each is read with what was learned from the
 * other four and the other files. No file may be named twice.
 *
 * With `--designs` nothing is written either: each file is read by the rules alone, by the rules with all that they leave open as
 * uses, and with what was learned from the other files.
 */
import { realpathSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { PackedWeights } from '../../../src/shared/passage/weigh.ts';
import { usesOfKnowledge } from '../../../src/tools/recogniser.ts';
import { readLines } from './cases.ts';
import { learn } from './logistic.ts';
import { type Line, samplesOf, scoreOf } from './samples.ts';

const FOLDER = join(import.meta.dirname, '../../../knowledge');
const PARTS = 5;
type Counts = readonly [found: number, right: number, labels: number, hit: number];

const sum = (all: readonly Counts[]): Counts =>
  all.reduce<Counts>(([a, b, c, d], [e, f, g, h]) => [a + e, b + f, c + g, d + h], [0, 0, 0, 0]);
const said = ([found, right, labels, hit]: Counts): string =>
  `precision ${(right / found).toFixed(3)} (${right} of ${found}), recall ${(hit / labels).toFixed(3)} (${hit} of ${labels})`;
const scored = (lines: readonly Line[], weights: PackedWeights): Counts =>
  scoreOf(lines, usesOfKnowledge(weights).finder);

/** Designs that learn nothing, as weights: only what a rule calls a use; whatever no rule excludes. */
const UNLEARNED: readonly (readonly [string, PackedWeights])[] = [
  ['rules alone  ', { bias: -500, clues: { 'v:use': 1000 } }],
  ['flipped prior', { bias: 500, clues: { 'v:out': -1000 } }],
];

const args = process.argv.slice(2);
const compares = args[0] === '--designs';
const cross = args[0] === '--cross' ? args[1] : undefined;
const files = args.slice(cross ? 2 : compares ? 1 : 0);
const read = [...(cross === undefined ? [] : [cross]), ...files].map((file) => realpathSync(file));
const twice = read.find((file, index) => read.indexOf(file) !== index);
// What is measured on must not be learned from.
if (twice !== undefined) throw new Error(`${twice} is named twice.`);
const sets = files.map((file) => readLines<Line>(file));
const samples = sets.map((lines) => lines.flatMap(samplesOf));
if (cross) {
  const lines = readLines<Line>(cross);
  const parts = Array.from({ length: PARTS }, (_, part): Counts => {
    const rest = lines.filter((_, k) => k % PARTS !== part).flatMap(samplesOf);
    return scored(
      lines.filter((_, k) => k % PARTS === part),
      learn([...samples.flat(), ...rest]),
    );
  });
  console.log(said(sum(parts)));
} else if (compares) {
  const learned = sets.map((_, left): PackedWeights => learn(samples.filter((_, k) => k !== left).flat()));
  const designs = [
    ...UNLEARNED.map(([name, weights]) => [name, sets.map((lines) => scored(lines, weights))] as const),
    ['learned      ', sets.map((lines, left) => scored(lines, learned[left]!))] as const,
  ];
  for (const [name, counts] of designs) {
    for (const [k, one] of counts.entries()) console.log(`${name} ${basename(files[k]!)}: ${said(one)}`);
    console.log(`${name} all: ${said(sum(counts))}`);
  }
} else {
  const all = samples.flat();
  const weights = learn(all);
  writeFileSync(join(FOLDER, 'vocabulary/weights.json'), `${JSON.stringify(weights, null, 1)}\n`);
  console.log(
    `${all.length} conditions, ${all.filter((one) => one.isUse).length} of them uses; ${Object.keys(weights.clues).length} clues learned`,
  );
}
