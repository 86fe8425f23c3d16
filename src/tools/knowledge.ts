/**
 * `npm run -s knowledge [-- [--fix] [--warnings] [FOLDER]]`: checks the knowledge and reports on it.
 *
 * For editors, instead of that: `--sample COUNT [--seed NUMBER]` draws sentences for an audit, `--due` says what to
 * review next, `--changed SINCE` (a revision of git or a day) what readers see differently.
 *
 * `--fix` first mends what needs no judgement (order of names and sources, unused sources, empty lists). Prints the
 * report, then the first warnings of each kind (all with `--warnings`) and the errors, with place and repair. Exit code
 * 1 when there is an error.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { orEnd, ROOT } from './command.ts';
import { readSchemas } from './knowledge/build/schemas.ts';
import { changes, factsAt, factsNow } from './knowledge/editors/changed.ts';
import { dueLines } from './knowledge/editors/due.ts';
import { sampleLines } from './knowledge/editors/sample.ts';
import { readKnowledge } from './knowledge/read.ts';
import { report } from './knowledge/report.ts';
import { tidied } from './knowledge/tidy.ts';
import { describeViolation, describeWarnings, validate } from './knowledge/validate/index.ts';

const bundled = join(ROOT, 'knowledge');
const { values: options, positionals } = orEnd(() =>
  parseArgs({
    allowPositionals: true,
    options: {
      fix: { type: 'boolean' },
      warnings: { type: 'boolean' },
      due: { type: 'boolean' },
      sample: { type: 'string' },
      seed: { type: 'string' },
      changed: { type: 'string' },
    },
  }),
);
const folder = positionals[0] ?? bundled;
const read = () => orEnd(() => readKnowledge(folder));
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
  const { changed, due, sample, seed: given = Date.now() % 1_000_000 } = options;
  if (due) return dueLines(read(), today);
  if (changed !== undefined) return orEnd(() => changes(factsAt(changed, folder), factsNow(read())));
  if (sample === undefined) return undefined;
  const [count, seed] = [Number(sample), Number(given)];
  if (!(count > 0) || !Number.isInteger(seed))
    return ['Give a count and, for the same draw again, a seed: --sample 40 --seed 7'];
  return sampleLines(read(), count, seed);
}

if (options.fix) {
  for (const { file, data } of tidy()) {
    writeFileSync(join(folder, file), `${JSON.stringify(data, null, 2)}\n`);
    console.log(`mended knowledge/${file}`);
  }
}

/** What `--fix` changes: nothing while a file lacks what tidying looks at. The check then names what it is. */
function tidy(): ReturnType<typeof tidied> {
  try {
    return tidied(read());
  } catch {
    console.log('Nothing was mended: first mend what breaks the schema, below, then run this again.');
    return [];
  }
}

const files = read();
const violations = validate(files, { today, schemas: readSchemas(join(bundled, 'schema')) });
const errors = violations.filter(({ severity }) => severity === 'error');
const warnings = violations.filter(({ severity }) => severity === 'warning');

// What breaks the schema may not compile; then the errors are all there is to say.
if (!errors.some(({ rule }) => rule === 'schema' || rule === 'source-exists')) {
  for (const line of report(files, today)) console.log(line);
}
const told = [...describeWarnings(warnings, options.warnings ?? false), ...errors.map(describeViolation)];
for (const violation of told) console.log(`\n${violation}`);
console.log(`\n${warnings.length} warnings, ${errors.length} errors`);
process.exitCode = errors.length > 0 ? 1 : 0;
