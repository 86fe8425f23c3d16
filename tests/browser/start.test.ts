/** The command that shows the extension: any page of the reader's, a picture of it, and one line where that cannot be. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTurn, isNightly } from '../sampling.ts';
import { BROWSERS } from './harness/browsers.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'lens-start-'));

/** Runs the command as npm does, from a folder of the reader's: not by npx, which says another folder. */
function start(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  // It builds, and files beside this one use what is built.
  const env = { ...process.env, INIT_CWD: folder, LENS_DIST: join(folder, 'dist') };
  return spawnSync(process.execPath, ['--import', 'tsx', 'src/tools/start.ts', ...args], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
  });
}

/** Width and height of a picture. Throws where it is none. */
function sizeOf(picture: string): readonly [number, number] {
  const bytes = readFileSync(picture);
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

beforeAll(() => {
  mkdirSync(join(folder, 'my pages'));
  const page = (text: string) => `<!doctype html><title>Page</title><p>${text}</p>`;
  writeFileSync(join(folder, 'my pages/marked page.html'), page('She took memantine and amantadine.'));
  writeFileSync(join(folder, 'my pages/none.html'), page('Nothing of it is named here.'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** It builds first, and looks ten seconds for a mark. */
const LONG = 240_000;

describe.each(BROWSERS)('start in %s', (name) => {
  const picture = join(folder, name, 'shot.png');
  const shoot = (page: string) => start('--browser', name, '--headless', '--screenshot', `${name}/shot.png`, page);
  const title = name === 'chrome' ? 'Chromium' : 'Firefox';

  const path = 'my pages/marked page.html';
  it.each(
    inTurn(BROWSERS, name, [
      ['path', path],
      ['file: address', pathToFileURL(join(folder, path)).href],
    ]),
  )(
    'takes a %s, shows a card, and says nothing but where the picture is',
    (_, page) => {
      rmSync(picture, { force: true });
      const { status, stdout, stderr } = shoot(page!);
      expect([status, stderr, stdout]).toEqual([0, '', `${title}: ${picture}\n`]);
      expect(sizeOf(picture)).toEqual([1100, 860]);
    },
    LONG,
  );

  // It builds anew each time, and looks for long.
  const byNight = isNightly ? it : undefined;
  byNight?.(
    'takes a picture of a page without marks',
    () => {
      rmSync(picture);
      const { status, stdout, stderr } = shoot('my pages/none.html');
      expect([status, stderr]).toEqual([0, '']);
      expect(stdout).toBe(`No name of ours was found on this page: no card is open.\n${title}: ${picture}\n`);
      expect(sizeOf(picture)).toEqual([1100, 860]);
    },
    LONG,
  );
});

describe('start, asked wrongly or for help', () => {
  it('says how it is used', () => {
    const { status, stdout, stderr } = start('--help');
    expect([status, stderr]).toEqual([0, '']);
    for (const word of ['npm start', 'file: address', '--headless', '--screenshot']) expect(stdout).toContain(word);
  });

  it.each([
    ['a file that is not there', ['gone.html'], `There is no file ${join(folder, 'gone.html')}.`],
    ['an address that is no page', ['mailto:me'], 'A page is an address (https://…), a path or a file: address'],
    ['a browser that is none', ['--browser', 'safari'], '--browser takes chrome or firefox, not "safari".'],
    ['an option that is none', ['--picture'], "Unknown option '--picture'"],
  ])('answers %s with one line that says why not', (_, args, said) => {
    const { status, stdout, stderr } = start('--headless', ...args);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(said);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('gives a picture without a window alone', () => {
    const { status, stderr } = start('--screenshot', 'shot.png');
    expect([status, stderr.trim()]).toEqual([1, '--screenshot goes with --headless.']);
  });
});
