/** The packages as a reader gets them: each installs in a fresh profile and marks a page. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeArchives } from '../../src/tools/build/archives.ts';
import { type Served, serve } from '../../src/tools/serve.ts';
import { BROWSERS, type Lens, launch } from './harness/browsers.ts';
import { openOptions } from './harness/own-pages.ts';
import { markedTexts, until } from './harness/probe.ts';

describe.each(BROWSERS)('the package for %s', (name) => {
  const work = mkdtempSync(join(tmpdir(), 'lens-packages-'));
  let lens: Lens;
  let site: Served;

  beforeAll(async () => {
    site = await serve(import.meta.dirname, { '/': '<!doctype html><meta charset="utf-8"><p>Take memantine.' });
    writeArchives(resolve(import.meta.dirname, '../..'), join(work, 'packages'));
    const zip = join(
      work,
      'packages',
      readdirSync(join(work, 'packages')).find((file) => file.includes(`-${name}.zip`))!,
    );
    // Chromium loads folders, Firefox the zip itself.
    lens = await launch(name, { extension: name === 'chrome' ? unpack(zip) : zip });
  });

  afterAll(async () => {
    await lens?.close();
    await site?.close();
    rmSync(work, { recursive: true, force: true });
  });

  function unpack(zip: string): string {
    const folder = join(work, 'unpacked');
    for (const [path, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    return folder;
  }

  it('marks a page', async () => {
    const page = await lens.newPage();
    await lens.open(page, `${site.origin}/`);
    const texts = await until(
      () => markedTexts(page),
      (found) => found.length > 0,
    );
    expect(texts).toEqual(['memantine']);
  });

  it('shows the licences of what is in it, with a way to their texts', async () => {
    const options = await openOptions(lens);
    expect(await options.$eval('#licences li', (item) => item.textContent)).toMatch(/^@popperjs\/core [\d.]+: MIT$/);
    const href = await options.$eval('#licences a', (link) => (link as HTMLAnchorElement).href);
    expect(href).toBe(lens.extensionUrl('licences.txt'));
  });
});
