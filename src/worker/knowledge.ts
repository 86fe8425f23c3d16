import { bundledKnowledge } from '../knowledge/bundled.ts';
import { inLanguage } from '../knowledge/in-language.ts';
import { mergePacks } from '../knowledge/merge-packs.ts';
import { sliceKnowledge } from '../knowledge/slice.ts';
import type { CompiledKnowledge, Pack } from '../knowledge/types.ts';
import { language } from '../platform/i18n.ts';
import { loadPacks, watchPacks } from '../settings/packs.ts';

/** Read once while the worker is awake, and again when the packs change. */
let all: Promise<CompiledKnowledge> | undefined;
watchPacks(() => {
  all = undefined;
});

/** What a frame's card needs for the drugs that the frame names, packs included. */
export async function knowledgeFor(drugs: readonly string[]): Promise<CompiledKnowledge> {
  all ??= loadPacks<Pack>().then((packs) =>
    inLanguage(
      mergePacks(
        bundledKnowledge(),
        packs.map(({ pack }) => pack),
      ),
      language(),
    ),
  );
  return sliceKnowledge(await all, drugs);
}
