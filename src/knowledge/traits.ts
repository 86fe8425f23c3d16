/**
 * Sums the knowledge up for marks: of each medicine its group, and what to do about it with memantine or with the
 * medicines that the reader watches. Pages choose and colour marks by these lists, without the knowledge.
 */

import { NO_WATCHED, type TraitLists, type WatchedVerdicts } from '../shared/policy/marks.ts';
import { MEMANTINE } from '../shared/policy/pairs.ts';
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
    const action = opened.pairsAmong([id, MEMANTINE])[0]?.interaction.action ?? '';
    lists[group] ??= {};
    lists[group][action] = joined(lists[group][action], id);
  }
  return lists;
}

/**
 * What to do about each entry with the medicines that the reader watches, of several the worst. Where none of them but
 * memantine has a pair at all, as an entry of a pack may, marks speak of memantine, as cards do then.
 */
export function watchedVerdicts(knowledge: CompiledKnowledge, watched: readonly string[]): WatchedVerdicts {
  const opened = openKnowledge(knowledge);
  const others = watched.filter((other) => other !== MEMANTINE);
  const hasPair = (other: string): boolean => knowledge.entries.some(({ id }) => opened.pair(id, other).length > 0);
  if (!others.some(hasPair)) return NO_WATCHED;
  const lists: Record<keyof WatchedVerdicts, string> = { ...NO_WATCHED };
  for (const { id } of knowledge.entries) {
    const views = watched.flatMap((other) => opened.pair(id, other));
    const action = views.sort(worstFirst)[0]?.interaction.action;
    if (action) lists[action] = joined(lists[action], id);
  }
  return lists;
}

const joined = (ids: string | undefined, id: string): string => (ids ? `${ids} ${id}` : id);
