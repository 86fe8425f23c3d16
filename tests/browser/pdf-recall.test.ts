/**
 * What is found in printed pages, beside what is found in the pages: Chromium prints, PDF.js reads, with and without the
 * structure that a document may tell. The pages are the project's own, and those of the development corpus where it is.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { describe, expect, it } from 'vitest';
import { createDocumentNames, judgeOf } from '../../src/pages/pdf/names/document-names.ts';
import { blocksOf } from '../../src/shared/pdf/reading-text.ts';
import { type Item, runsOf, type Structure } from '../../src/shared/pdf/structure.ts';
import { recogniserOfKnowledge } from '../../src/tools/recogniser.ts';
import { byDay } from '../sampling.ts';
import { type Printed, print } from './harness/pdf.ts';
import { getDocument } from './harness/pdfjs-in-node.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const CORPUS = resolve(ROOT, '../shared/corpus');
const { recogniser } = recogniserOfKnowledge();
const judge = judgeOf(recogniser);

/** Drugs by how often they are named. */
function counted(drugs: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const drug of drugs) counts.set(drug, (counts.get(drug) ?? 0) + 1);
  return counts;
}

/** What the lines of the page name. */
function ofText(text: string): string[] {
  const names = createDocumentNames(recogniser);
  const blocks = text.split(/[\n\t]+/).map((line) => ({ text: line, size: 10, parts: [part(line)] }));
  names.put(1, blocks);
  return names.all().map(({ drug }) => drug);
}

const part = ({ length }: string) => ({ start: 0, length, run: 0, page: 1, at: (index: number) => index });

async function ofPdf(pdf: Buffer): Promise<string[]> {
  const shown = await getDocument({ data: new Uint8Array(pdf), isEvalSupported: false, verbosity: 0 }).promise;
  const names = createDocumentNames(recogniser);
  for (let number = 1; number <= shown.numPages; number++) {
    const page = await shown.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
    const structure = (await page.getStructTree()) as Structure | null;
    names.put(number, blocksOf(runsOf(items as Item[], structure), number, judge));
  }
  await shown.loadingTask.destroy();
  return names.all().map(({ drug }) => drug);
}

async function compare(printed: readonly Printed[]): Promise<{ all: number; found: number; more: number }> {
  const sums = { all: 0, found: 0, more: 0 };
  for (const { pdf, text } of printed) {
    const [wanted, got] = [counted(ofText(text)), counted(await ofPdf(pdf))];
    for (const [drug, count] of wanted) {
      sums.all += count;
      sums.found += Math.min(count, got.get(drug) ?? 0);
    }
    for (const [drug, count] of got) sums.more += Math.max(0, count - (wanted.get(drug) ?? 0));
  }
  return sums;
}

const SETS: readonly (readonly [string, () => string[]])[] = [
  [
    'own pages',
    () => ['', 'columns: 2; text-align: justify; hyphens: auto', 'columns: 3; font: 9px/1.3 sans-serif'].map(set),
  ],
  ...(existsSync(CORPUS) ? ([['pages and labels of the corpus', corpus]] as const) : []),
];

/** A page of every kind of block, in a style. */
function set(style: string): string {
  const paragraphs = [
    'Memantine is an NMDA receptor antagonist; amantadine, ketamine and dextromethorphan should not be given beside it.',
    'The effects of levodopa and of anticholinergics may be enhanced, those of barbiturates and neuroleptics reduced.',
    'Cimetidine, ranitidine, procainamide, quinidine, quinine and nicotine may share the transport by which it leaves.',
    'Carbonic anhydrase inhibitors and sodium bicarbonate make urine alkaline, and less memantine hydrochloride leaves.',
  ];
  const cells = [
    'warfarin',
    'hydrochlorothiazide',
    'dextromethorphan/quinidine',
    'donepezil',
    'galantamine',
    'baclofen',
  ];
  return `<!doctype html><html lang="en"><body><h1>Memantine and others</h1><div style="${style}">
${paragraphs.map((text) => `<p>${text}</p>`).join('')}<ul>${cells.map((text) => `<li>${text}</li>`).join('')}</ul></div>
<table>${cells.map((text) => `<tr><td>${text}</td><td>taken with memantine</td></tr>`).join('')}</table></body></html>`;
}

/** Ten ordinary pages, ten that name medicines, and twenty texts of labels set as leaflets are; by day ten of these. */
function corpus(): string[] {
  const pages = ['pages', 'pages-mixed'].flatMap((folder) => {
    const files = readdirSync(join(CORPUS, folder)).filter((file) => file.endsWith('.html'));
    return files.slice(0, 10).map((file) => readFileSync(join(CORPUS, folder, file), 'utf8'));
  });
  const lines = readFileSync(join(CORPUS, 'annotated/ddi-train.jsonl'), 'utf8').split('\n').filter(Boolean);
  const sentences = lines.map((line) => (JSON.parse(line) as { text: string }).text.replaceAll('<', '&lt;'));
  const labels = Array.from({ length: 20 }, (_, index) => {
    const some = sentences.slice(index * 120, index * 120 + 120);
    const style = ['', 'columns: 2; text-align: justify; hyphens: auto', 'font: 9px/1.2 sans-serif; columns: 3'][
      index % 3
    ];
    return `<!doctype html><html lang="en"><body style="${style}">${some.map((one) => `<p>${one}</p>`).join('')}</body></html>`;
  });
  return [...byDay([...pages, ...labels], 4)];
}

describe.each(SETS)('names in print: %s', (_, pages) => {
  it.each([
    ['with structure', true],
    ['without structure', false],
  ])(
    '%s, are those of the page',
    async (_kind, tagged) => {
      const { all, found, more } = await compare(await print(pages(), tagged));
      console.info(`${found} of ${all} found, ${more} more`);
      expect(all).toBeGreaterThan(10);
      expect(found / all).toBeGreaterThanOrEqual(0.99);
      expect(more).toBe(0);
    },
    600_000,
  );
});
