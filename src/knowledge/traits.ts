import type { TraitLists } from '../shared/policy/marks.ts';
import { openKnowledge } from './access.ts';
import { worstFirst } from './pairs.ts';
import type { CompiledEntry, CompiledKnowledge } from './types.ts';

/**
 * By what readers choose which entries are marked: the group, and what to do about the entry with memantine, as its card
 * says it: its own interaction, or the one of its class or components; of several the worst.
 *
 * @param wanted which entries to list; all when absent.
 */
export function traitLists(
  knowledge: CompiledKnowledge,
  wanted: (entry: CompiledEntry) => boolean = () => true,
): TraitLists {
  const opened = openKnowledge(knowledge);
  const lists: Record<string, Record<string, string>> = {};
  for (const { id, group } of knowledge.entries.filter(wanted)) {
    const action = [...opened.pair(id, 'memantine')].sort(worstFirst)[0]?.interaction.action ?? '';
    lists[group] ??= {};
    const ids = lists[group][action];
    lists[group][action] = ids ? `${ids} ${id}` : id;
  }
  return lists;
}
