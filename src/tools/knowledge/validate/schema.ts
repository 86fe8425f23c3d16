import type { ValidateFunction } from 'ajv';
import { explainSchemaError } from '../../../knowledge/explain-schema-error.ts';
import { createAjv } from '../build/ajv.ts';
import { inEnglish } from '../in-english.ts';
import type { Finding, Rule } from './rule.ts';

/** Every file keeps its JSON Schema. */
export const schema: Rule = {
  name: 'schema',
  check({ entries, pairs, approvedUses, indications, sources, cues, weakSources, changes }, { schemas }) {
    const ajv = createAjv(schemas);
    const check = (name: string, { file, data }: { file: string; data: unknown }): Finding[] => {
      const validate = ajv.getSchema(`${name}.schema.json`) as ValidateFunction;
      if (validate(data)) return [];
      return (validate.errors ?? [])
        .filter(({ keyword, instancePath }) => !(keyword === 'maxLength' && instancePath.endsWith('/text')))
        .map((error) => {
          const { place, message, repair } = explainSchemaError(error);
          return { file, place, message, repair: inEnglish(repair) };
        });
    };
    return [
      ...entries.flatMap((entry) => check('entry', entry)),
      ...pairs.flatMap((pair) => check('pair', pair)),
      ...approvedUses.flatMap((file) => check('approved-uses', file)),
      ...check('indications', indications),
      ...check('sources', sources),
      ...check('cues', cues),
      ...check('weak-sources', weakSources),
      ...check('changes', changes),
    ];
  },
};
