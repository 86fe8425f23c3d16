/** The uses that the words around a mention name, with their status. */
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
