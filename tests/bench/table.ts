/** The figures as a table for people. */
import type { SliceTimes } from './trace.ts';

interface Sum {
  readonly median: number;
  readonly p95: number;
}

interface Part {
  readonly sums: Readonly<Record<string, Sum>>;
  readonly urls: readonly string[];
  readonly quiet: readonly string[];
  readonly mentions: number;
}

interface Live {
  readonly mentions: number;
  readonly firstMark: number;
  readonly slices: number;
  readonly total: number;
}

/** Slices as traced; `own` is their time on the processor without garbage collection, longest first. */
interface Traced {
  readonly longest: readonly SliceTimes[];
  readonly own: readonly number[];
}

interface Report {
  readonly machine: string;
  /** Pages of the corpus without mentions, those with any, and all of them with a sentence of three in every fifth paragraph. */
  readonly without: Part;
  readonly with: Part;
  readonly dense: Part;
  readonly large: Live & Traced;
  /** The same page, walked and painted without any matching. */
  readonly bare: Traced;
  readonly ordinary: Live;
  readonly hits: { readonly mentions: number; readonly median: number; readonly p95: number; readonly away: number };
  readonly churn: readonly { readonly changes: number; readonly share: number; readonly took: number }[];
  readonly heap: { readonly any: number; readonly least: number; readonly ours: number };
  readonly card: { readonly first: readonly number[]; readonly again: readonly number[] };
  readonly sizes: Readonly<Record<string, number>>;
}

const ms = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(2));
const kb = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;

const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const most = (values: readonly number[]): number => Math.max(...values);
/** 95th percentile: the smallest value that at least 95 in 100 do not exceed. */
const ninetyFifth = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1]!;
const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;

const longest = ({ longest: slices }: Traced): string =>
  `${slices
    .slice(0, 3)
    .map(({ wall, gc }) => `${ms(wall)} (collection ${ms(gc)})`)
    .join(', ')} ms`;
const own = (traced: Traced): string => traced.own.slice(0, 3).map(ms).join(', ');

/** Markdown. */
export function table(report: Report): string {
  const { machine, large, bare, ordinary, hits, churn, heap, card, sizes } = report;
  const rows: string[][] = [];
  const shares = churn.map(({ share }) => share);
  const compare = (what: string, part: Part, ours: string, other: string, goal: string): void => {
    const a = part.sums[ours];
    const b = part.sums[other];
    if (!a || !b) return;
    const ratio = other.includes('floor') ? a.median / b.median : b.median / a.median;
    rows.push([
      what,
      `${ms(a.median)} ms (p95 ${ms(a.p95)})`,
      `${ms(b.median)} ms (p95 ${ms(b.p95)})`,
      ratio.toFixed(2),
      goal,
    ]);
  };
  const line = (what: string, value: string, goal: string, floor = ''): void => {
    rows.push([what, value, floor, '', goal]);
  };
  const { without, dense } = report;
  compare('every page, without mentions, warm : floor', without, 'first warm', 'floor warm', '≤ 1.5');
  compare('every page, without mentions, cold : floor', without, 'first cold', 'floor cold', '≤ 1.5');
  const pack = without.sums['first with a pack warm'];
  const packCold = without.sums['first with a pack cold'];
  const first = without.sums['first warm'];
  const firstCold = without.sums['first cold'];
  if (pack && packCold && first && firstCold) {
    const cell = (a: Sum, b: Sum): string => `${ms(a.median)} and ${ms(b.median)} ms`;
    const ratio = `${(pack.median / first.median).toFixed(2)} and ${(packCold.median / firstCold.median).toFixed(2)}`;
    rows.push([
      'the same with a pack of 5,000 names, warm and cold : without a pack',
      cell(pack, packCold),
      cell(first, firstCold),
      ratio,
      '≤ 2',
    ]);
  }
  compare('whole scan, without mentions, warm : floor', without, 'whole warm', 'floor warm', '≤ 1.5');
  compare('whole scan, with mentions, warm : floor', report.with, 'whole warm', 'floor warm', '≤ 2.5');
  compare('whole scan, with mentions, cold : floor', report.with, 'whole-cold cold', 'floor cold', '≤ 2.5');
  compare('whole scan, three in every fifth paragraph, warm : floor', dense, 'whole warm', 'floor warm', '≤ 2.5');
  compare('findandreplacedomtext : whole scan, without', without, 'whole warm', 'fardt warm', '≥ 8');
  compare('findandreplacedomtext : whole scan, with', report.with, 'whole warm', 'fardt warm', '≥ 8');
  compare(
    'mark.js with 300 forms : whole scan, without (every 8th page)',
    without,
    'whole on the pages of mark.js',
    'mark.js warm',
    '≥ 1,000',
  );
  compare('union expression a node : whole scan, without', without, 'whole warm', 'union per node warm', '');
  line('search for shadow roots, in idle slices, warm', `${ms(without.sums['roots warm']!.median)} ms`, '');
  line('first mark after the start, ordinary page', `${ms(ordinary.firstMark)} ms`, '≤ 50 ms');
  line(
    `longest slices, 10 MB page, ${large.mentions} mentions`,
    `${longest(large)} of ${large.slices}, ${ms(large.total)} ms in all; first mark ${ms(large.firstMark)} ms`,
    '≤ 8 ms',
    `${longest(bare)}: a walk that paints one name`,
  );
  line('the same, on the processor and without garbage collection', `${own(large)} ms`, '≤ 8 ms', `${own(bare)} ms`);
  line(
    `share of the time at ${Math.round(middle(churn.map(({ changes, took }) => changes / (took / 1_000))))} changes a second, ${churn.length} runs`,
    `${percent(middle(shares))} (least ${percent(Math.min(...shares))}, most ${percent(most(shares))})`,
    '≤ 1 % in each',
  );
  line(
    `hit test at ${hits.mentions} mentions`,
    `${hits.median.toFixed(3)} ms (p95 ${hits.p95.toFixed(3)}); away from any ${(hits.away * 1_000).toFixed(2)} µs`,
    '≤ 0.2 ms',
  );
  line(
    'card after its delay, first in a page',
    `${ms(middle(card.first))} ms (p95 of ${card.first.length}: ${ms(ninetyFifth(card.first))})`,
    '≤ 100 ms',
  );
  line('card after its delay, again', `${ms(middle(card.again))} ms (most ${ms(most(card.again))})`, '≤ 17 ms');
  line(
    `heap on a page without mentions, beyond an empty script's ${kb(heap.any)}`,
    kb(heap.ours),
    '≤ 300 KB',
    `${kb(heap.least)}: one that only walks and watches`,
  );
  line('script on every page, gzipped', kb(sizes['frame/main']!), '≤ 12 KB');
  const sent = without.urls.length - without.quiet.length;
  line(
    `script on pages that may have mentions (${sent} of ${without.urls.length} without any), gzipped`,
    kb(sizes['frame/reader']!),
    '',
  );
  line('card script, gzipped', kb(sizes['card/main']!), '≤ 60 KB');
  const text = rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
  const kinds = `${without.urls.length} pages without mentions, ${report.with.urls.length} with ${report.with.mentions}`;
  return `${kinds}, ${dense.mentions} in the dense ones; sums over pages; ${machine}\n
| what | ours | floor or peer | ratio | goal |
| --- | --- | --- | --- | --- |
${text}`;
}
