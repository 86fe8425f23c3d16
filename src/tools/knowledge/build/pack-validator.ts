/** Writes the check of packs as code: the pages of the extension check a pack that a reader adds. */
import * as standalone from 'ajv/dist/standalone/index.js';
import { createAjv } from './ajv.ts';
import type { JsonSchema } from './schemas.ts';

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
