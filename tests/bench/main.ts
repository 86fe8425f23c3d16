/**
 * `npm run -s bench -- [--json] [--pages DIR] [--quick]`: what the extension costs in real Chromium, each figure beside its
 * floor or a peer, measured in the same pages in the same run.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import cues from '../../knowledge/cues.json' with { type: 'json' };
import { bundledKnowledge } from '../../src/knowledge/bundled.ts';
import { packKnowledge } from '../../src/knowledge/surface-forms.ts';
import { openDictionary } from '../../src/shared/recognise/dictionary.ts';
import { packPrefilter } from '../../src/shared/recognise/pack-prefilter.ts';
import type { PackedPrefilter } from '../../src/shared/recognise/prefilter.ts';
import { findBrowser } from '../../src/tools/find-browser.ts';
import { cardTimes } from './card.ts';
import { generatedNames } from './generated-names.ts';
import { benchPages, type NamedPage, serveIsolated } from './pages.ts';
import { sliceTimes, TRACE_CATEGORIES, type TraceEvent } from './trace.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const { values: args } = parseArgs({
  options: { json: { type: 'boolean' }, pages: { type: 'string' }, quick: { type: 'boolean' } },
});
const WARM = 50;
const COLD = args.quick ? 1 : 3;

const say = (text: string): void => {
  if (!args.json) console.log(text);
};
const note = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

const PACK = 5_000;

/** The prefilter that pages get while a reader's pack of names is added to ours. */
function packedWithPack(): PackedPrefilter {
  const pack = generatedNames(PACK).map((form, index) => ({
    id: `pack-${index}`,
    kind: 'drug' as const,
    names: [{ form, kind: 'inn' as const }],
  }));
  return packPrefilter(openDictionary(packKnowledge([...bundledKnowledge().entries, ...pack], cues)));
}

/** The bench's own extension: the shipped modules with a way to ask for figures. */
async function buildExtension(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'lens-bench-'));
  const timed = join(import.meta.dirname, 'timed.ts');
  await build({
    entryPoints: [join(import.meta.dirname, 'in-page.ts')],
    outfile: join(folder, 'in-page.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'chrome128',
    define: { __BROWSER__: '"chrome"' },
    plugins: [
      {
        name: 'timed',
        setup: (setup) =>
          setup.onResolve({ filter: /\/queue\.ts$/ }, ({ importer }) =>
            importer === timed ? undefined : { path: timed },
          ),
      },
      {
        name: 'pack',
        setup: (setup) => {
          setup.onResolve({ filter: /^pack-prefilter$/ }, ({ path }) => ({ path, namespace: 'pack' }));
          setup.onLoad({ filter: /.*/, namespace: 'pack' }, () => ({
            contents: JSON.stringify(packedWithPack()),
            loader: 'json',
          }));
        },
      },
    ],
  });
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'bench',
      version: '1',
      host_permissions: ['<all_urls>'],
      content_scripts: [{ matches: ['<all_urls>'], js: ['in-page.js'], run_at: 'document_idle' }],
    }),
  );
  return folder;
}

let asked = 0;

/** Asks the bench's content script in a page. */
async function ask<Answer>(page: Page, question: object): Promise<Answer> {
  const id = ++asked;
  const detail = JSON.stringify(JSON.stringify({ id, ...question }));
  const reply = await page.evaluate(`new Promise((done) => {
    const take = (event) => {
      if (JSON.parse(event.detail).id !== ${id}) return;
      document.removeEventListener('bench-answer', take);
      done(event.detail);
    };
    document.addEventListener('bench-answer', take);
    document.dispatchEvent(new CustomEvent('bench-ask', { detail: ${detail} }));
  })`);
  const { answer } = JSON.parse(reply as string) as { answer: Answer & { error?: string } };
  if (answer.error) throw new Error(answer.error);
  return answer;
}

interface Times {
  readonly times: readonly number[];
  readonly count: number;
}

const time = (page: Page, name: string, repeat: number): Promise<Times> => ask(page, { run: 'time', name, repeat });

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Sums over pages of a contender's median and 95th percentile. */
class Sum {
  median = 0;
  p95 = 0;
  add(times: readonly number[]): void {
    this.median += quantile(times, 0.5);
    this.p95 += quantile(times, 0.95);
  }
}

/** Figures over the pages of one kind. */
class Part {
  readonly sums: Record<string, Sum> = {};
  readonly urls: string[] = [];
  /** Those to which the reader is not sent. */
  readonly quiet: string[] = [];
  mentions = 0;
  put(name: string, times: readonly number[]): void {
    this.sums[name] ??= new Sum();
    this.sums[name].add(times);
  }
}

/** Pages with and without mentions apart. */
async function overPages(browser: Browser, origin: string, pages: readonly NamedPage[], kind: 'plain' | 'named') {
  const parts = { without: new Part(), with: new Part() };
  for (const [index, { name }] of pages.entries()) {
    note(`${kind} ${index + 1}/${pages.length} ${name}`);
    const url = `${origin}/${kind}/${index}`;
    const probe = await browser.newPage();
    await probe.goto(url, { waitUntil: 'load' });
    const { count } = await time(probe, 'whole', 1);
    const { count: called } = await time(probe, 'first', 1);
    await probe.close();
    const part = count > 0 ? parts.with : parts.without;
    part.urls.push(url);
    if (called === 0) part.quiet.push(url);
    part.mentions += count;
    const put = part.put.bind(part);
    for (const contender of ['floor', 'first', 'first with a pack', 'whole-cold']) {
      const cold: number[] = [];
      for (let k = 0; k < COLD; k++) {
        const page = await browser.newPage();
        await page.goto(url, { waitUntil: 'load' });
        cold.push((await time(page, contender, 1)).times[0]!);
        if (k === COLD - 1 && contender === 'floor') {
          put('floor warm', (await time(page, 'floor', WARM)).times);
          put('first warm', (await time(page, 'first', WARM)).times);
          put('first with a pack warm', (await time(page, 'first with a pack', WARM)).times);
          const whole = await time(page, 'whole', WARM);
          put('whole warm', whole.times);
          put('union per node warm', (await time(page, 'union per node', 5)).times);
          put('roots warm', (await time(page, 'roots', WARM)).times);
          put(
            'fardt warm',
            (await ask<{ ms: number }[]>(page, { run: 'peer', name: 'findandreplacedomtext', repeat: 5 })).map(
              ({ ms }) => ms,
            ),
          );
          if (index % 8 === 0) {
            put('whole on the pages of mark.js', whole.times);
            put(
              'mark.js warm',
              (await ask<{ ms: number }[]>(page, { run: 'peer', name: 'mark.js', repeat: 1 })).map(({ ms }) => ms),
            );
          }
        }
        await page.close();
      }
      put(`${contender} cold`, cold);
    }
  }
  return parts;
}

/** Asks for work on the large page, and traces its slices. */
async function inSlicesOf(browser: Browser, origin: string, question: object) {
  note('large page');
  const page = await browser.newPage();
  await page.bringToFront();
  await page.goto(`${origin}/large`, { waitUntil: 'load', timeout: 300_000 });
  const session = await page.createCDPSession();
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { recordMode: 'recordContinuously', includedCategories: TRACE_CATEGORIES },
  });
  const answer = await ask<object>(page, question);
  const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
  await session.send('Tracing.end');
  await complete;
  await page.close();
  const slices = sliceTimes(events);
  const own = slices.map(({ cpu, gc }) => Math.max(0, cpu - gc)).sort((a, b) => b - a);
  return { ...answer, traced: slices.length, longest: slices.slice(0, 5), own: own.slice(0, 5) };
}

/** What no annotator that keeps up with its page can do without. */
const LEAST = `
chrome.storage.local.get('settings').then(() => {});
chrome.storage.onChanged.addListener(() => {});
chrome.runtime.onMessage.addListener(() => false);
new MutationObserver(() => {}).observe(document, { childList: true, characterData: true, subtree: true });
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
let length = 0;
for (let node = walker.nextNode(); node; node = walker.nextNode()) length += (node.data ?? node.localName).length;
chrome.dom.openOrClosedShadowRoot(document.body);
`;

/** An extension with a script in all frames as ours is: empty, it shows what any content script costs. */
function idleExtension(script: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'lens-idle-'));
  writeFileSync(join(folder, 'idle.js'), script);
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'idle',
      version: '1',
      permissions: ['storage'],
      content_scripts: [
        {
          matches: ['<all_urls>'],
          js: ['idle.js'],
          run_at: 'document_idle',
          all_frames: true,
          match_about_blank: true,
          match_origin_as_fallback: true,
        },
      ],
    }),
  );
  return folder;
}

/** The heap of a page without mentions, with the shipped extension and without any, in bytes. */
async function heap(url: string, extension: string | undefined): Promise<number> {
  const browser = await launch(extension ? [extension] : []);
  const page = await browser.newPage();
  await new Promise((done) => setTimeout(done, 1_500));
  await page.bringToFront();
  await page.goto(url, { waitUntil: 'load' });
  await new Promise((done) => setTimeout(done, 1_000));
  const session = await page.createCDPSession();
  const sizes: number[] = [];
  for (let k = 0; k < 5; k++) {
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    sizes.push(usedSize);
  }
  await browser.close();
  return quantile(sizes, 0.5);
}

function launch(extensions: readonly string[]): Promise<Browser> {
  const list = extensions.join(',');
  return puppeteer.launch({
    executablePath: findBrowser('chrome'),
    headless: true,
    ignoreDefaultArgs: ['--disable-extensions'],
    protocolTimeout: 600_000,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(list ? [`--disable-extensions-except=${list}`, `--load-extension=${list}`] : []),
    ],
  });
}

const sizes = (): Record<string, number> =>
  Object.fromEntries(
    ['frame/main', 'frame/reader', 'card/main'].map((name) => [
      name,
      gzipSync(readFileSync(join(ROOT, `dist/chrome/src/${name}.iife.js`)), { level: 9 }).length,
    ]),
  );

if (!existsSync(join(ROOT, 'dist/chrome/manifest.json'))) execFileSync('npm', ['run', '-s', 'build'], { cwd: ROOT });
const pages = benchPages(args.pages, note);
const site = await serveIsolated(pages);
const extension = await buildExtension();
const browser = await launch([extension]);
const report: Record<string, unknown> = {};
try {
  const plain = await overPages(browser, site.origin, pages, 'plain');
  const dense = (await overPages(browser, site.origin, pages, 'named')).with;
  const page = await browser.newPage();
  await page.bringToFront();
  const large = await inSlicesOf(browser, site.origin, { run: 'live', options: 1_500 });
  const bare = await inSlicesOf(browser, site.origin, { run: 'bare' });
  note('hit test');
  await page.goto(`${site.origin}/many`, { waitUntil: 'load', timeout: 300_000 });
  const hits = await ask(page, { run: 'hits', options: { repeat: 300 } });
  note('churn');
  await page.goto(`${site.origin}/named/0`, { waitUntil: 'load' });
  const churn: unknown[] = [];
  for (let k = 0; k < 10; k++)
    churn.push(await ask(page, { run: 'churn', options: { perSecond: 2_000, seconds: args.quick ? 2 : 20 } }));
  const ordinary = await ask(page, { run: 'live', options: 200 });
  await browser.close();
  note('heap');
  const quiet = plain.without.quiet[0]!;
  const without = await heap(quiet, undefined);
  const idle = await heap(quiet, idleExtension(''));
  const least = await heap(quiet, idleExtension(LEAST));
  const withUs = await heap(quiet, join(ROOT, 'dist/chrome'));
  note('card');
  const card = await cardTimes(() => launch([join(ROOT, 'dist/chrome')]), site.origin, args.quick ? 10 : 20);
  Object.assign(report, {
    machine: `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores`,
    without: plain.without,
    with: plain.with,
    dense,
    large,
    bare,
    ordinary,
    hits,
    churn,
    heap: { any: idle - without, least: least - idle, ours: withUs - idle },
    card,
    sizes: sizes(),
  });
} finally {
  await browser.close();
  await site.close();
  rmSync(extension, { recursive: true, force: true });
}

if (args.json) console.log(JSON.stringify(report, null, 1));
else {
  const { table } = await import('./table.ts');
  say(table(report as never));
}
mkdirSync(join(ROOT, 'artifacts'), { recursive: true });
writeFileSync(join(ROOT, 'artifacts/bench.json'), JSON.stringify(report, null, 1));
