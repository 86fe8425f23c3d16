/** The finder of uses, and all knowledge, from the knowledge folder as it is now: for commands and tests. */
import { join } from 'node:path';
import type { CompiledKnowledge } from '../knowledge/types.ts';
import { type OpenUseFinder, openUseFinder } from '../knowledge/use-finder.ts';
import { packUseFinder } from './knowledge/build/use-finder.ts';
import { compileKnowledge } from './knowledge/compile.ts';
import { readKnowledge } from './knowledge/read.ts';

const FOLDER = join(import.meta.dirname, '../../knowledge');

/** Opens both; a second or so. */
export function usesOfKnowledge(folder = FOLDER): { finder: OpenUseFinder; knowledge: CompiledKnowledge } {
  const files = readKnowledge(folder);
  return { finder: openUseFinder(packUseFinder(folder, files)), knowledge: compileKnowledge(files) };
}
