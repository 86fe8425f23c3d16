import { dense } from '../generated/knowledge.ts';
import { fromDense } from './dense.ts';
import type { CompiledKnowledge } from './types.ts';

/** The knowledge that is built into the extension. Reads it anew on each call (a few milliseconds): call it once. */
export function bundledKnowledge(): CompiledKnowledge {
  return fromDense(dense);
}
