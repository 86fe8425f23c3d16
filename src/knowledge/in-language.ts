/**
 * The knowledge with its names in the reader's language: medicines, groups and conditions. Names come from one table,
 * `knowledge/vocabulary/names.tsv`, and else from the entry's own forms in that language. The sentences stay English.
 */
import { shownNames } from '../generated/shown-names.ts';
import { shownName } from './shown-name.ts';
import type { CompiledEntry, CompiledKnowledge } from './types.ts';

/** What is replaced is kept: sentences speak of an entry and a use by its English name. */
export function inLanguage(knowledge: CompiledKnowledge, language: string): CompiledKnowledge {
  const base = language.split('-')[0]!;
  if (base === 'en') return knowledge;
  return {
    ...knowledge,
    entries: knowledge.entries.map((entry) => ({ ...entry, name: nameIn(entry, base), englishName: entry.name })),
    indications: knowledge.indications.map((indication) => ({
      ...indication,
      name: shownNames[base]?.uses[indication.id] ?? indication.name,
      englishName: indication.name,
    })),
  };
}

function nameIn(entry: CompiledEntry, base: string): string {
  const listed = entry.origin === undefined ? shownNames[base]?.entries[entry.id] : undefined;
  return listed ?? shownName(entry, base);
}
