/** The figures as a table for people. */

interface Sum {
  readonly median: number;
  readonly p95: number;
}

interface Part {
  readonly sums: Readonly<Record<string, Sum>>;
  readonly mentions: number;
}

interface Live {
  readonly mentions: number;
  readonly firstMark: number;
  readonly slices: number;
  readonly longest: readonly number[];
  readonly total: number;
}

interface Report {
  readonly machine: string;
  readonly pages: number;
  readonly plain: Part;
  readonly named: Part;
  readonly large: Live;
  readonly ordinary: Live;
  readonly hits: { readonly mentions: number; readonly median: number; readonly p95: number; readonly away: number };
  readonly churn: { readonly changes: number; readonly share: number; readonly took: number };
  readonly heap: { readonly added: number };
  readonly sizes: Readonly<Record<string, number>>;
}

const ms = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(2));
const kb = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;

/** Markdown. */
export function table({ machine, pages, plain, named, large, ordinary, hits, churn, heap, sizes }: Report): string {
  const rows: string[][] = [];
  const compare = (what: string, part: Part, ours: string, other: string, goal: string): void => {
    const a = part.sums[ours]!;
    const b = part.sums[other]!;
    const ratio = other.includes('floor') ? a.median / b.median : b.median / a.median;
    rows.push([
      what,
      `${ms(a.median)} ms (p95 ${ms(a.p95)})`,
      `${ms(b.median)} ms (p95 ${ms(b.p95)})`,
      ratio.toFixed(2),
      goal,
    ]);
  };
  const line = (what: string, value: string, goal: string): void => {
    rows.push([what, value, '', '', goal]);
  };
  compare('every page, without mentions, warm : floor', plain, 'first warm', 'floor warm', '≤ 1.5');
  compare('every page, without mentions, cold : floor', plain, 'first cold', 'floor cold', '≤ 1.5');
  compare('whole scan, without mentions, warm : floor', plain, 'whole warm', 'floor warm', '≤ 1.5');
  compare('whole scan, with mentions, warm : floor', named, 'whole warm', 'floor warm', '≤ 2.5');
  compare('whole scan, with mentions, cold : floor', named, 'whole-cold cold', 'floor cold', '≤ 2.5');
  compare('findandreplacedomtext : whole scan, without', plain, 'whole warm', 'fardt warm', '≥ 8');
  compare('findandreplacedomtext : whole scan, with', named, 'whole warm', 'fardt warm', '≥ 8');
  compare(
    'mark.js with 300 forms : whole scan, without (every 8th page)',
    plain,
    'whole on the pages of mark.js',
    'mark.js warm',
    '≥ 1,000',
  );
  compare('union expression a node : whole scan', plain, 'whole warm', 'union per node warm', '');
  line('search for shadow roots, in idle slices, warm', `${ms(plain.sums['roots warm']!.median)} ms`, '');
  line('first mark after the start, ordinary page', `${ms(ordinary.firstMark)} ms`, '≤ 50 ms');
  line(
    `longest slice, 10 MB page, ${large.mentions} mentions`,
    `${ms(large.longest[0]!)} ms of ${large.slices} slices, ${ms(large.total)} ms in all; first mark ${ms(large.firstMark)} ms`,
    '≤ 8 ms',
  );
  line(
    `share of the time at ${Math.round(churn.changes / (churn.took / 1_000))} changes a second`,
    `${(churn.share * 100).toFixed(2)} %`,
    '≤ 1 %',
  );
  line(
    `hit test at ${hits.mentions} mentions`,
    `${hits.median.toFixed(3)} ms (p95 ${hits.p95.toFixed(3)}); away from any ${(hits.away * 1_000).toFixed(2)} µs`,
    '≤ 0.2 ms',
  );
  line('heap on a page without mentions', kb(heap.added), '≤ 300 KB');
  line('script on every page, gzipped', kb(sizes['content/main']!), '≤ 12 KB');
  line('script on pages that may have mentions, gzipped', kb(sizes['content/reader']!), '');
  line('card script, gzipped', kb(sizes['card/main']!), '≤ 60 KB');
  const text = rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
  return `${pages} pages, sums over pages; ${plain.mentions} and ${named.mentions} mentions; ${machine}\n
| what | ours | floor or peer | ratio | goal |
| --- | --- | --- | --- | --- |
${text}`;
}
