/** Every file keeps its JSON Schema. How long a sentence is, `sentence-length` says. */
import type { ValidateFunction } from 'ajv';
import { explainSchemaError, type Repair } from '../../../knowledge/explain-schema-error.ts';
import english from '../../../static/_locales/en/messages.json' with { type: 'json' };
import { createAjv } from '../build/schemas.ts';
import { rule } from './rule.ts';

export const schema = rule('schema', (knowledge, found, { schemas }) => {
  const ajv = createAjv(schemas);
  const { entries, pairs, approvedUses, indications, sources, cues, weakSources, changes } = knowledge;
  const kinds = {
    entry: entries,
    pair: pairs,
    'approved-uses': approvedUses,
    indications: [indications],
    sources: [sources],
    cues: [cues],
    'weak-sources': [weakSources],
    changes: [changes],
  };
  for (const [kind, files] of Object.entries(kinds)) {
    const validate = ajv.getSchema(`${kind}.schema.json`) as ValidateFunction;
    for (const { file, data } of files) {
      validate(data);
      for (const error of validate.errors ?? []) {
        if (error.keyword === 'maxLength' && error.instancePath.endsWith('/text')) continue;
        const { place, message, repair } = explainSchemaError(error);
        found(file, place, message, inEnglish(repair));
      }
    }
  }
});

/** A repair with its values, as one sentence in the words of the interface. Throws where there are no words for it. */
export function inEnglish([key, ...values]: Repair): string {
  const words = (english as Readonly<Record<string, { message: string }>>)[key];
  if (!words) throw new Error(`There are no words for "${key}".`);
  return words.message.replace(/\$(\d)/g, (_, index: string) => values[Number(index) - 1] ?? '');
}
