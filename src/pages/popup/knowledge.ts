/** The knowledge with the reader's packs. Big: loaded behind the first look. */
import { type Knowledge, openKnowledge } from '../../knowledge/access.ts';
import { bundledKnowledge } from '../../knowledge/bundled.ts';
import { inLanguage } from '../../knowledge/in-language.ts';
import { mergePacks } from '../../knowledge/merge-packs.ts';
import type { Pack } from '../../knowledge/types.ts';
import { language } from '../../platform/i18n.ts';
import { loadPacks, watchPacks } from '../../settings/packs.ts';

let opened: Promise<Knowledge> | undefined;
watchPacks(() => {
  opened = undefined;
});

/** Read once, and again when the packs change. */
export function openedKnowledge(): Promise<Knowledge> {
  opened ??= loadPacks<Pack>().then((packs) =>
    openKnowledge(
      inLanguage(
        mergePacks(
          bundledKnowledge(),
          packs.map(({ pack }) => pack),
        ),
        language(),
      ),
    ),
  );
  return opened;
}
