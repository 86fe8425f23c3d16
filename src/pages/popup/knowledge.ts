/** The knowledge with the reader's packs. Big: loaded behind the first look. */
import { type Knowledge, openKnowledge } from '../../knowledge/access.ts';
import { bundledKnowledge } from '../../knowledge/bundled.ts';
import { mergePacks } from '../../knowledge/merge-packs.ts';
import type { Pack } from '../../knowledge/types.ts';
import { loadPacks, watchPacks } from '../../settings/packs.ts';

let opened: Promise<Knowledge> | undefined;
watchPacks(() => {
  opened = undefined;
});

/** Read once, and again when the packs change. */
export function openedKnowledge(): Promise<Knowledge> {
  opened ??= loadPacks<Pack>().then((packs) =>
    openKnowledge(
      mergePacks(
        bundledKnowledge(),
        packs.map(({ pack }) => pack),
      ),
    ),
  );
  return opened;
}
