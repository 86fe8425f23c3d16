/**
 * `npm run -s annotate -- [--jsonl] [FILE…]`: the recogniser without a browser.
 *
 * Files (or standard input) of text or HTML become a JSON list of `{file, text, mentions}`. Of HTML the text is that of
 * its blocks, one after the other, and a page's short names count in all of them. With `--jsonl`, lines
 * `{"doc","text"}` from standard input become lines `{"doc","mentions"}` in the same order. Offsets are UTF-16 code
 * units of the text.
 */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Mention } from '../shared/recognise/types.ts';
import { htmlBlocks } from './html-text.ts';
import { recogniserOfKnowledge } from './recogniser.ts';

const { recogniser } = recogniserOfKnowledge();

/** Mentions of a page given as blocks, with offsets into the blocks joined by line ends. */
function ofBlocks(blocks: readonly string[]): { text: string; mentions: Mention[] } {
  const state = recogniser.createPageState();
  let analyses = blocks.map((block) => recogniser.analyse(block, state));
  const news = analyses.flatMap((analysis) => recogniser.learn(state, analysis));
  if (news.length > 0) analyses = blocks.map((block) => recogniser.analyse(block, state));
  let offset = 0;
  const mentions = analyses.flatMap((analysis, index) => {
    const shift = offset;
    offset += blocks[index]!.length + 1;
    return recogniser
      .settle(analysis, state)
      .map((mention) => ({ ...mention, start: mention.start + shift, end: mention.end + shift }));
  });
  return { text: blocks.join('\n'), mentions };
}

function annotateFile(file: string, content: string): object {
  const isHtml = /\.x?html?$/i.test(file) || /^\s*<(?:!doctype|html)\b/i.test(content);
  return isHtml
    ? { file, ...ofBlocks(htmlBlocks(content)) }
    : { file, text: content, mentions: recogniser.find(content) };
}

async function annotateLines(): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const { doc, text } = JSON.parse(line) as { doc: string; text: string };
    process.stdout.write(`${JSON.stringify({ doc, mentions: recogniser.find(text) })}\n`);
  }
}

const args = process.argv.slice(2);
const files = args.filter((arg) => arg !== '--jsonl');
if (args.includes('--jsonl')) await annotateLines();
else {
  const inputs = files.length > 0 ? files : ['-'];
  const results = inputs.map((file) => annotateFile(file, readFileSync(file === '-' ? 0 : file, 'utf8')));
  process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
}
