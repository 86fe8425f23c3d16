/**
 * `npm run bench:load -- [--pages DIR] [--only TEXT] [--peer DIR] [--rounds N] [--browser firefox] [--ours DIR] [--json]`:
 * what a page load costs with our extension, beside the same load without any extension, with an empty one, and with
 * another (`--peer`, an unpacked folder). One browser each; loads go round and round among them, so that whatever else
 * the machine does meets all alike, and a load is compared with that of the empty extension in the same round.
 */
import { existsSync, rmSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { emptyExtension } from '../browser/harness/empty-extension.ts';
import { type Costs, type LoadBrowser, startChrome, startFirefox } from './load-browsers.ts';
import { loadPages, serveSites } from './load-pages.ts';
import { type Result, report } from './load-table.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const { values: args } = parseArgs({
  options: {
    pages: { type: 'string' },
    only: { type: 'string' },
    peer: { type: 'string' },
    rounds: { type: 'string', default: '7' },
    browser: { type: 'string', default: 'chrome' },
    ours: { type: 'string' },
    json: { type: 'boolean' },
  },
});

/** Folder of an unpacked extension. */
function unpacked(folder: string): string {
  if (existsSync(join(folder, 'manifest.json'))) return resolve(folder);
  throw new Error(`No manifest.json in ${folder}.`);
}

const rounds = Number(args.rounds);
if (!(rounds >= 1)) throw new Error(`--rounds takes a number, not ${args.rounds}.`);
const isFirefox = args.browser === 'firefox';
const pages = loadPages(args.pages, args.only);
const empty = emptyExtension();
const contestants: Readonly<Record<string, string | undefined>> = {
  none: undefined,
  empty,
  ours: unpacked(args.ours ?? join(ROOT, isFirefox ? 'dist/firefox' : 'dist/chrome')),
  ...(args.peer ? { peer: unpacked(args.peer) } : {}),
};
const site = await serveSites(pages);
const browsers: Record<string, LoadBrowser> = {};
const busy = loadavg()[0]!;
try {
  for (const [name, extension] of Object.entries(contestants))
    browsers[name] = await (isFirefox ? startFirefox(extension) : startChrome(extension, site.port));
  const names = Object.keys(browsers);
  const results = pages.map(
    ({ name, group }): Result => ({ name, group, costs: Object.fromEntries(names.map((one) => [one, [] as Costs[]])) }),
  );
  for (let round = 0; round < rounds; round++) {
    for (const [index, result] of results.entries()) {
      if (!args.json) process.stderr.write(`\rround ${round + 1}/${rounds}, page ${index + 1}/${pages.length} `);
      // Each browser is first in turn.
      const turn = (round + index) % names.length;
      for (const name of [...names.slice(turn), ...names.slice(0, turn)]) {
        result.costs[name]!.push(await browsers[name]!.load(`http://r${round}-${index}.test:${site.port}/`));
      }
    }
  }
  process.stderr.write('\n');
  const machine = `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, load ${busy.toFixed(1)} to ${loadavg()[0]!.toFixed(1)}`;
  console.log(args.json ? JSON.stringify({ machine, results }) : report(results, { machine, rounds, isFirefox }));
} finally {
  await Promise.all(Object.values(browsers).map((browser) => browser.close()));
  site.close();
  rmSync(empty, { recursive: true, force: true });
}
