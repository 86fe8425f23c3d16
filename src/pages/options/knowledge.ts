import { type Knowledge, openKnowledge } from '../../knowledge/access.ts';
import { bundledKnowledge } from '../../knowledge/bundled.ts';
import { inLanguage } from '../../knowledge/in-language.ts';
import { mergePacks } from '../../knowledge/merge-packs.ts';
import type { CompiledKnowledge, Pack } from '../../knowledge/types.ts';
import { language } from '../../platform/i18n.ts';
import { loadPacks } from '../../settings/packs.ts';

let bundled: CompiledKnowledge | undefined;

/** The bundled knowledge alone, read once. */
export function bundledOnce(): CompiledKnowledge {
  bundled ??= bundledKnowledge();
  return bundled;
}

/** The knowledge with the packs that are installed now; without the one of a name, when it is to be replaced. */
export async function mergedKnowledge(without?: string): Promise<CompiledKnowledge> {
  const packs = (await loadPacks<Pack>()).map(({ pack }) => pack);
  return mergePacks(
    bundledOnce(),
    packs.filter(({ name }) => name !== without),
  );
}

export async function openedKnowledge(): Promise<Knowledge> {
  return openKnowledge(inLanguage(await mergedKnowledge(), language()));
}
