/**
 * The knowledge that is built into the extension: for the service worker and the extension's pages. A page's card gets
 * its slice from the service worker (`platform/knowledge`).
 */
import { knowledgeText } from '../generated/knowledge.ts';
import type { CompiledKnowledge } from './types.ts';

/** Reads it anew on each call, which takes 10 to 20 ms: call it once. */
export function bundledKnowledge(): CompiledKnowledge {
  return JSON.parse(knowledgeText) as CompiledKnowledge;
}
