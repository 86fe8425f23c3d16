/**
 * What a mark says of a medicine: how it goes with memantine, in four words. Marks, the legend and counts use the same
 * four, so that a reader learns them once; the card says it more finely.
 */
import type { Trait } from './wanted.ts';

/** From what matters most to what matters least; memantine itself, and products that hold it, stand apart. */
export const VERDICTS = ['avoid', 'caution', 'other', 'memantine'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** `other`: to be watched, a possible concern only, nothing found, or nothing listed; the card tells which. */
export function verdictOf(trait: Trait | undefined): Verdict {
  if (trait?.group === 'memantine' || trait?.action === 'contains-memantine') return 'memantine';
  return trait?.action === 'avoid' || trait?.action === 'caution' ? trait.action : 'other';
}
