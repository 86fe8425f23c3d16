/** The JSON Schemas of the knowledge, as they lie in knowledge/schema. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A JSON Schema as parsed; its `$id` is its file name, which is how the schemas name one another. */
export type JsonSchema = { readonly $id: string } & Record<string, unknown>;

/**
 * Reads every `*.schema.json` of a folder, sorted by file name.
 *
 * @throws when the folder or a file cannot be read or parsed.
 */
export function readSchemas(folder: string): JsonSchema[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.schema.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as JsonSchema);
}
