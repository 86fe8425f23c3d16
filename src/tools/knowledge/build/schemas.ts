/**
 * Reads the JSON Schemas of knowledge/schema, and makes what checks by them: ajv for commands, and the check of packs
 * as plain code for the extension, whose pages may compile nothing.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as standalone from 'ajv/dist/standalone/index.js';

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

/** A calendar day; the only format of the schemas. A pattern can stand in generated code, a function cannot. */
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** An ajv that knows the knowledge schemas under their file names and reports every error. */
export function createAjv(schemas: readonly JsonSchema[]): Ajv2020 {
  return new Ajv2020({
    schemas: [...schemas],
    allErrors: true,
    strict: true,
    formats: { date: DAY },
    code: { source: true, esm: true, lines: true },
    // Lengths in UTF-16 units: counting code points would need a helper of ajv at run time, and our bounds are no fine ones.
    unicode: false,
    // It would warn that `unicode` is deprecated; what is wrong with a schema throws all the same.
    logger: false,
  });
}

/**
 * A module that exports `validatePack`, ajv's check of a pack as plain code: the extension's pages may not compile
 * schemas at run time, since their content security policy forbids `new Function`.
 *
 * @throws Error when the code would need ajv at run time.
 */
export function packValidatorModule(schemas: readonly JsonSchema[]): string {
  const generate = standalone.default as unknown as { default: typeof standalone.default };
  const code = generate.default(createAjv(schemas), { validatePack: 'pack.schema.json' });
  const needed = /require\("([^"]+)"\)/.exec(code)?.[1];
  if (needed) throw new Error(`The pack validator needs ${needed}: give the items of unique lists a plain type.`);
  return code;
}
