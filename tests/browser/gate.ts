/**
 * The tests in real browsers as the gate runs them: side by side in browsers that files share; then the few files that failed
 * once more, one after the other, each with browsers of its own. What fails there fails the gate. What passes there is
 * named: it leans on the load of the machine or on another file, and is to be mended.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = resolve(import.meta.dirname, '../..');
/** More than these fail for a reason. */
const FEW = 10;

interface Outcome {
  readonly code: number | null;
  readonly passed: number;
  /** Files with a test that failed, or that could not run, by path from the root. */
  readonly failed: readonly string[];
}

/** Runs files of the project `browser`, all of them where none is named, and prints what vitest prints but for its sum. */
async function run(files: readonly string[], env: NodeJS.ProcessEnv): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'lens-gate-'));
  const output = join(folder, 'results.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${output}`];
  const child = spawn('npx', ['vitest', 'run', '--project', 'browser', ...reporters, ...files], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['inherit', 'pipe', 'inherit'],
  });
  const code = await ended(child);
  try {
    const { numPassedTests: passed, testResults } = JSON.parse(readFileSync(output, 'utf8')) as {
      numPassedTests: number;
      testResults: { name: string; status: string }[];
    };
    const failed = testResults.filter(({ status }) => status !== 'passed').map(({ name }) => relative(ROOT, name));
    return { code, passed, failed };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function ended(child: ChildProcess): Promise<number | null> {
  const code = new Promise<number | null>((done) => child.on('close', done));
  // Whoever counts lines of sums counts the one at the end.
  for await (const line of createInterface({ input: child.stdout! }))
    console.log(line.replace(/^(\W*(?:\d+m\W*)*)Tests /, '$1Here '));
  return code;
}

function end({ passed, failed }: { passed: number; failed: number }, code: number): never {
  console.log(`      Tests  ${failed > 0 ? `${failed} failed | ` : ''}${passed} passed (${passed + failed})`);
  process.exit(code);
}

const first = await run(process.argv.slice(2), {});
if (first.code === 0) end({ passed: first.passed, failed: 0 }, 0);
if (first.failed.length === 0 || first.failed.length > FEW)
  end({ passed: first.passed, failed: first.failed.length }, 1);
console.log(`\nFailed side by side, once more alone:\n${first.failed.join('\n')}\n`);
const again = await run(first.failed, { LENS_ALONE: '1' });
for (const file of first.failed)
  if (!again.failed.includes(file)) console.log(`FLAKE: ${file} failed side by side and passed alone.`);
end({ passed: first.passed + again.passed, failed: again.failed.length }, again.code === 0 ? 0 : 1);
