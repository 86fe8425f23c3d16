/** Imports run one way; see the map in ARCHITECTURE.md. Reads the import lines of src/. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../../src');

/**
 * What each folder may import beside itself. `shared` is pure; `dom` reads pages and knows nothing of them; `knowledge` and `settings` run anywhere in the extension;
 * `controls` are those of settings, on any page of ours; `frame`, `card`, `pages` and `worker` are the places where code runs; `tools` runs in Node and may import anything.
 */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  dom: [],
  knowledge: ['shared', 'generated'],
  ui: ['shared'],
  platform: ['shared', 'dom', 'knowledge'],
  settings: ['shared', 'platform'],
  frame: ['shared', 'dom', 'knowledge', 'generated', 'platform', 'settings', 'card'],
  card: ['shared', 'dom', 'knowledge', 'generated', 'ui'],
  controls: ['shared', 'knowledge', 'platform', 'settings', 'ui'],
  pages: ['controls', 'shared', 'knowledge', 'generated', 'platform', 'settings', 'ui', 'card', 'frame'],
  worker: ['shared', 'knowledge', 'generated', 'platform', 'settings', 'frame'],
  generated: ['shared', 'knowledge'],
  tools: ['shared', 'knowledge'],
};

/** Of a folder that has more, what another may import: files by their beginning. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  // Of the card, a frame knows only what they say to each other.
  'frame card': ['card/port', 'card/own-root'],
  // The viewer of PDF documents marks, points and explains as a page's frame does.
  'pages frame': [
    'frame/marks/',
    'frame/pointer/',
    ...['cards', 'life', 'passage'].map((file) => `frame/session/${file}.ts`),
  ],
  // Of a page's frame, the worker knows how marks are styled.
  'worker frame': ['frame/marks/mark-style'],
};

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
      // The service worker names the files of injected scripts by importing their paths.
      if (a === b || !(b in LAYERS) || (a === 'worker' && to.endsWith('?script&iife'))) return false;
      const doors = DOORS[`${a} ${b}`];
      return !(LAYERS[a] ?? []).includes(b) || (doors !== undefined && !doors.some((door) => to.startsWith(door)));
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

  it('of Node stand in the tools alone', () => {
    expect(all.filter(({ from, to }) => to.startsWith('node:') && layerOf(from) !== 'tools')).toEqual([]);
  });

  it('never lead from one page of the extension to another', () => {
    const pageOf = (path: string): string => path.split('/').slice(0, 2).join('/');
    // Beside the folders of pages stands what several of them share.
    const isShared = (path: string): boolean => /^pages\/[^/]+\.ts$/.test(path);
    const wrong = all.filter(
      ({ from, to }) =>
        layerOf(from) === 'pages' && layerOf(to) === 'pages' && !isShared(to) && pageOf(from) !== pageOf(to),
    );
    expect(wrong).toEqual([]);
  });
});
