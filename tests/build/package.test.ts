/** The packages of a release: the same bytes wherever they are made, and none when a rule is broken. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeArchives } from '../../src/tools/build/archives.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** Half a day, a quarter of an hour and a language away from wherever this runs. */
const ELSEWHERE = {
  TZ: process.env.TZ === 'Asia/Kathmandu' ? 'Pacific/Honolulu' : 'Asia/Kathmandu',
  LANG: 'tr_TR.UTF-8',
};

const work = mkdtempSync(join(tmpdir(), 'lens-package-'));
const here = join(work, 'here');
const there = join(work, 'a folder of another name', 'lens');
let sums: readonly string[];

/** Runs a command in the other folder, time zone and language. */
function elsewhere(command: string, ...args: string[]): { status: number | null; said: string } {
  const env = { ...process.env, ...ELSEWHERE, LC_ALL: ELSEWHERE.LANG, LANGUAGE: 'tr' };
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: there, env, encoding: 'utf8' });
  return { status, said: `${stdout}${stderr}` };
}

function succeeds(command: string, ...args: string[]): void {
  const { status, said } = elsewhere(command, ...args);
  expect(status, said).toBe(0);
}

beforeAll(() => {
  sums = writeArchives(ROOT, here);
  // As a reviewer does: the source archive, and the libraries that the lock file names.
  const source = readdirSync(here).find((file) => file.endsWith('-source.zip'))!;
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(join(here, source))))) {
    mkdirSync(dirname(join(there, path)), { recursive: true });
    writeFileSync(join(there, path), bytes);
  }
  symlinkSync(join(ROOT, 'node_modules'), join(there, 'node_modules'));
  // The packaging command asks git what the source is.
  execFileSync('git', ['init', '-q'], { cwd: there });
  execFileSync('git', ['add', '-A'], { cwd: there });
}, 60_000);

afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('packages', () => {
  it('are two zips, the source, and the digests of the three', () => {
    expect(readdirSync(here).toSorted()).toEqual([
      'SHA256SUMS',
      ...['chrome', 'firefox', 'source'].map((what) =>
        expect.stringMatching(new RegExp(`^memantine-lens-.*-${what}\\.zip$`)),
      ),
    ]);
    expect(readFileSync(join(here, 'SHA256SUMS'), 'utf8')).toBe(`${sums.join('\n')}\n`);
    for (const line of sums) {
      const [digest, file] = line.split('  ');
      expect(
        createHash('sha256')
          .update(readFileSync(join(here, file!)))
          .digest('hex'),
      ).toBe(digest);
    }
  });

  it('are refused when the knowledge breaks a rule', () => {
    const file = join(there, 'knowledge/drugs/memantine.json');
    const whole = readFileSync(file, 'utf8');
    writeFileSync(file, whole.replace('"id": "memantine"', '"id": "memantin"'));
    const { status, said } = elsewhere('npm', 'run', '-s', 'package');
    writeFileSync(file, whole);
    expect(status).not.toBe(0);
    expect(said).toMatch(/knowledge\/drugs\/memantine\.json/);
    expect(said).toMatch(/Nothing was packaged/);
    expect(existsSync(join(there, 'dist/packages'))).toBe(false);
  });

  it('are the same to the byte when the source archive is built in another folder, time zone and language', () => {
    succeeds('npm', 'run', '-s', 'build');
    // The other folder's own tool, in its own process: time zone and language are a process's.
    writeFileSync(
      join(there, '../pack.ts'),
      "import { writeArchives } from './lens/src/tools/build/archives.ts';\nwriteArchives('.', '../out');",
    );
    succeeds('npx', 'tsx', '../pack.ts');
    for (const file of readdirSync(here)) {
      const [a, b] = [here, join(there, '../out')].map((folder) => unpacked(join(folder, file)));
      expect(Object.keys(b!)).toEqual(Object.keys(a!));
      expect(
        Object.keys(a!).filter((name) => !Buffer.from(a![name]!).equals(b![name]!)),
        `in ${file}`,
      ).toEqual([]);
      expect(readFileSync(join(there, '../out', file)).equals(readFileSync(join(here, file))), file).toBe(true);
    }
  });
});

/** What a zip holds, by name, so that a difference can be named; any other file by itself. */
function unpacked(file: string): Record<string, Uint8Array> {
  const bytes = readFileSync(file);
  return file.endsWith('.zip') ? unzipSync(bytes) : { '': bytes };
}
