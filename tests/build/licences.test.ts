/** Whose work is in the packages, and that its licence is there, too. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const MODULES = join(ROOT, 'node_modules');
const read = (...path: string[]): string => readFileSync(join(ROOT, ...path), 'utf8');

/** Imports of more than types from a library, in statements and calls. */
const VALUES = /\b(?:import|export)\b(?!\s+type\b)(?:[^;'"]*\bfrom\b)?\s*\(?\s*['"]([@a-z][^'"?]*)/g;

/** Libraries that our code imports, by its import lines, and those that they need in turn. */
function imported(): ReadonlySet<string> {
  const code = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(ts|css|html)$/.test(file) && !/^(tools|generated)\//.test(file),
  );
  const found = new Set<string>();
  for (const file of code) {
    for (const [, from] of read('src', file).matchAll(VALUES)) found.add(/^(@[^/]+\/)?[^/]+/.exec(from!)![0]);
  }
  for (const name of found) {
    const { dependencies = {} } = JSON.parse(readFileSync(join(MODULES, name, 'package.json'), 'utf8'));
    for (const needed of Object.keys(dependencies)) found.add(needed);
  }
  return found;
}

it.each(['chrome', 'firefox'])('the %s package has the licence of every library in it, word for word', (browser) => {
  const texts = read('dist', browser, 'licences.txt');
  const libraries = imported();
  expect([...libraries]).toEqual(expect.arrayContaining(['pdfjs-dist', 'tippy.js', '@popperjs/core']));
  for (const name of libraries) {
    const { version, license } = JSON.parse(readFileSync(join(MODULES, name, 'package.json'), 'utf8'));
    expect(texts).toContain(`\n${name} ${version}: ${license}\n`);
    const file = readdirSync(join(MODULES, name)).find((entry) => /^licen[cs]e/i.test(entry))!;
    expect(texts).toContain(readFileSync(join(MODULES, name, file), 'utf8').trim());
  }
});

it.each(['chrome', 'firefox'])('the %s package has the licences of what PDF.js brings, and of data', (browser) => {
  const texts = read('dist', browser, 'licences.txt');
  const parts = readdirSync(join(ROOT, 'dist', browser, 'pdfjs'), { recursive: true, encoding: 'utf8' });
  const own = parts.filter((file) => /(^|\/)LICENSE/.test(file));
  expect(own.length).toBeGreaterThan(8);
  for (const file of own) expect(texts, file).toContain(read('dist', browser, 'pdfjs', file).trim());
  expect(texts).toMatch(/Human Disease Ontology.*: CC0-1\.0/);
  expect(texts).toContain(read('LICENSE').trim());
});
