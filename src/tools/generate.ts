/**
 * `npm run generate`: writes what the scripts of the extension import but nobody edits.
 *
 * - `src/generated/` (not in the repository): the knowledge with its types and its short list, names and phrases in
 *   other languages, the dictionary and its prefilter, the finder of uses, everyday words, the check of packs, licences
 * - `dist/knowledge.json`: the knowledge as one file for reuse by others, with its JSON Schema; knowledge/README.md
 *   says what it holds
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packKnowledge } from '../knowledge/surface-forms.ts';
import { traitLists } from '../knowledge/traits.ts';
import { licencesModule } from './build/licences.ts';
import { end, orEnd, ROOT } from './command.ts';
import {
  catalogueModule,
  dictionaryModule,
  everydayWordsModule,
  knowledgeModule,
  PACK_VALIDATOR_TYPES,
  prefilterModule,
  shownNamesModule,
  shownPhrasesModule,
} from './knowledge/build/modules.ts';
import { schemaTypes } from './knowledge/build/schema-types.ts';
import { packValidatorModule, readSchemas } from './knowledge/build/schemas.ts';
import { packUseFinder, useFinderModule } from './knowledge/build/use-finder.ts';
import { compileKnowledge } from './knowledge/compile.ts';
import { published, publishedSchema, SCHEMA_FILE } from './knowledge/publish.ts';
import { readKnowledge } from './knowledge/read.ts';
import { describeViolation, validate } from './knowledge/validate/index.ts';

/** Leaves a file alone that already says the same, so that watchers and incremental tools see no change. */
function write(path: string, text: string): void {
  const target = join(ROOT, path);
  if (existsSync(target) && readFileSync(target, 'utf8') === text) return;
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}

const schemas = readSchemas(join(ROOT, 'knowledge/schema'));
const files = orEnd(() => readKnowledge(join(ROOT, 'knowledge')));

// Nothing is packaged that breaks a rule.
const today = new Date().toISOString().slice(0, 10);
const errors = validate(files, { today, schemas }).filter(({ severity }) => severity === 'error');
for (const error of errors) console.error(`\n${describeViolation(error)}`);
if (errors.length > 0) end(`\n${errors.length} errors in knowledge/: nothing was generated`);

const knowledge = compileKnowledge(files);
const dictionary = packKnowledge(
  files.entries.map(({ data }) => data),
  files.cues.data,
);

write('src/generated/schema-types.ts', await schemaTypes(schemas));
write('src/generated/conditions.ts', useFinderModule(packUseFinder(join(ROOT, 'knowledge'), files)));
write('src/generated/knowledge.ts', knowledgeModule(knowledge));
const namesTable = readFileSync(join(ROOT, 'knowledge/vocabulary/names.tsv'), 'utf8');
write('src/generated/shown-names.ts', shownNamesModule(namesTable, knowledge));
write('src/generated/shown-phrases.ts', shownPhrasesModule(namesTable));
write('src/generated/catalogue.ts', catalogueModule(knowledge));
write('src/generated/dictionary.ts', dictionaryModule(dictionary, traitLists(knowledge)));
write('src/generated/prefilter.ts', prefilterModule(dictionary));
write('src/generated/everyday-words.ts', everydayWordsModule());
write('src/generated/licences.ts', licencesModule(ROOT));
write('src/generated/validate-pack.js', packValidatorModule(schemas));
write('src/generated/validate-pack.d.ts', PACK_VALIDATOR_TYPES);
write('dist/knowledge.json', `${JSON.stringify(published(knowledge, files.changes.data), null, 1)}\n`);
write(`dist/${SCHEMA_FILE}`, `${JSON.stringify(publishedSchema(schemas), null, 1)}\n`);
