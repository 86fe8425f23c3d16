/** The command and the browsers agree: `npm run -s annotate -- --jsonl` finds what is marked in a page of the same text. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '../../src/tools/serve.ts';
import { byDay } from '../sampling.ts';
import { BROWSERS, type Lens, launch } from './harness/browsers.ts';
import { TALL, until } from './harness/probe.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const CORPUS = resolve(ROOT, '../shared/corpus/annotated/bc5cdr-dev.jsonl');

interface Doc {
  readonly doc: string;
  readonly text: string;
}

type Span = [start: number, end: number];

/** Every fourth sentence of our own table, and where the corpus is there, some of its abstracts; by day fewer of both. */
function documents(): Doc[] {
  const { rows } = JSON.parse(readFileSync(join(ROOT, 'tests/shared/recognise/cases/match.json'), 'utf8')) as {
    rows: string[];
  };
  const own = rows
    .filter((_, index) => index % 4 === 0)
    .map((row, index) => ({ doc: `own-${index}`, text: row.replace(/⟦(.*?)=[^=⟧]*⟧/g, '$1') }));
  if (!existsSync(CORPUS)) {
    console.log('No corpus beside the checkout: the sentences of our own table alone.');
    return own;
  }
  const lines = readFileSync(CORPUS, 'utf8').trim().split('\n');
  const read = lines.filter((_, index) => index % 10 === 0).map((line) => JSON.parse(line) as Doc);
  console.log(`${own.length} sentences of our own, ${read.length} abstracts of the corpus.`);
  return [...own, ...read.map(({ doc, text }) => ({ doc, text }))];
}

function annotated(docs: readonly Doc[]): Map<string, Span[]> {
  const output = execFileSync('npm', ['run', '-s', 'annotate', '--', '--jsonl'], {
    cwd: ROOT,
    input: docs.map((doc) => JSON.stringify(doc)).join('\n'),
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  const found = output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { doc: string; mentions: { start: number; end: number }[] });
  return new Map(found.map(({ doc, mentions }) => [doc, mentions.map(({ start, end }): Span => [start, end])]));
}

/** Painted ranges as offsets in the text of the document's one block. */
const PAINTED = `(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const starts = new Map();
  let length = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    starts.set(node, length);
    length += node.length;
  }
  return [...CSS.highlights.values()]
    .flatMap((highlight) => [...highlight])
    .map((range) => [
      starts.get(range.startContainer) + range.startOffset,
      starts.get(range.endContainer) + range.endOffset,
    ])
    .sort((a, b) => a[0] - b[0]);
})()`;

const docs = byDay(documents(), 8);
const expected = annotated(docs);

describe.each(BROWSERS)('plain text in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let page: Page;

  beforeAll(async () => {
    const pages = Object.fromEntries(docs.map(({ doc, text }) => [`/${doc}.txt`, text]));
    [lens, site] = await Promise.all([launch(name), serve(ROOT, pages)]);
    page = await lens.newPage();
    await page.setViewport(TALL);
  });

  afterAll(async () => {
    await lens?.close();
    await site?.close();
  });

  it('is marked exactly where the command finds mentions', { timeout: 300_000 }, async () => {
    expect([...expected.values()].flat().length).toBeGreaterThan(docs.length / 4);
    for (const { doc } of docs) {
      const spans = expected.get(doc)!;
      await lens.open(page, `${site.origin}/${doc}.txt`);
      // Where nothing is expected, what comes wrongly has a moment to come.
      if (spans.length === 0) await new Promise((done) => setTimeout(done, 120));
      const painted = await until(
        () => page.evaluate(PAINTED) as Promise<Span[]>,
        (now) => now.length >= spans.length,
        8_000,
      );
      expect(painted, doc).toEqual(spans);
    }
  });
});
