/** The knowledge as the service worker holds it: all of it, packs included, in the reader's language. */
import { knowledgeWith } from '../knowledge/bundled.ts';
import { inLanguage } from '../knowledge/in-language.ts';
import { sliceKnowledge } from '../knowledge/slice.ts';
import type { CompiledKnowledge, Pack } from '../knowledge/types.ts';
import { language } from '../platform/i18n.ts';
import { loadPacks, watchPacks } from '../settings/packs.ts';

/** Read once while the worker is awake, and again when the packs change. */
let all: Promise<CompiledKnowledge> | undefined;
watchPacks(() => {
  all = undefined;
});

function knowledge(): Promise<CompiledKnowledge> {
  all ??= loadPacks<Pack>().then((packs) => inLanguage(knowledgeWith(packs), language()));
  return all;
}

/** What a frame's card needs for the drugs that the frame names, packs included. */
export async function knowledgeFor(drugs: readonly string[]): Promise<CompiledKnowledge> {
  return sliceKnowledge(await knowledge(), [...new Set(drugs)]);
}

/** Whether there is an entry with this id. */
export async function isKnown(drug: string): Promise<boolean> {
  return (await knowledge()).entries.some(({ id }) => id === drug);
}
