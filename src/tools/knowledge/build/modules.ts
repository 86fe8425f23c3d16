/** Source text of the modules that `npm run generate` writes. */

import { toDense } from '../../../knowledge/dense.ts';
import { packTriples } from '../../../knowledge/letter-triples.ts';
import { type NamedEntry, packKnowledge } from '../../../knowledge/surface-forms.ts';
import type { CompiledKnowledge } from '../../../knowledge/types.ts';
import type { TraitLists } from '../../../shared/policy/marks.ts';
import { packPrefilter } from '../../../shared/recognise/dictionary.ts';
import type { KnowledgeFiles } from '../read.ts';
import { englishCommonness } from './commonness.ts';

const WRITTEN = '// Written by `npm run generate`.';

/**
 * Module that exports `readDense`. A string is parsed only when it is read, and faster than an object literal; the
 * service worker wakes often and seldom needs the knowledge.
 */
export function knowledgeModule(knowledge: CompiledKnowledge): string {
  return `${WRITTEN}
import type { DenseKnowledge } from '../knowledge/dense.ts';

export const readDense = (): DenseKnowledge => JSON.parse(${singleQuoted(JSON.stringify(toDense(knowledge)))});
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
    englishCommonness(),
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
    englishCommonness(),
  );
  return `${WRITTEN}
import type { PackedPrefilter } from '../shared/recognise/prefilter.ts';

export const prefilter: PackedPrefilter = ${JSON.stringify(packPrefilter(packed))};
`;
}

/**
 * Module that exports `names`: what the dictionary is compiled from, for the service worker, which compiles it anew with
 * the names of packs.
 */
export function namesModule({ entries, cues }: KnowledgeFiles): string {
  const named: NamedEntry[] = entries.map(({ data: { id, kind, names, neverMatch } }) => ({
    id,
    kind,
    names: names.map(({ regions, note, reason, sources, status, ...name }) => name),
    ...(neverMatch ? { neverMatch } : {}),
  }));
  return `${WRITTEN}
import type { CueFile, NamedEntry } from '../knowledge/surface-forms.ts';

export const names = JSON.parse(${singleQuoted(JSON.stringify({ entries: named, cues: cues.data }))}) as {
  readonly entries: readonly NamedEntry[];
  readonly cues: CueFile;
};
`;
}

/** Module that exports `letterTriples`, for the service worker's choice of segments. */
export function triplesModule(): string {
  return `${WRITTEN}
export const letterTriples =
  ${JSON.stringify(packTriples(englishCommonness()))};
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
