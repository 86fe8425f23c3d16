/**
 * `npm run package [-- --release]`: what the stores get, into dist/packages: a zip for each browser, the source archive
 * that Mozilla's reviewers build from, and the digests of all. Nothing is packaged that breaks a rule of the knowledge
 * or that Mozilla's linter warns of. What only a release must have is warned of; with `--release` it stops the command.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeArchives } from './build/archives.ts';
import { releaseProblems } from './build/release-checks.ts';
import { end, ROOT, runQuietly } from './command.ts';

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

const { version, bugs } = JSON.parse(read('package.json')) as { version: string; bugs?: { url?: string } };
const status = execFileSync('git', ['status', '--porcelain'], { cwd: ROOT, encoding: 'utf8' });
const problems = releaseProblems({ version, support: bugs?.url, changes: read('CHANGELOG.md'), status });
const release = process.argv.includes('--release');
for (const problem of problems) console.error(`${release ? 'Not a release' : 'Before a release'}: ${problem}`);
if (release && problems.length > 0) process.exit(1);

try {
  for (const script of ['knowledge', 'build', 'lint:store']) runQuietly('npm', ['run', '-s', script]);
} catch (error) {
  end(`Nothing was packaged: ${(error as Error).message}`);
}
console.log(writeArchives(ROOT, join(ROOT, 'dist/packages')).join('\n'));
