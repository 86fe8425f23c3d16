/** Imports run one way; see the map in the README. Reads the import lines of src/. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../../src');

/** What each layer may import beside itself. Entries may import any layer but no other entry. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  core: [],
  knowledge: ['core', 'generated'],
  ui: ['core'],
  page: ['core'],
  card: ['core', 'knowledge', 'generated', 'ui'],
  settings: ['core', 'platform'],
  platform: ['core', 'knowledge'],
  generated: ['core', 'knowledge'],
};
const ENTRIES = ['content', 'background', 'popup', 'options', 'welcome', 'cli'];

interface Edge {
  readonly from: string;
  readonly to: string;
}

function edges(): Edge[] {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => /\.ts$/.test(file));
  return files.flatMap((file) =>
    [...readFileSync(join(SRC, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map((match) => {
      const target = match[1] as string;
      return { from: file, to: target.startsWith('.') ? relative(SRC, resolve(SRC, dirname(file), target)) : target };
    }),
  );
}

const layerOf = (path: string): string => path.split('/')[0] as string;

describe('imports', () => {
  const all = edges();

  it('are found at all', () => {
    expect(all.length).toBeGreaterThan(20);
  });

  it('run one way between layers', () => {
    const wrong = all.filter(({ from, to }) => {
      const [a, b] = [layerOf(from), layerOf(to)];
      if (a === b || !(b in LAYERS || ENTRIES.includes(b))) return false;
      if (ENTRIES.includes(a)) {
        // The service worker names the card script's file by importing its path.
        const scriptPath = a === 'background' && to.endsWith('?script&iife');
        return ENTRIES.includes(b) && !scriptPath;
      }
      return !(LAYERS[a] ?? []).includes(b);
    });
    expect(wrong).toEqual([]);
  });

  it.each([
    ['tippy.js', 'card'],
    ['webextension-polyfill', 'platform'],
  ])('of %s stand in one file of %s', (library, layer) => {
    const importers = [
      ...new Set(all.filter(({ to }) => to === library || to.startsWith(`${library}/`)).map(({ from }) => from)),
    ];
    expect(importers).toHaveLength(1);
    expect(layerOf(importers[0] as string)).toBe(layer);
  });

  it('of Node stand in the command line tools and the build-time half of the knowledge alone', () => {
    const wrong = all.filter(({ from, to }) => to.startsWith('node:') && !['cli', 'knowledge'].includes(layerOf(from)));
    expect(wrong).toEqual([]);
  });
});
