/**
 * The knowledge with the reader's packs, in the reader's language, for our own pages. It is large: the popup loads it
 * only after it has drawn what needs none of it.
 */
import { type Knowledge, openKnowledge } from '../knowledge/access.ts';
import { knowledgeWith } from '../knowledge/bundled.ts';
import { inLanguage } from '../knowledge/in-language.ts';
import type { Pack } from '../knowledge/types.ts';
import { language } from '../platform/i18n.ts';
import { loadPacks, watchPacks } from '../settings/packs.ts';

let opened: Promise<Knowledge> | undefined;
watchPacks(() => {
  opened = undefined;
});

/** In the reader's language. Read once, and again when the packs change. */
export function openedKnowledge(): Promise<Knowledge> {
  opened ??= loadPacks<Pack>().then((packs) => openKnowledge(inLanguage(knowledgeWith(packs), language())));
  return opened;
}
