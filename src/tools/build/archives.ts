/**
 * The archives of a release. A zip remembers times, orders and the system that wrote it; here all three are fixed, so
 * that the same files give the same bytes in any folder, time zone and language, and a digest says which files were
 * meant.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';

/** The earliest day that a zip can hold, so that no clock gets in. Zips hold local time. */
const DAY = new Date(1980, 0, 1);
const UNIX = 3;

/** Paths of all files in a folder, relative, sorted by code unit. */
function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
}

/** All that git does not ignore: neither what was built nor libraries. In a clean clone, what was committed. */
function sourceOf(root: string): readonly string[] {
  const which = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const listed = execFileSync('git', which, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 }).split('\0');
  return listed.filter((file) => lstatSync(join(root, file), { throwIfNoEntry: false })?.isFile()).sort();
}

function zip(folder: string, files: readonly string[]): Uint8Array {
  const contents = Object.fromEntries(files.map((file) => [file, new Uint8Array(readFileSync(join(folder, file)))]));
  return zipSync(contents, { level: 9, mtime: DAY, os: UNIX });
}

/**
 * Writes a zip of each built folder, one of the source, and `SHA256SUMS`, into an emptied folder.
 *
 * @param root the repository, with both browsers built in `dist`
 * @returns the lines of `SHA256SUMS`: digest, two spaces, file name
 */
export function writeArchives(root: string, out: string): readonly string[] {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const built = ['chrome', 'firefox'].map((browser) => {
    const folder = join(root, 'dist', browser);
    return [browser, zip(folder, filesOf(folder))] as const;
  });
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const digests = [...built, ['source', zip(root, sourceOf(root))] as const].map(([what, bytes]) => {
    const name = `memantine-lens-${version}-${what}.zip`;
    writeFileSync(join(out, name), bytes);
    return `${createHash('sha256').update(bytes).digest('hex')}  ${name}`;
  });
  writeFileSync(join(out, 'SHA256SUMS'), `${digests.join('\n')}\n`);
  return digests;
}
