import { readDense } from '../generated/knowledge.ts';
import { fromDense } from './dense.ts';
import type { CompiledKnowledge } from './types.ts';

/**
 * The knowledge that is built into the extension. Reads it anew on each call (a few milliseconds): call it once. For the
 * service worker and the extension's pages; a page's card gets its slice from the service worker (`platform/knowledge`).
 */
export function bundledKnowledge(): CompiledKnowledge {
  return fromDense(readDense());
}
