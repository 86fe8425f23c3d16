/** `npm run -s knowledge -- --sample 40 --seed N`: random sentences with what carries them, ready to be audited. */
import type { Source } from '../../../knowledge/types.ts';
import type { KnowledgeFiles } from '../read.ts';
import { allSentences, type SentenceInFile } from '../validate/rule.ts';

/** `count` sentences of the knowledge, the same for the same seed. Pure. */
export function drawn(files: KnowledgeFiles, count: number, seed: number): SentenceInFile[] {
  const pool = allSentences(files);
  const next = randomNumbers(seed);
  // Fisher-Yates from the front: each sentence is as likely as any other at every place.
  for (let at = 0; at < Math.min(count, pool.length); at += 1) {
    const from = at + Math.floor(next() * (pool.length - at));
    [pool[at], pool[from]] = [pool[from]!, pool[at]!];
  }
  return pool.slice(0, count);
}

/** Lines for a terminal: place, sentence, quoted words, and each document with where it was read. */
export function sampleLines(files: KnowledgeFiles, count: number, seed: number): string[] {
  const byId = new Map(files.sources.data.sources.map((source) => [source.id, source]));
  const sample = drawn(files, count, seed);
  return [
    `${sample.length} sentences, seed ${seed}`,
    ...sample.flatMap(({ file, place, text, status, quote, sources }, index) => [
      '',
      `${index + 1}. knowledge/${file}#${place} [${status}]`,
      `   ${text}`,
      ...(quote === undefined ? [] : [`   quoted: "${quote}"`]),
      ...sources.flatMap((id) => sourceLines(id, byId.get(id))),
    ]),
  ];
}

function sourceLines(id: string, source: Source | undefined): string[] {
  if (!source) return [`   - ${id}: not in sources.json`];
  const { read, type, weak, note } = source;
  const { title, publisher, jurisdiction, revision, asOf, undated, section, identifier, url } = source.document;
  const dated = revision ?? (asOf ? `as of ${asOf}` : undated && 'undated');
  const named = [title, publisher, jurisdiction, dated, section, identifier];
  const place = [read.in, read.host, read.identified && 'identified', read.extent, read.on, weak && `weak: ${weak}`];
  return [
    `   - ${id} (${type}): ${named.filter(Boolean).join('; ')}`,
    `     read: ${place.filter(Boolean).join(', ')} ${read.url ?? url ?? ''}`.trimEnd(),
    ...(note === undefined ? [] : [`     note: ${note}`]),
  ];
}

/** Numbers from 0 up to 1 (mulberry32): small, and the same on every machine. */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
