/** The figures of `bench:load` as tables for people. */
import type { Costs } from './load-browsers.ts';
import { FRAMES, type Group } from './load-pages.ts';

export interface Result {
  readonly name: string;
  readonly group: Group;
  /** By browser, one a round. */
  readonly costs: Readonly<Record<string, Costs[]>>;
}

interface Run {
  readonly machine: string;
  readonly rounds: number;
  readonly isFirefox: boolean;
}

/** Groups of pages with what is aimed at, over the empty extension: milliseconds and kilobytes a page. */
const GOALS: Readonly<Record<Group, { readonly task?: number; readonly heap?: number }>> = {
  'without a name': { task: 10, heap: 400 },
  'with names, none marked': { task: 20 },
  marked: {},
  'made: ordinary': { task: 10, heap: 400 },
  'made: recipe': { task: 20 },
  'made: 20 mentions': { task: 40 },
  'made: empty frames, each': { task: 2 },
  'made: bare': {},
};

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The median over rounds of what a load costs more than with the empty extension in the same round. */
function over({ costs }: Result, browser: string, what: string): number {
  return median(costs[browser]!.map((cost, round) => cost[what]! - costs.empty![round]![what]!));
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Markdown: means over the pages of a group of the medians over rounds. */
export function report(results: readonly Result[], { machine, rounds, isFirefox }: Run): string {
  const measures = Object.keys(Object.values(results[0]!.costs)[0]![0]!);
  const head = ['pages', 'browser', ...measures.map((what) => (what === 'heap' ? 'heap KB' : `${what} ms`)), 'goal'];
  const rows: string[][] = [];
  for (const [group, goal] of Object.entries(GOALS)) {
    const pages = results.filter((result) => result.group === group);
    if (pages.length === 0) continue;
    const share = group.endsWith('each') ? FRAMES : 1;
    const cell = (what: string, value: number): string =>
      what === 'heap' ? (value / 1024 / share).toFixed(0) : (value / share).toFixed(share > 1 ? 2 : 1);
    const names = Object.keys(pages[0]!.costs);
    for (const name of names) {
      const isBase = name === 'none' || name === 'empty';
      const cells = measures.map((what) => {
        const total = mean(pages.map(({ costs }) => median(costs[name]!.map((cost) => cost[what]!))));
        const more = mean(pages.map((page) => over(page, name, what)));
        return isBase ? cell(what, total) : `+${cell(what, more)}`.replace('+-', '-');
      });
      const aims = [goal.task && `≤ ${goal.task} ms`, goal.heap && `≤ ${goal.heap} KB`].filter(Boolean).join(', ');
      rows.push([
        name === 'none' ? `${group}${pages.length > 1 ? ` (${pages.length})` : ''}` : '',
        name,
        ...cells,
        name === 'ours' ? aims : '',
      ]);
    }
  }
  const what = isFirefox
    ? 'task: main thread of the page’s process'
    : 'task, script, compile, layout with style: main thread; heap after a collection';
  return `${rounds} rounds, ${machine}\n${what}; lines with + say how much more than with the empty extension\n
${[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}`;
}
