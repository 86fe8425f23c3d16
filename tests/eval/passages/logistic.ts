/** Logistic regression over sparse clues, by stochastic gradient descent with a step a clue of its own (Adagrad). */
import type { PackedWeights } from '../../../src/shared/passage/weigh.ts';

export interface Sample {
  readonly clues: readonly string[];
  readonly isUse: boolean;
}

/** Clues that stand in fewer samples are not learned. */
const RARE = 5;
const PASSES = 10;
/** Passes that are averaged. */
const LATER = 5;
const STEP = 0.15;
/** How strongly weights are drawn to zero. */
const DECAY = 0.02;

/** The same samples give the same weights. */
export function learn(samples: readonly Sample[]): PackedWeights {
  const counts = new Map<string, number>();
  for (const { clues } of samples) for (const clue of clues) counts.set(clue, (counts.get(clue) ?? 0) + 1);
  const known = [...counts].filter(([, count]) => count >= RARE).map(([clue]) => clue);
  const numbers = new Map(known.map((clue, number) => [clue, number]));
  const rows = samples.map(({ clues, isUse }) => ({ isUse, row: clues.flatMap((clue) => numbers.get(clue) ?? []) }));
  const weights = new Float64Array(known.length);
  const squares = new Float64Array(known.length).fill(1e-6);
  let bias = 0;
  let biasSquare = 1e-6;
  const random = generator();
  // What the later passes agree on: a single one leans to the samples that it saw last.
  const sums = new Float64Array(known.length);
  let biasSum = 0;
  for (let pass = 0; pass < PASSES; pass++) {
    for (let k = rows.length - 1; k > 0; k--) {
      const other = Math.floor(random() * (k + 1));
      [rows[k], rows[other]] = [rows[other]!, rows[k]!];
    }
    for (const { isUse, row } of rows) {
      const sum = row.reduce((all, number) => all + weights[number]!, bias);
      const error = 1 / (1 + Math.exp(-sum)) - (isUse ? 1 : 0);
      biasSquare += error * error;
      bias -= (STEP * error) / Math.sqrt(biasSquare);
      for (const number of row) {
        const slope = error + DECAY * weights[number]!;
        squares[number]! += slope * slope;
        weights[number]! -= (STEP * slope) / Math.sqrt(squares[number]!);
      }
    }
    if (pass < PASSES - LATER) continue;
    biasSum += bias / LATER;
    for (let number = 0; number < sums.length; number++) sums[number]! += weights[number]! / LATER;
  }
  const rounded = known.map((clue, number) => [clue, Math.round(100 * sums[number]!)] as const);
  return {
    bias: Math.round(100 * biasSum),
    clues: Object.fromEntries(
      rounded.filter(([, weight]) => Math.abs(weight) >= SMALLEST).sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  };
}

/** Weights below, in hundredths, are left out. */
const SMALLEST = 14;

/** Numbers from 0 to 1, the same each time (a linear congruential generator). */
function generator(): () => number {
  let state = 7;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
