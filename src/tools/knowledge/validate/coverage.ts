/**
 * Every fact that the product was commissioned to tell (S1 to S23, listed in knowledge/README.md) is in the entry whose
 * card must tell it.
 */
import { allSentences, rule } from './rule.ts';

/** How many facts the product was commissioned around: S1, S2 … */
export const COMMISSIONED = 23;

/**
 * The facts that the product was commissioned around, and the entry from whose card a reader must be able to learn each.
 * Memantine's uses are in indications.json, which counts as its entry.
 */
const ENTRY_OF: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Array.from({ length: COMMISSIONED }, (_, index) => [`S${index + 1}`, 'drugs/memantine.json'])),
  S18: 'drugs/amantadine.json',
  S19: 'drugs/ketamine.json',
  S20: 'drugs/dextromethorphan.json',
  S21: 'classes/carbonic-anhydrase-inhibitors.json',
  S22: 'drugs/sodium-bicarbonate.json',
};

export const coverage = rule('coverage', (knowledge, found) => {
  const told = new Set(
    allSentences(knowledge).flatMap(({ file, covers }) =>
      (covers ?? []).map((fact) => `${fact} ${file.replace('indications.json', 'drugs/memantine.json')}`),
    ),
  );
  for (const [fact, file] of Object.entries(ENTRY_OF)) {
    if (told.has(`${fact} ${file}`)) continue;
    const repair = `Write the sentence that says it and add "covers": ["${fact}"]; knowledge/README.md lists the facts.`;
    found(file, '', `no sentence covers ${fact}`, repair);
  }
});
