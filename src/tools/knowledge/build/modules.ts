/** Source text of the modules that `npm run generate` writes. */

import { packKnowledge } from '../../../knowledge/surface-forms.ts';
import type { CompiledKnowledge } from '../../../knowledge/types.ts';
import type { TraitLists } from '../../../shared/policy/marks.ts';
import { openDictionary } from '../../../shared/recognise/dictionary.ts';
import { packPrefilter } from '../../../shared/recognise/pack-prefilter.ts';
import type { KnowledgeFiles } from '../read.ts';
import { everydayWords } from './everyday-words.ts';

const WRITTEN = '// Written by `npm run generate`.';

/**
 * Module that exports `knowledgeText`, the bundled knowledge as JSON. A string is parsed only when it is read, and faster
 * than an object literal; the service worker wakes often and seldom needs the knowledge.
 */
export function knowledgeModule(knowledge: CompiledKnowledge): string {
  return `${WRITTEN}
export const knowledgeText = ${singleQuoted(JSON.stringify(knowledge))};
`;
}

/** Module that exports `catalogue`: what a list of entries shows of each, for those who must not wait for the knowledge. */
export function catalogueModule({ entries }: CompiledKnowledge): string {
  const lines = entries.map(({ id, name, group }) => [id, { name, group }]);
  return `${WRITTEN}
import type { CompiledEntry } from '../knowledge/types.ts';

export const catalogue: Readonly<Record<string, Pick<CompiledEntry, 'name' | 'group'>>> =
  ${JSON.stringify(Object.fromEntries(lines))};
`;
}

/**
 * Module that exports `dictionary`, the recogniser's, of the bundled names, and the `traits` by which readers
 * choose what is marked.
 */
export function dictionaryModule({ entries, cues }: KnowledgeFiles, traits: TraitLists): string {
  const packed = packKnowledge(
    entries.map(({ data }) => data),
    cues.data,
  );
  return `${WRITTEN}
import type { PackedDictionary } from '../shared/recognise/dictionary.ts';
import type { TraitLists } from '../shared/policy/marks.ts';

export const dictionary = JSON.parse(${singleQuoted(JSON.stringify(packed))}) as PackedDictionary;

export const traits: TraitLists = ${JSON.stringify(traits)};
`;
}

/** Module that exports `prefilter`: all that a page without mentions needs of the dictionary. */
export function prefilterModule({ entries, cues }: KnowledgeFiles): string {
  const packed = packKnowledge(
    entries.map(({ data }) => data),
    cues.data,
  );
  return `${WRITTEN}
import type { PackedPrefilter } from '../shared/recognise/prefilter.ts';

export const prefilter: PackedPrefilter = ${JSON.stringify(packPrefilter(openDictionary(packed)))};
`;
}

/** The words that nobody may take as a name: the commonest of English, and of names that films would not speak. */
export function everydayWordsModule(): string {
  return `${WRITTEN}
export const everydayWords = ${JSON.stringify(everydayWords().join(' '))};
`;
}

/** Declarations of the module that ajv writes. */
export const PACK_VALIDATOR_TYPES = `${WRITTEN}
import type { ErrorObject } from 'ajv';

export declare const validatePack: ((data: unknown) => boolean) & { errors?: ErrorObject[] | null };
`;

/** A string literal that spends nothing on the double quotes of JSON. */
function singleQuoted(json: string): string {
  const escaped = json
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
  return `'${escaped}'`;
}
