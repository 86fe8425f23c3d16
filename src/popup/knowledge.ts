import type { Knowledge } from '../knowledge/access.ts';
import type { Pack } from '../knowledge/types.ts';
import { loadPacks, watchPacks } from '../settings/packs.ts';

let opened: Promise<Knowledge> | undefined;
watchPacks(() => {
  opened = undefined;
});

/** The knowledge with the reader's packs, read after the popup's first paint, once. */
export function openedKnowledge(): Promise<Knowledge> {
  opened ??= (async () => {
    const [{ openKnowledge }, { bundledKnowledge }, { mergePacks }, packs] = await Promise.all([
      import('../knowledge/access.ts'),
      import('../knowledge/bundled.ts'),
      import('../knowledge/merge-packs.ts'),
      loadPacks<Pack>(),
    ]);
    return openKnowledge(
      mergePacks(
        bundledKnowledge(),
        packs.map(({ pack }) => pack),
      ),
    );
  })();
  return opened;
}
