/**
 * The knowledge in the reader's language, as far as it is names and phrases: medicines, groups and conditions, what
 * each is, kinds of studies, notes of names, who gives an advice. All of it comes from one table,
 * `knowledge/vocabulary/names.tsv`, and names else from the entry's own forms in that language. The sentences stay
 * English, and so does what a pack says.
 */

import { shownNames } from '../generated/shown-names.ts';
import { shownPhrases } from '../generated/shown-phrases.ts';
import { baseLanguage } from '../shared/shapes.ts';
import { shownName } from './shown-name.ts';
import type { CompiledEntry, CompiledKnowledge, Evidence, Interaction } from './types.ts';
import { whatOf } from './what-it-is.ts';

/** What is replaced is kept: sentences speak of an entry and a use by its English name. */
export function inLanguage(knowledge: CompiledKnowledge, language: string): CompiledKnowledge {
  const base = baseLanguage(language);
  const phrases = shownPhrases[base];
  if (base === 'en' || !phrases) return knowledge;
  const names = new Map(knowledge.entries.map((entry) => [entry.name, nameIn(entry, base)]));
  /** `US label of lithium`: the medicine that a text is about is a name like others. */
  const who = (by: string): string =>
    phrases.who[by] ?? by.replace(/(?<= of )[a-z].*$/, (name) => names.get(name) ?? name);
  const interaction = <T extends Interaction>(one: T): T => ({
    ...one,
    actionBy: who(one.actionBy),
    positions: one.positions.map((position) => ({ ...position, by: who(position.by) })),
  });
  const evidence = <T extends { readonly evidence?: Evidence }>(use: T): T => {
    const studies = use.evidence && phrases.studies[use.evidence.studies];
    return studies === undefined ? use : { ...use, evidence: { ...use.evidence, studies } };
  };
  return {
    ...knowledge,
    entries: knowledge.entries.map((entry) => ({
      ...entry,
      name: nameIn(entry, base),
      englishName: entry.name,
      // The phrase is that of the card's head, so that one row of the table serves all entries of a kind.
      what: phrases.what[whatOf(entry.drugClass.text, entry.name)],
      names: entry.names.map((form) =>
        form.note === undefined ? form : { ...form, note: phrases.note[form.note] ?? form.note },
      ),
      ...(entry.withMemantine ? { withMemantine: interaction(entry.withMemantine) } : {}),
      ...(entry.uses ? { uses: entry.uses.map(evidence) } : {}),
    })),
    pairs: knowledge.pairs.map((pair) => ({ ...pair, interaction: interaction(pair.interaction) })),
    indications: knowledge.indications.map((indication) => ({
      ...indication,
      name: shownNames[base]?.uses[indication.id] ?? indication.name,
      englishName: indication.name,
      ...(indication.memantine ? { memantine: evidence(indication.memantine) } : {}),
    })),
  };
}

function nameIn(entry: CompiledEntry, base: string): string {
  const listed = entry.origin === undefined ? shownNames[base]?.entries[entry.id] : undefined;
  return listed ?? shownName(entry, base);
}
