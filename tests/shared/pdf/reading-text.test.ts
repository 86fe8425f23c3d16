/** Text of PDF pages as it is read: words in pieces, lines, columns, hyphens, spaced letters, cells, structure. */
import { describe, expect, it } from 'vitest';
import type { Run } from '../../../src/shared/pdf/lines.ts';
import { blocksOf, piecesOf } from '../../../src/shared/pdf/reading-text.ts';
import { runsOf } from '../../../src/shared/pdf/structure.ts';

const SIZE = 10;
/** A string of letters of one width, whose baseline begins at a place. */
const run = (str: string, x: number, y: number, more: Partial<Run> = {}): Run => ({
  ...{ str, dir: 'ltr', width: str.length * 5 },
  transform: [SIZE, 0, 0, SIZE, x, y],
  ...more,
});
const NAMES = [
  'memantine',
  'dextromethorphan-quinidine',
  'sodium bicarbonate',
  'ketamine',
  'Nitrous oxide',
  'MAO Inhibitor',
];
/** Names as whole words. */
const judge = (text: string, from: number, to = from): number =>
  NAMES.flatMap((name) => [...text.matchAll(new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'gu'))]).filter(
    ({ index, 0: { length } }) => index <= from && index + length >= to,
  ).length;
const texts = (runs: readonly Run[]): string[] => blocksOf(runs, 1, judge).map(({ text }) => text);

describe('lines', () => {
  it('join what stands on a baseline, with the spaces that a reader sees', () => {
    expect(texts([run('Take mem', 0, 100), run('antine', 40, 100), run(' ', 70, 100), run('daily', 73, 100)])).toEqual([
      'Take memantine daily',
    ]);
  });

  it('are parted by wide gaps, as cells are, but not by the even gaps of justified text', () => {
    expect(texts([run('Warfarin', 0, 100), run(' ', 40, 100), run('monitor', 140, 100)])).toEqual([
      'Warfarin',
      'monitor',
    ]);
    const even = [run('sodium', 0, 100), run('bicarbonate', 60, 100), run('and', 145, 100)];
    expect(texts(even)).toEqual(['sodium bicarbonate and']);
  });

  it('of justified text stay whole however wide their spaces are, where one beside them is full', () => {
    const full = 'a line as wide as the whole column';
    const spread = (y: number): Run[] => [run('sodium', 0, y), run('bicarbonate', 115, y)];
    expect(texts([...spread(100), run(full, 0, 88)])).toEqual([`sodium bicarbonate ${full}`]);
    expect(texts([run(full, 0, 100), ...spread(88)])).toEqual([`${full} sodium bicarbonate`]);
    // Cells of a table whose last column ends at one edge.
    const table = [run('Sodium', 0, 100), run('1.', 165, 100), run('Ketamine', 0, 88), run('2.', 165, 88)];
    expect(texts(table)).toEqual(expect.arrayContaining(['Sodium', 'Ketamine']));
  });

  it('hold small raised signs', () => {
    const raised = run('2', 45, 104, { transform: [6, 0, 0, 6, 45, 104], width: 3 });
    expect(texts([run('memantine', 0, 100), raised])).toEqual(['memantine2']);
  });

  it('close up letters that were spaced out, and read joined letters as two', () => {
    expect(texts([run('m e m a n t i n e', 0, 100)])).toEqual(['memantine']);
    expect(texts([run('ﬁnal ﬂow', 0, 100)])).toEqual(['final flow']);
  });
});

describe('blocks', () => {
  const column = (lines: readonly string[], x = 0, y = 100): Run[] =>
    lines.map((line, index) => run(line, x, y - index * 12));

  it('join lines, and words that a line cut', () => {
    expect(texts(column(['Here stands meman-', 'tine and a long', 'line with ketamine']))).toEqual([
      'Here stands memantine and a long line with ketamine',
    ]);
  });

  it('keep a hyphen where the name has it', () => {
    expect(texts(column(['of dextromethorphan-', 'quinidine it is said']))[0]).toContain('dextromethorphan-quinidine');
  });

  it('keep a hyphen that stands behind a name', () => {
    expect(texts(column(['a medicine with ketamine-', 'containing solution in it']))[0]).toContain(
      'ketamine-containing',
    );
  });

  it('are judged by the names at the cut alone', () => {
    expect(texts(column(['memantine and some depressant', 'effects of it are seen here']))[0]).toContain(
      'depressant effects',
    );
  });

  it('part the entries of a narrow list, but not a name', () => {
    expect(texts(column(['Ibogaine', 'Myristicin', 'Nitrous', 'oxide', 'Memantine']))).toEqual([
      ...['Ibogaine', 'Myristicin', 'Nitrous oxide', 'Memantine'],
    ]);
    expect(texts(column(['the MAO', 'Inhibitor']))).toEqual(['the MAO Inhibitor']);
  });

  it('join a name that was cut without a hyphen, and no other words', () => {
    expect(texts(column(['take some keta', 'mine with wa']))[0]).toBe('take some ketamine with wa');
    expect(texts(column(['take some more', 'tea with wate']))[0]).toBe('take some more tea with wate');
  });

  it('end where the next word would have had room, at bullets, and at a wider leading', () => {
    const wide = 'a line as wide as the column is';
    expect(texts(column([wide, 'short end', 'Then another paragraph begins x', wide]))).toHaveLength(2);
    expect(texts(column([wide, '• memantine is one of', '• ketamine is another']))).toHaveLength(3);
    expect(texts([...column([wide, wide]), ...column([wide], 0, 70)])).toHaveLength(2);
  });

  it('are told apart in columns, whichever way the lines of these come', () => {
    const left = column(['the first column with', 'the words of memantine.'], 0);
    const right = column(['the second column has', 'other words of ketamine'], 200);
    const wanted = ['the first column with the words of memantine.', 'the second column has other words of ketamine'];
    expect(texts([...left, ...right])).toEqual(wanted);
    expect(texts([left[0]!, right[0]!, left[1]!, right[1]!])).toEqual(wanted);
  });

  it('go on in the next column where the first ends in the middle of a word', () => {
    const left = column(['the first column ends', 'within the word meman-'], 0);
    const right = column(['tine, and it goes on in', 'the second of the page'], 200);
    expect(texts([...left, ...right])[0]).toContain('the word memantine, and it goes on');
    const before = ['a column ends in a name MAO', 'and again, here is that MAO'];
    expect(texts([...column(before), ...column(['Inhibitor, and goes on', 'here'], 200)])[0]).toContain(
      'that MAO Inhibitor, and',
    );
  });

  it('join scripts without spaces as they are written', () => {
    expect(texts(column(['美金刚与金刚烷胺合用时应当', '避免使用']))).toEqual(['美金刚与金刚烷胺合用时应当避免使用']);
  });

  it('lead back to the strings that a name is in', () => {
    const [block] = blocksOf([run('of mem', 0, 100), run('an-', 30, 100), run('tine here', 0, 88)], 7, judge);
    const start = block!.text.indexOf('memantine');
    expect(piecesOf(block!, start, start + 9)).toEqual([
      { page: 7, run: 0, start: 3, end: 6 },
      { page: 7, run: 1, start: 0, end: 2 },
      { page: 7, run: 2, start: 0, end: 4 },
    ]);
  });

  it('lead back through letters that were closed up', () => {
    const [block] = blocksOf([run('x m e m a n t i n e', 0, 100)], 1, judge);
    expect(block!.text).toBe('xmemantine');
    expect(piecesOf(block!, 1, 10)).toEqual([{ page: 1, run: 0, start: 2, end: 19 }]);
  });
});

describe('structure', () => {
  const items = [
    { type: 'beginMarkedContentProps', id: 'a' },
    run('memantine', 0, 100),
    { type: 'endMarkedContent' },
    { type: 'beginMarkedContentProps', id: 'b' },
    run('', 0, 88),
    run('ketamine', 0, 88),
    { type: 'endMarkedContent' },
    { type: 'beginMarkedContentProps', id: 'c' },
    run('hydrochloride', 200, 100),
    { type: 'endMarkedContent' },
  ];
  const element = (role: string, ...ids: string[]) => ({ role, children: ids.map((id) => ({ type: 'content', id })) });

  it('decides what belongs together, over columns too', () => {
    const list = { role: 'Root', children: [{ role: 'P', children: [element('Span', 'a', 'c')] }, element('LI', 'b')] };
    expect(texts(runsOf(items, list))).toEqual(['memantine hydrochloride', 'ketamine']);
  });

  it('is not needed', () => {
    expect(texts(runsOf(items, null))).toEqual(['memantine ketamine', 'hydrochloride']);
  });
});
