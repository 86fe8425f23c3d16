import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { htmlBlocks } from '../../src/tools/html-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'annotate-'));
afterAll(() => rmSync(folder, { recursive: true }));
const run = (args: string[], input = ''): string =>
  execFileSync('node_modules/.bin/tsx', ['src/tools/annotate.ts', ...args], { input, encoding: 'utf8' });

describe('annotate', () => {
  it('answers lines with lines, in order, with offsets in UTF-16 units', () => {
    const lines = [
      { doc: 'a', text: '😀 memantine' },
      { doc: 'b', text: 'nothing' },
      { doc: 'c', text: 'Namenda and amantadine' },
    ];
    const output = run(['--jsonl'], lines.map((line) => JSON.stringify(line)).join('\n'));
    expect(
      output
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { doc: 'a', mentions: [{ start: 3, end: 12, text: 'memantine', drug: 'memantine', form: 'memantine' }] },
      { doc: 'b', mentions: [] },
      {
        doc: 'c',
        mentions: [
          { start: 0, end: 7, text: 'Namenda', drug: 'memantine', form: 'Namenda' },
          { start: 12, end: 22, text: 'amantadine', drug: 'amantadine', form: 'amantadine' },
        ],
      },
    ]);
  });

  it('reads files, HTML by its blocks as one page', () => {
    const html = join(folder, 'page.html');
    writeFileSync(html, '<p>DXM</p><p><b>dextro</b>methorphan (DXM)</p><code>memantine</code>');
    const text = join(folder, 'notes.txt');
    writeFileSync(text, 'Ebixa 10 mg');
    const [page, notes] = JSON.parse(run([html, text])) as {
      text: string;
      mentions: { start: number; text: string }[];
    }[];
    expect(page!.mentions.map(({ text }) => text)).toEqual(['DXM', 'dextromethorphan', 'DXM']);
    for (const mention of page!.mentions) expect(page!.text.startsWith(mention.text, mention.start)).toBe(true);
    expect(notes!.mentions.map(({ text }) => text)).toEqual(['Ebixa']);
  });
});

describe('annotate, asked wrongly or for help', () => {
  const ask = (args: string[], input = '') =>
    spawnSync('node_modules/.bin/tsx', ['src/tools/annotate.ts', ...args], { input, encoding: 'utf8' });

  it('says how it is used', () => {
    const { status, stdout, stderr } = ask(['--help']);
    expect([status, stderr]).toEqual([0, '']);
    for (const word of ['npm run -s annotate', '--jsonl', '--uses', 'FILE']) expect(stdout).toContain(word);
  });

  it.each([
    ['an option that is none', ['--json'], '', "Unknown option '--json'"],
    ['a file that is not there', ['gone.html'], '', 'gone.html cannot be read (there is no such file)'],
    ['a folder', [folder], '', `${folder} cannot be read (it is a folder)`],
    ['a line that is no JSON', ['--jsonl'], '{"doc":"a","text":"Ebixa"}\n{"doc":', 'Line 2 of the input is no'],
    ['a line without a text', ['--jsonl'], '{"doc":"a"}', 'Line 1 of the input is no'],
  ])('answers %s with one line that says what to do', (_, args, input, said) => {
    const { status, stderr } = ask(args, input);
    expect(status).toBe(1);
    expect(stderr).toContain(said);
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('--help" says how it is used.')]);
  });
});

describe('text of HTML', () => {
  it.each([
    ['joins inline markup', '<p>Nam<b>en</b>da</p>', ['Namenda']],
    ['parts blocks', '<p>mem</p><p>antine</p>', ['mem', 'antine']],
    ['breaks lines', 'a<br>b', ['a\nb']],
    [
      'leaves code, forms and editors',
      '<p>a<code>x</code>b<textarea>y</textarea></p><div contenteditable>z</div>',
      ['a\ufffcb\ufffc'],
    ],
    ['leaves scripts and what is hidden', '<script>memantine</script><p hidden>memantine</p><p>x</p>', ['x']],
  ])('%s', (_, html, blocks) => {
    expect(htmlBlocks(html)).toEqual(blocks);
  });
});
