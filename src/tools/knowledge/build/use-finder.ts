/** Puts together what finds uses in passages, from the knowledge folder. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PackedUseFinder, useKey } from '../../../knowledge/use-finder.ts';
import type { UseCues } from '../../../shared/passage/cues.ts';
import { createUseFinder } from '../../../shared/passage/named-uses.ts';
import { openVocabulary } from '../../../shared/passage/vocabulary.ts';
import { openWeights, type PackedWeights } from '../../../shared/passage/weigh.ts';
import { plain } from '../../../shared/passage/words.ts';
import type { KnowledgeFiles } from '../read.ts';
import { compileVocabulary } from './vocabulary.ts';

/** Names in Latin letters, long enough to be no other word. */
const NAME = /^[\p{Script=Latin}\s-]{4,}$/u;

/** @param folder the knowledge folder */
export function packUseFinder(folder: string, { entries, indications }: KnowledgeFiles): PackedUseFinder {
  const cues = JSON.parse(readFileSync(join(folder, 'vocabulary/use-cues.json'), 'utf8')) as UseCues;
  const weights = JSON.parse(readFileSync(join(folder, 'vocabulary/weights.json'), 'utf8')) as PackedWeights;
  const vocabulary = compileVocabulary(join(folder, 'vocabulary'), indications.data);
  const medicines = entries
    .filter(({ data }) => data.kind !== 'condition')
    .flatMap(({ data }) => data.names.map(({ form }) => form))
    .filter((form) => NAME.test(form))
    .map(plain);
  const finder = createUseFinder(openVocabulary(vocabulary), cues, medicines, openWeights(weights));
  const keys: Record<string, string> = {};
  for (const { id, terms } of indications.data.indications) {
    for (const { form } of terms) {
      const read = finder.read(form);
      const key = read && useKey(read);
      if (key) keys[key] ??= id;
    }
  }
  return { vocabulary, cues, weights, medicines: [...new Set(medicines)], indications: keys };
}

/** Module that exports `readUseFinder`. A string is parsed only when it is read, and faster than an object literal. */
export function useFinderModule(packed: PackedUseFinder): string {
  return `// Written by \`npm run generate\`.
import type { PackedUseFinder } from '../knowledge/use-finder.ts';

export const readUseFinder = (): PackedUseFinder => JSON.parse(${JSON.stringify(JSON.stringify(packed))});
`;
}
