/**
 * What `dist/knowledge.json` holds beside the knowledge itself, and the JSON Schema that stands next to it. Others
 * build on this file: its shape has a version, its content an edition, and every edition says what changed.
 */
import type { Changes, CompiledKnowledge } from '../../knowledge/types.ts';
import type { JsonSchema } from './build/schemas.ts';

/** Version of the shape; 2 keeps a source's document apart from its reading and rates positions. */
const PUBLISHED_VERSION = 2;

export const SCHEMA_FILE = 'knowledge.schema.json';

/**
 * The published file; its edition is the day of the newest change.
 *
 * @param changes newest edition first, as `knowledge/changes.json` holds them.
 */
export function published(knowledge: CompiledKnowledge, { editions }: Changes) {
  const edition = editions[0]?.edition ?? '';
  return { $schema: SCHEMA_FILE, ...knowledge, version: PUBLISHED_VERSION, edition, changes: editions };
}

/** One JSON Schema for the published file, with all that it refers to inside. */
export function publishedSchema(schemas: readonly JsonSchema[]): object {
  const list = (items: string, description: string) => ({ description, type: 'array', items: { $ref: items } });
  const properties = {
    format: { const: 'memantine-lens-knowledge' },
    version: { description: 'Of this shape.', const: PUBLISHED_VERSION },
    edition: { description: 'Day of the newest change.', $ref: 'common.schema.json#/$defs/day' },
    changes: { $ref: 'changes.schema.json#/properties/editions' },
    entries: list('entry.schema.json', 'Drugs, combinations, classes and conditions, sorted by id.'),
    pairs: list('pair.schema.json', 'Interactions between two entries, neither of them memantine.'),
    approvedUses: list('approved-uses.schema.json', 'What each drug is approved for, sorted by drug.'),
    indications: list('indications.schema.json#/$defs/indication', 'Conditions, sorted by id.'),
    sources: list('sources.schema.json#/$defs/source', 'What carries the sentences, sorted by id.'),
    additions: {
      description: 'Empty here; what packs say of bundled entries, where packs are merged in.',
      type: 'array',
      maxItems: 0,
    },
  };
  const parts = schemas.filter(({ $id }) => !UNPUBLISHED.has($id));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: SCHEMA_FILE,
    title: 'Knowledge of Memantine Lens',
    description: 'Memantine, the medicines that interact with it, and its uses; every sentence with its sources.',
    type: 'object',
    properties: { $schema: { type: 'string' }, ...properties },
    required: Object.keys(properties),
    additionalProperties: false,
    $defs: Object.fromEntries(parts.map((schema) => [schema.$id.replace('.schema.json', ''), schema])),
  };
}

/** Schemas of files that are not published, or not in this file. */
const UNPUBLISHED = new Set(['cues.schema.json', 'pack.schema.json', 'weak-sources.schema.json']);
