/** The checker of JSON Schemas, set up once for files of the knowledge and for packs. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { JsonSchema } from './schemas.ts';

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
