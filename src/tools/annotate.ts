/**
 * `npm run -s annotate -- [--jsonl] [FILE…]`: the recogniser without a browser.
 *
 * Files (or standard input) of text or HTML become a JSON list of `{file, text, mentions}`. Of HTML the text is that of
 * its blocks, one after the other, and a page's short names count in all of them. With `--jsonl`, lines
 * `{"doc","text"}` from standard input become lines `{"doc","mentions"}` in the same order. Offsets are UTF-16 code
 * units of the text.
 *
 * With `--uses` each mention of a medicine has `uses`: what the passage around it names it for, the leading one first,
 * `{condition, indication, status, regions, start, end}`; `indication` is our id or null, `status` approved, off-label
 * or unknown. Lines may have `title`, `heading`, `intro`, `rowHead` and `columnHead` beside `text`; a use that one of
 * them names has no offsets but `place`. In HTML and plain files, the passage is the mention's paragraph.
 */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { usesIn } from '../knowledge/passage-uses.ts';
import { abbreviationsOf, introductionsFor } from '../shared/passage/abbreviations.ts';
import type { PassageText } from '../shared/passage/types.ts';
import type { Mention } from '../shared/recognise/types.ts';
import { end } from './command.ts';
import { htmlBlocks } from './html-text.ts';
import { recogniserOfKnowledge, usesOfKnowledge } from './recogniser.ts';

const USAGE = `npm run -s annotate -- [--jsonl] [--uses] [FILE…]

Finds the medicines in files of text or HTML, or in standard input, and writes them as JSON.

--jsonl  lines {"doc","text"} from standard input become lines {"doc","mentions"}
--uses   with what the passage around each mention names it for, and whether that is approved`;

const { values: asked, positionals: files } = argumentsOf();
if (asked.help) {
  console.log(USAGE);
  process.exit(0);
}

// Whoever reads may have had enough, as "head" has.
process.stdout.on('error', () => process.exit(0));

const { recogniser } = recogniserOfKnowledge();
const withUses = asked.uses ? usesOfKnowledge() : undefined;

function argumentsOf() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        jsonl: { type: 'boolean' },
        uses: { type: 'boolean' },
      },
    });
  } catch (error) {
    fail(error instanceof Error ? error.message.split('. ')[0]! : String(error));
  }
}

/** Ends with one line that says what to do differently. */
function fail(line: string): never {
  end(`${line}. "npm run -s annotate -- --help" says how it is used.`);
}

/** Characters of a paragraph on either side of a mention that count, as on a page. */
const PARAGRAPH = 1_500;

/** The mentions, with their uses where those are asked for. */
function answer(text: string, mentions: readonly Mention[], around: Partial<PassageText> = {}, end = '\n\n'): object[] {
  if (!withUses) return [...mentions];
  return mentions.map((mention) => {
    const from = Math.max(text.lastIndexOf(end, mention.start - 1) + 1, mention.start - PARAGRAPH);
    const next = text.indexOf(end, mention.end);
    const to = Math.min(next < 0 ? text.length : next, mention.end + PARAGRAPH);
    const paragraph = text.slice(from, to);
    const passage = {
      introductions: introductionsFor(abbreviationsOf(paragraph), text.slice(0, from)),
      ...around,
      text: paragraph,
      start: mention.start - from,
      length: mention.end - mention.start,
    };
    const found = usesIn(passage, mention, withUses.knowledge, withUses.finder);
    const uses = found.map(({ condition, indication, status, regions, named: { place, start, end } }) => ({
      condition,
      indication,
      status,
      regions,
      ...(place === 'text' ? { start: start + from, end: end + from } : { place }),
    }));
    return { ...mention, uses };
  });
}

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
  if (!isHtml) return { file, text: content, mentions: answer(content, recogniser.find(content)) };
  const { text, mentions } = ofBlocks(htmlBlocks(content));
  // Every block is a paragraph.
  return { file, text, mentions: answer(text, mentions, {}, '\n') };
}

/** A line, read; ends with its number where it is none. */
function lineOf(line: string, number: number): { doc: string; text: string } & Partial<PassageText> {
  try {
    const read = JSON.parse(line) as { doc: string; text: string } & Partial<PassageText>;
    if (typeof read?.text === 'string') return read;
  } catch {
    // Said below.
  }
  return fail(`Line ${number} of the input is no {"doc","text"} in JSON`);
}

function contentOf(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = { ENOENT: 'there is no such file', EISDIR: 'it is a folder' }[code ?? ''] ?? code;
    return fail(`${file} cannot be read (${why})`);
  }
}

async function annotateLines(): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === '') continue;
    const { doc, text, ...around } = lineOf(line, number);
    process.stdout.write(`${JSON.stringify({ doc, mentions: answer(text, recogniser.find(text), around) })}\n`);
  }
}

if (asked.jsonl) await annotateLines();
else {
  const inputs = files.length > 0 ? files : ['-'];
  const results = inputs.map((file) => annotateFile(file, contentOf(file)));
  process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
}
