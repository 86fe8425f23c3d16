/**
 * What a mark says of a medicine, in five words: how it goes with memantine, or with the medicines that the reader
 * watches. The legend uses the same five, so that a reader learns them once; the card says it more finely.
 */
import type { Trait } from './wanted.ts';

/** From what matters most to what matters least; memantine itself, and products that hold it, stand apart. */
export const VERDICTS = ['avoid', 'caution', 'watch', 'other', 'memantine'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** `watch`: checks are advised, or only a concern; `other`: studied and nothing found, or nothing listed. */
export function verdictOf(trait: Trait | undefined): Verdict {
  if (trait?.group === 'memantine' || trait?.action === 'contains-memantine') return 'memantine';
  if (trait?.action === 'monitor' || trait?.action === 'theoretical') return 'watch';
  return trait?.action === 'avoid' || trait?.action === 'caution' ? trait.action : 'other';
}
