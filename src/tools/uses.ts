/** The finder of uses, and all knowledge, from the knowledge folder as it is now: for commands and tests. */
import { join } from 'node:path';
import type { CompiledKnowledge } from '../knowledge/types.ts';
import { type OpenUseFinder, openUseFinder } from '../knowledge/use-finder.ts';
import type { PackedWeights } from '../shared/passage/weigh.ts';
import { orEnd, ROOT } from './command.ts';
import { packUseFinder } from './knowledge/build/use-finder.ts';
import { compileKnowledge } from './knowledge/compile.ts';
import { readKnowledge } from './knowledge/read.ts';

/** Opens both; a second or so. @param weights in place of those of the folder */
export function usesOfKnowledge(
  folder = join(ROOT, 'knowledge'),
  weights?: PackedWeights,
): { finder: OpenUseFinder; knowledge: CompiledKnowledge } {
  const files = orEnd(() => readKnowledge(folder));
  const packed = packUseFinder(folder, files);
  return { finder: openUseFinder({ ...packed, ...(weights && { weights }) }), knowledge: compileKnowledge(files) };
}
