/** The uses that the words around a mention name, with their status. */
import { readUseFinder } from '../generated/conditions.ts';
import { type PassageUse, usesIn } from '../knowledge/passage-uses.ts';
import { type OpenUseFinder, openUseFinder } from '../knowledge/use-finder.ts';
import type { CardRequest } from './port.ts';

/** Opened with the first card of the frame. */
let finder: OpenUseFinder | undefined;

/** @returns the leading use first */
export function usesOfPassage({ mention, passage, knowledge }: CardRequest): PassageUse[] {
  finder ??= openUseFinder(readUseFinder());
  return usesIn({ ...passage, length: mention.text.length }, mention, knowledge, finder);
}
