import { bundledKnowledge } from '../knowledge/bundled.ts';
import { sliceKnowledge } from '../knowledge/slice.ts';
import type { CompiledKnowledge } from '../knowledge/types.ts';

/** Read once while the worker is awake; it is the same whenever it is read. */
let bundled: CompiledKnowledge | undefined;

/** What a frame's card needs for the drugs that the frame names. */
export function knowledgeFor(drugs: readonly string[]): CompiledKnowledge {
  bundled ??= bundledKnowledge();
  return sliceKnowledge(bundled, drugs);
}
