/**
 * Browsers for `bench:load`, each with one extension or none. Every load is the first of its site: browsers give it a
 * fresh process, so scripts are compiled and run as cold as on a reader's way from site to site.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type CDPSession } from 'puppeteer-core';
import { findBrowser } from '../../src/tools/find-browser.ts';
import { inFirefoxWindow } from '../browser/harness/browser-side.ts';

/** One page load: milliseconds of processor time on the page's main thread, bytes of heap after a collection. */
export type Costs = Readonly<Record<string, number>>;

export interface LoadBrowser {
  /** Loads a page and watches it for a second. */
  load(url: string): Promise<Costs>;
  close(): Promise<void>;
}

/** Milliseconds after the load event during which what a page costs is counted, with any extension or none. */
const WATCHED = 1_000;
/** Extensions start, and open their first-run pages, within this. */
const START = 4_000;

const later = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** @param port of the server that every site of `*.test` is */
export async function startChrome(extension: string | undefined, port: number): Promise<LoadBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'lens-load-'));
  const browser = await puppeteer.launch({
    executablePath: findBrowser('chrome'),
    headless: true,
    userDataDir: profile,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--host-resolver-rules=MAP *.test 127.0.0.1:${port}`,
      ...(extension ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : []),
    ],
  });
  await later(START);
  const page = await browser.newPage();
  const session = await page.createCDPSession();
  // Time on the processor: other work on the machine is not counted.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return {
    async load(url) {
      await page.bringToFront();
      await page.goto(url, { waitUntil: 'load', timeout: 120_000 });
      await later(WATCHED);
      const times = await metrics(session);
      await session.send('HeapProfiler.collectGarbage');
      const { JSHeapUsedSize } = await metrics(session);
      const ms = (name: string): number => (times[name] ?? Number.NaN) * 1_000;
      return {
        task: ms('TaskDuration') - ms('DevToolsCommandDuration'),
        script: ms('ScriptDuration'),
        compile: ms('V8CompileDuration'),
        layout: ms('LayoutDuration') + ms('RecalcStyleDuration'),
        heap: JSHeapUsedSize!,
      };
    },
    close: () => end(browser, profile),
  };
}

async function metrics(session: CDPSession): Promise<Readonly<Record<string, number>>> {
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/**
 * Firefox tells a driver nothing of scripts, compiling or heap of a page. It does tell which of its processes has the page,
 * and the system what the main thread of that process took (on Linux to the nanosecond, elsewhere Firefox's own figure).
 */
export async function startFirefox(extension: string | undefined): Promise<LoadBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'lens-load-'));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findBrowser('firefox'),
    headless: true,
    userDataDir: profile,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: { 'network.dns.forceResolve': '127.0.0.1', 'dom.security.https_first': false },
  });
  if (extension) await browser.installExtension(extension);
  await later(START);
  const page = await browser.newPage();
  return {
    async load(url) {
      await page.bringToFront();
      await page.goto('about:blank');
      const before = await atRest(browser);
      await page.goto(url, { waitUntil: 'load', timeout: 120_000 });
      await later(WATCHED);
      const after = (await processes(browser)).find(({ pages }) => pages.includes(url));
      if (!after) throw new Error(`Firefox names no process of ${url}`);
      return { task: after.main - (before.find(({ pid }) => pid === after.pid)?.main ?? 0) };
    },
    close: () => end(browser, profile),
  };
}

interface Process {
  readonly pid: number;
  /** Milliseconds of its main thread so far. */
  readonly main: number;
  /** Addresses of the documents in it. */
  readonly pages: readonly string[];
}

async function processes(browser: Browser): Promise<readonly Process[]> {
  const children = await inFirefoxWindow<readonly Process[]>(
    { browser },
    `(await ChromeUtils.requestProcInfo()).children.map(({ pid, threads, windows }) => ({
      pid,
      main: (threads.find(({ tid }) => tid === pid) ?? threads[0]).cpuTime / 1e6,
      pages: windows.map(({ documentURI }) => documentURI?.spec),
    }))`,
  );
  return children.map((child) => ({ ...child, main: exactTime(child.pid) ?? child.main }));
}

function exactTime(pid: number): number | undefined {
  try {
    return Number.parseInt(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8'), 10) / 1e6;
  } catch {
    return undefined;
  }
}

/** Waits until the processes that Firefox keeps ready for further pages have been made, which is no cost of this one. */
async function atRest(browser: Browser): Promise<readonly Process[]> {
  const sum = (all: readonly Process[]): number => all.reduce((total, { main }) => total + main, 0);
  for (let before = await processes(browser); ; ) {
    await later(300);
    const now = await processes(browser);
    if (now.length === before.length && sum(now) - sum(before) < 10) return now;
    before = now;
  }
}

async function end(browser: Browser, profile: string): Promise<void> {
  await browser.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
