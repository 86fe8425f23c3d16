/** Source text of the modules that `npm run generate` writes. */
import { toDense } from '../dense.ts';
import type { CompiledKnowledge } from '../types.ts';

const WRITTEN = '// Written by `npm run generate`.';

/** Module that exports `dense`. A string for `JSON.parse` starts faster than an object literal and compresses as well. */
export function knowledgeModule(knowledge: CompiledKnowledge): string {
  return `${WRITTEN}
import type { DenseKnowledge } from '../knowledge/dense.ts';

export const dense = JSON.parse(${singleQuoted(JSON.stringify(toDense(knowledge)))}) as DenseKnowledge;
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
