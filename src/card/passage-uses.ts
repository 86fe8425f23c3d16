/**
 * Finds the uses that the words around a mention name, for the card in a page: opens the data that `vocabulary.iife.ts`
 * left, once a frame, and asks `knowledge/passage-uses.ts`.
 */
import { type PassageUse, usesIn } from '../knowledge/passage-uses.ts';
import { type OpenUseFinder, openUseFinder, type PackedUseFinder } from '../knowledge/use-finder.ts';
import { type CardRequest, USE_FINDER } from './port.ts';

/** Opened with the first card of the frame. */
let finder: OpenUseFinder | undefined;

/** @returns the leading use first */
export function usesOfPassage({ mention, passage, knowledge }: CardRequest): PassageUse[] {
  finder ??= openUseFinder((globalThis as unknown as Record<string, () => PackedUseFinder>)[USE_FINDER]!());
  return usesIn({ ...passage, length: mention.text.length }, mention, knowledge, finder);
}
