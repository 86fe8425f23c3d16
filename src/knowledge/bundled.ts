/**
 * The knowledge that is built into the extension: for the service worker and the extension's pages. A page's card gets
 * its slice from the service worker (`platform/knowledge`).
 */
import { knowledgeText } from '../generated/knowledge.ts';
import { mergePacks } from './merge-packs.ts';
import type { CompiledKnowledge, Pack } from './types.ts';

/** Reads it anew on each call, which takes 10 to 20 ms: call it once. */
export function bundledKnowledge(): CompiledKnowledge {
  return JSON.parse(knowledgeText) as CompiledKnowledge;
}

/** The same with packs, as they are kept. */
export function knowledgeWith(packs: readonly { readonly pack: Pack }[]): CompiledKnowledge {
  return mergePacks(
    bundledKnowledge(),
    packs.map(({ pack }) => pack),
  );
}
