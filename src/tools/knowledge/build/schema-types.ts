/** Writes `src/generated/schema-types.ts` from the schemas of the knowledge. */
import { compile, type JSONSchema } from 'json-schema-to-typescript';
import type { JsonSchema } from './schemas.ts';

const BANNER = `/**
 * The knowledge's types. Written by \`npm run generate\` from knowledge/schema; edit the schemas, not this file.
 */`;

/**
 * TypeScript for the knowledge schemas, as one module.
 *
 * A `$ref` with a description beside it would become a copy of the type under a numbered name (Sentence1, Sentence2, …),
 * so the schemas are joined into one and the words beside references are left out.
 */
export function schemaTypes(schemas: readonly JsonSchema[]): Promise<string> {
  const joined: Record<string, unknown> = {};
  for (const schema of schemas) {
    const { $defs, $id, $schema: _dialect, ...body } = relink(schema) as JsonSchema & { $defs?: object };
    Object.assign(joined, $defs);
    if (body.type) joined[bodyName($id)] = body;
  }
  const files = Object.keys(joined).filter((name) => schemas.some(({ $id }) => bodyName($id) === name));
  const root = {
    title: 'FileTypes',
    description: 'One property for each kind of file.',
    type: 'object',
    properties: Object.fromEntries(files.map((name) => [name, { $ref: `#/$defs/${name}` }])),
    required: files,
    additionalProperties: false,
    $defs: joined,
  };
  return compile(root as unknown as JSONSchema, 'FileTypes', {
    bannerComment: BANNER,
    ignoreMinAndMaxItems: true,
    style: { singleQuote: true, printWidth: 120 },
  });
}

/** Name under which a schema file's own body is joined: `entry.schema.json` -> `entry`. */
function bodyName(schemaId: string): string {
  return schemaId.replace('.schema.json', '');
}

/** Points references at the joined schema and strips what stands beside them. */
function relink(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(relink);
  if (typeof node !== 'object' || node === null) return node;
  const ref = (node as { $ref?: unknown }).$ref;
  if (typeof ref === 'string') return { $ref: localRef(ref) };
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, relink(value)]));
}

function localRef(ref: string): string {
  const [file = '', pointer = ''] = ref.split('#');
  return pointer ? `#${pointer}` : `#/$defs/${bodyName(file)}`;
}
