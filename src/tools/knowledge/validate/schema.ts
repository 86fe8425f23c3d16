import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ValidateFunction } from 'ajv';
import { explainSchemaError, type Repair } from '../../../knowledge/explain-schema-error.ts';
import { createAjv } from '../build/schemas.ts';
import { rule } from './rule.ts';

/** Every file keeps its JSON Schema. How long a sentence is, `sentence-length` says. */
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

/** The words of repairs are those of the interface, which has each in one place. */
const FILE = resolve(import.meta.dirname, '../../../static/_locales/en/messages.json');
const messages = JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, { message: string }>;

/** A repair with its values, as one sentence. Throws where there are no words for it. */
export function inEnglish([key, ...values]: Repair): string {
  const words = messages[key];
  if (!words) throw new Error(`There are no words for "${key}".`);
  return words.message.replace(/\$(\d)/g, (_, index: string) => values[Number(index) - 1] ?? '');
}
