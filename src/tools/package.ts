/**
 * `npm run package`: what the stores get, into dist/packages: a zip for each browser, the source archive that Mozilla's
 * reviewers build from, and the digests of all. The same commit gives the same bytes in any folder, time zone and language.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { zipSync } from 'fflate';

const ROOT = resolve(import.meta.dirname, '../..');
const OUT = join(ROOT, 'dist/packages');
/** The earliest day that a zip can hold, so that no clock gets in. */
const DAY = new Date(1980, 0, 1);

const run = (command: string, ...args: string[]): string =>
  execFileSync(command, args, {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 28,
  });

/** Paths of all files in a folder, relative, sorted by code unit. */
function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
}

/** Writes an archive of files and returns its digest line. */
function archive(name: string, folder: string, files: readonly string[]): string {
  const contents = Object.fromEntries(files.map((file) => [file, new Uint8Array(readFileSync(join(folder, file)))]));
  const bytes = zipSync(contents, { level: 9, mtime: DAY, os: 3 });
  writeFileSync(join(OUT, name), bytes);
  return `${createHash('sha256').update(bytes).digest('hex')}  ${name}`;
}

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
// The rules of the knowledge first: nothing is packaged that breaks one.
run('npx', 'tsx', 'src/tools/knowledge.ts');
run('npm', 'run', '-s', 'build');
run('npm', 'run', '-s', 'lint:store');
rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });

const source = run('git', 'ls-files', '-z')
  .split('\0')
  .filter((file) => file !== '')
  .sort();
const digests = [
  ...(['chrome', 'firefox'] as const).map((browser) => {
    const folder = join(ROOT, 'dist', browser);
    return archive(`memantine-lens-${version}-${browser}.zip`, folder, filesOf(folder));
  }),
  archive(`memantine-lens-${version}-source.zip`, ROOT, source),
];
writeFileSync(join(OUT, 'SHA256SUMS'), `${digests.join('\n')}\n`);
console.log(digests.join('\n'));
