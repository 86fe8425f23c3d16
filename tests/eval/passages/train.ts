/**
 * `npm run train:uses -- [--cross FILE] FILE…`: learns what each clue weighs (src/shared/passage/weigh.ts) and writes
 * knowledge/vocabulary/weights.json. Files are labelled passages as in `cases/`, or pairs as `pairs.ts` reads them.
 *
 * With `--cross FILE` nothing is written: that file is cut into five parts, and each is read with what was learned from the
 * other four and the other files. No file may be named twice.
 */
import { realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { usesOfKnowledge } from '../../../src/tools/uses.ts';
import { readLines } from './cases.ts';
import { learn } from './logistic.ts';
import { type Line, samplesOf, scoreOf } from './samples.ts';

const FOLDER = join(import.meta.dirname, '../../../knowledge');
const PARTS = 5;
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
