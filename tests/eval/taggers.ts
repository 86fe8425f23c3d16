import { recogniserOfKnowledge } from '../../src/cli/recogniser.ts';
import type { Tagger } from './score.ts';

/** The recogniser and what it is compared with, by name. */
export async function taggers(): Promise<Record<string, Tagger>> {
  const { recogniser } = recogniserOfKnowledge();
  return { recogniser: (text) => recogniser.find(text) };
}
