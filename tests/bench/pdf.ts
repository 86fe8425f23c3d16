/**
 * `npm run bench:pdf`: what reading a PDF document with the lens costs, beside PDF.js alone (its own viewer on a bare page
 * of another extension) in the same browser, in turns: time to the first page drawn, to all names found (alone: to the
 * text of all pages read, as its search does), and memory after that.
 *
 * BENCH_PAGES=2,60,1000  BENCH_ROUNDS=7 (of the longest documents 3)  BENCH_BROWSERS=chrome,firefox
 */
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import type { Page } from 'puppeteer-core';
import { MARKS } from '../../src/pages/pdf/moments.ts';
import { viewerPath } from '../../src/shared/pdf/address.ts';
import type { BrowserName } from '../../src/tools/find-browser.ts';
import { type Served, serve } from '../../src/tools/serve.ts';
import { inFirefoxWindow } from '../browser/harness/browser-side.ts';
import { type Lens, launch } from '../browser/harness/browsers.ts';
import { print } from '../browser/harness/pdf.ts';
import { bookOf } from '../browser/harness/pdf-book.ts';
import { until } from '../browser/harness/probe.ts';
import { ALONE_ID, pdfjsAlone } from './pdf-alone.ts';

const list = (name: string, usual: string): string[] => (process.env[name] ?? usual).split(',');
const SIZES = list('BENCH_PAGES', '2,60,1000').map(Number);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 7);
const FIREFOX_UUIDS = {
  'memantine-lens@memantine-lens.example': '5f0c2c3e-6f0b-4a4e-9d1c-3d2b1a0f9e8d',
  [ALONE_ID]: '7d1c2c3e-6f0b-4a4e-9d1c-3d2b1a0f9e8e',
};

interface Sample {
  readonly first: number;
  readonly all: number;
  readonly memory: number;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

/** Chromium derives the id of an unpacked extension from its folder. */
function aloneUrl(name: BrowserName, folder: string, file: string): string {
  const digits = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  const id = digits.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
  const origin = name === 'chrome' ? `chrome-extension://${id}` : `moz-extension://${FIREFOX_UUIDS[ALONE_ID]}`;
  return `${origin}/index.html?file=${encodeURIComponent(file)}`;
}

async function measure(name: BrowserName, site: Served, folder: string): Promise<void> {
  const prefs = { 'extensions.webextensions.uuids': JSON.stringify(FIREFOX_UUIDS) };
  const lens = await launch(name, { others: [folder], prefs });
  try {
    for (const size of SIZES) {
      const file = `${site.origin}/${size}.pdf`;
      const [ours, alone]: [Sample[], Sample[]] = [[], []];
      const rounds = size > 500 ? Math.min(3, ROUNDS) : ROUNDS;
      for (let round = 0; round < rounds; round++) {
        for (const mine of round % 2 ? [true, false] : [false, true]) {
          const url = mine ? lens.extensionUrl(viewerPath(file)) : aloneUrl(name, folder, file);
          (mine ? ours : alone).push(await sample(lens, url));
        }
      }
      report(name, size, ours, alone);
    }
  } finally {
    await lens.close();
  }
}

/** Times by the page's own clock, which begins when the browser goes to it. */
async function sample(lens: Lens, url: string): Promise<Sample> {
  const before = await memoryOf(lens);
  const page = await lens.newPage();
  page.goto(url).catch(() => undefined);
  const at = (mark: string): Promise<number> =>
    until(
      // As text, so that no transpiler's helper gets into the page.
      () =>
        page.evaluate(`performance.getEntriesByName('${mark}')[0]?.startTime ?? 0`).catch(() => 0) as Promise<number>,
      (time) => time > 0,
      600_000,
    );
  const [first, all] = [await at(MARKS.firstPage), await at(MARKS.allRead)];
  const memory = lens.name === 'chrome' ? await heapOf(page) : (await memoryOf(lens)) - before;
  await page.close();
  return { first, all, memory };
}

/** Heap of the page's own thread after a collection, in MB. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  return ((await page.metrics()).JSHeapUsedSize ?? 0) / 2 ** 20;
}

/** Memory of Firefox's process for extensions, which both viewers run in, after a collection, in MB. */
async function memoryOf(lens: Lens): Promise<number> {
  if (lens.name === 'chrome') return 0;
  const bytes = await inFirefoxWindow<number>(
    lens,
    `await (async () => {
      const collect = Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager);
      await new Promise((done) => collect.minimizeMemoryUsage(done));
      const { children } = await ChromeUtils.requestProcInfo();
      return children.filter(({ type }) => type === 'extension').reduce((sum, { memory }) => sum + memory, 0);
    })()`,
  );
  return bytes / 2 ** 20;
}

function report(name: BrowserName, size: number, ours: readonly Sample[], alone: readonly Sample[]): void {
  const of = (samples: readonly Sample[], what: keyof Sample): number => median(samples.map((one) => one[what]));
  const ratio = of(ours, 'first') / of(alone, 'first');
  console.log(
    [
      `${name}, ${size} pages, ${ours.length} rounds:`,
      `first page ${of(ours, 'first').toFixed(0)} ms, PDF.js alone ${of(alone, 'first').toFixed(0)} ms, ratio ${ratio.toFixed(2)} (goal ≤ 1.1);`,
      `all names ${of(ours, 'all').toFixed(0)} ms, alone all text ${of(alone, 'all').toFixed(0)} ms;`,
      `memory ${of(ours, 'memory').toFixed(1)} MB, alone ${of(alone, 'memory').toFixed(1)} MB;`,
      `load ${loadavg()[0]!.toFixed(1)}`,
    ].join(' '),
  );
}

const printed = await print(SIZES.map(bookOf));
const pages = Object.fromEntries(SIZES.map((size, index) => [`/${size}.pdf`, printed[index]!.pdf]));
const site = await serve(import.meta.dirname, pages);
const folder = pdfjsAlone();
try {
  for (const name of list('BENCH_BROWSERS', 'chrome,firefox')) await measure(name as BrowserName, site, folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
  await site.close();
}
