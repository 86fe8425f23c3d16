/** Puts together what finds uses in passages, from the knowledge folder. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Indications } from '../../../knowledge/types.ts';
import { type PackedUseFinder, useKey } from '../../../knowledge/use-finder.ts';
import type { UseCues } from '../../../shared/passage/cues.ts';
import { createUseFinder, type UseFinder } from '../../../shared/passage/named-uses.ts';
import { openVocabulary } from '../../../shared/passage/vocabulary.ts';
import { openWeights, type PackedWeights } from '../../../shared/passage/weigh.ts';
import { plain } from '../../../shared/passage/words.ts';
import type { KnowledgeFiles } from '../read.ts';
import { compileVocabulary } from './vocabulary.ts';

/** Names in Latin letters, long enough to be no other word. */
const NAME = /^[\p{Script=Latin}\s-]{4,}$/u;

const read = <Data>(folder: string, file: string): Data =>
  JSON.parse(readFileSync(join(folder, 'vocabulary', file), 'utf8')) as Data;

/** What names of conditions mean by the vocabulary and the terms of these indications; for the rules of the knowledge. */
export function nameReader(folder: string, indications: Indications): Pick<UseFinder, 'read'> {
  const cues = read<UseCues>(folder, 'use-cues.json');
  const vocabulary = openVocabulary(compileVocabulary(join(folder, 'vocabulary'), indications));
  return createUseFinder(vocabulary, cues, [], () => 0);
}

/** @param folder the knowledge folder */
export function packUseFinder(folder: string, { entries, indications }: KnowledgeFiles): PackedUseFinder {
  const cues = read<UseCues>(folder, 'use-cues.json');
  const weights = read<PackedWeights>(folder, 'weights.json');
  const vocabulary = compileVocabulary(join(folder, 'vocabulary'), indications.data);
  const medicines = entries
    .filter(({ data }) => data.kind !== 'condition')
    .flatMap(({ data }) => data.names.map(({ form }) => form))
    .filter((form) => NAME.test(form))
    .map(plain);
  const finder = createUseFinder(openVocabulary(vocabulary), cues, medicines, openWeights(weights));
  return {
    vocabulary,
    cues,
    weights,
    medicines: [...new Set(medicines)],
    indications: homesOf(indications.data, finder),
    causes: causesOf(indications.data, finder),
  };
}

/**
 * The indication that each condition opens. A term with further words than the condition opens nothing; that no two
 * indications share a condition is a rule of the knowledge (`one-home`).
 */
function homesOf({ indications }: Indications, finder: UseFinder): Record<string, string> {
  const homes: Record<string, string> = {};
  for (const { id, terms } of indications) {
    for (const { form } of terms) {
      const read = finder.read(form);
      const key = read?.isWhole && useKey(read);
      if (key) homes[key] ??= id;
    }
  }
  return homes;
}

/** Complaints that are only an indication's with their cause, as in "memory loss after radiotherapy", and words for the cause. */
function causesOf({ indications }: Indications, finder: UseFinder): PackedUseFinder['causes'] {
  return indications.flatMap(({ id, name, terms }) => {
    const main = finder.read(name);
    if (main?.isWhole !== false || main.within || main.concept?.kind !== 'symptom') return [];
    const partly = [name, ...terms.map(({ form }) => form)].flatMap((form) => {
      const read = finder.read(form);
      return read?.isWhole === false && read.concept?.kind === 'symptom' ? useKey(read) : [];
    });
    return [{ id, complaints: [...new Set(partly)], words: terms.map(({ form }) => plain(form)) }];
  });
}

/** Module that exports `readUseFinder`. A string is parsed only when it is read, and faster than an object literal. */
export function useFinderModule(packed: PackedUseFinder): string {
  return `// Written by \`npm run generate\`.
import type { PackedUseFinder } from '../knowledge/use-finder.ts';

export const readUseFinder = (): PackedUseFinder => JSON.parse(${JSON.stringify(JSON.stringify(packed))});
`;
}
