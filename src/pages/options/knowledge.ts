/** The knowledge as the options need it beside `pages/knowledge.ts`: without packs, and without the one that a file replaces. */
import { bundledKnowledge } from '../../knowledge/bundled.ts';
import { mergePacks } from '../../knowledge/merge-packs.ts';
import type { CompiledKnowledge, Pack } from '../../knowledge/types.ts';
import { loadPacks } from '../../settings/packs.ts';

let bundled: CompiledKnowledge | undefined;

/** The bundled knowledge alone, read once. */
export function bundledOnce(): CompiledKnowledge {
  bundled ??= bundledKnowledge();
  return bundled;
}

/** The knowledge with the packs that are installed now, but for the one of a name. */
export async function knowledgeWithout(name: string | undefined): Promise<CompiledKnowledge> {
  const packs = (await loadPacks<Pack>()).map(({ pack }) => pack);
  return mergePacks(
    bundledOnce(),
    packs.filter((pack) => pack.name !== name),
  );
}
