/**
 * How likely a condition near a mention is a use, from clues. A logistic regression: each clue adds its weight, the sum
 * becomes a probability. The weights were learned from labelled passages (`npm run train:uses`, tests/eval/README.md),
 * since rules alone were right where text is like that on which they were written, and much less elsewhere.
 */

/** What a clue adds, in hundredths. */
export interface PackedWeights {
  readonly bias: number;
  readonly clues: Readonly<Record<string, number>>;
}

/** Probability, 0 to 1, that a condition with these clues is a use. Clues that were never learned add nothing. */
export type Weigh = (clues: readonly string[]) => number;

export function openWeights({ bias, clues }: PackedWeights): Weigh {
  const weights = new Map(Object.entries(clues));
  return (given) => 1 / (1 + Math.exp(-given.reduce((sum, clue) => sum + (weights.get(clue) ?? 0), bias) / 100));
}
