/**
 * `npm run -s knowledge [-- [--fix] [FOLDER]]`: checks the knowledge and reports on it.
 *
 * For editors, instead of that: `--sample COUNT [--seed NUMBER]` draws sentences for an audit, `--due` says what to review
 * next, `--changed SINCE` (a revision of git or a day) what readers see differently.
 *
 * `--fix` first mends what needs no judgement (order of names and sources, unused sources, empty lists). Prints the
 * report, then warnings and errors, each with place and repair. Exit code 1 when there is an error.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sliceKnowledge } from '../knowledge/slice.ts';
import { knowledgeModule } from './knowledge/build/modules.ts';
import { readSchemas } from './knowledge/build/schemas.ts';
import { compileKnowledge } from './knowledge/compile.ts';
import { changes, factsAt, factsNow } from './knowledge/editors/changed.ts';
import { dueLines } from './knowledge/editors/due.ts';
import { sampleLines } from './knowledge/editors/sample.ts';
import { readKnowledgeOrEnd as readKnowledge } from './knowledge/read.ts';
import { report } from './knowledge/report.ts';
import { tidied } from './knowledge/tidy.ts';
import { describeViolation, validate } from './knowledge/validate/index.ts';

const bundled = join(import.meta.dirname, '../../knowledge');
const args = process.argv.slice(2);
const optionOf = (option: string): string | undefined => {
  const at = args.indexOf(option);
  return at < 0 ? undefined : args[at + 1];
};
const values = ['--sample', '--seed', '--changed'].map(optionOf);
const folder = args.find((arg) => !arg.startsWith('--') && !values.includes(arg)) ?? bundled;
const today = new Date().toISOString().slice(0, 10);

// Whoever reads only the beginning ("| head") has closed the pipe: that is no error.
process.stdout.on('error', () => process.exit());

const asked = editorLines();
if (asked) {
  console.log(asked.join('\n'));
  process.exit();
}

/** What an editor asked for in place of check and report. */
function editorLines(): string[] | undefined {
  const since = optionOf('--changed');
  if (args.includes('--due')) return dueLines(readKnowledge(folder), today);
  if (since !== undefined) {
    try {
      return changes(factsAt(since, folder), factsNow(readKnowledge(folder)));
    } catch (error) {
      console.error((error as Error).message);
      process.exit(1);
    }
  }
  if (!args.includes('--sample')) return undefined;
  const [count, seed] = [Number(optionOf('--sample')), Number(optionOf('--seed') ?? Date.now() % 1_000_000)];
  if (!(count > 0) || !Number.isInteger(seed))
    return ['Give a count and, for the same draw again, a seed: --sample 40 --seed 7'];
  return sampleLines(readKnowledge(folder), count, seed);
}

if (args.includes('--fix')) {
  for (const { file, data } of tidy()) {
    writeFileSync(join(folder, file), `${JSON.stringify(data, null, 2)}\n`);
    console.log(`mended knowledge/${file}`);
  }
}

/** What `--fix` changes: nothing while a file lacks what tidying looks at. The check then names what it is. */
function tidy(): ReturnType<typeof tidied> {
  try {
    return tidied(readKnowledge(folder));
  } catch {
    console.log('Nothing was mended: first mend what breaks the schema, below, then run this again.');
    return [];
  }
}

const files = readKnowledge(folder);
const violations = validate(files, { today, schemas: readSchemas(join(bundled, 'schema')) });
const errors = violations.filter(({ severity }) => severity === 'error');
const warnings = violations.filter(({ severity }) => severity === 'warning');

// What breaks the schema may not compile; then the errors are all there is to say.
if (!errors.some(({ rule }) => rule === 'schema' || rule === 'source-exists')) {
  const compiled = compileKnowledge(files);
  const gzipped = (text: string): number => gzipSync(text, { level: 9 }).length;
  const sizes = {
    all: gzipped(knowledgeModule(compiled)),
    memantine: gzipped(JSON.stringify(sliceKnowledge(compiled, ['memantine']))),
  };
  for (const line of report(files, today, sizes)) console.log(line);
}
for (const violation of [...warnings, ...errors]) console.log(`\n${describeViolation(violation)}`);
console.log(`\n${warnings.length} warnings, ${errors.length} errors`);
process.exitCode = errors.length > 0 ? 1 : 0;
