/**
 * `npm run bench:popup`: how long the popup takes in Chromium from the start of its navigation to the frame that draws it,
 * beside two pages of the same extension in the same run: an empty one, and the least that could be a popup, one line of
 * script that asks for the tab and the settings and shows a switch.
 *
 * Cold: the first popup after the browser's start. Warm: each further one.
 */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { serve } from '../../src/tools/serve.ts';
import { type Lens, launch, launchAgain } from '../browser/harness/browsers.ts';
import { markedTexts, until } from '../browser/harness/probe.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const RUNS = 20;
/** What has to be there: the page alone; both switches, as they stand; the medicines found, and their grave pairs with memantine; what is known among the others. */
const STATES = {
  empty: 'body',
  least: '#least',
  usable: 'body:has(#enabled:checked):has(#site-on:checked)',
  listed: '[data-drug]',
  complete: '#pairs',
} as const;

type State = keyof typeof STATES;
type Times = Record<State, number[]>;

/** Milliseconds from the navigation's start to the frame in which each selector is there. */
async function timesOf(page: Page, url: string, states: readonly State[]): Promise<[State, number][]> {
  await page.goto('about:blank');
  // As text: a transpiler gives functions helpers that are not in the page.
  const script = await page.evaluateOnNewDocument(`{
    const wanted = ${JSON.stringify(states.map((state) => [state, STATES[state]]))};
    const seen = (globalThis.seen = {});
    const look = () => {
      for (const [state, selector] of wanted)
        if (!(state in seen) && document.querySelector(selector)) seen[state] = performance.now();
      if (Object.keys(seen).length < wanted.length) requestAnimationFrame(look);
    };
    addEventListener('DOMContentLoaded', () => requestAnimationFrame(look));
  }`);
  await page.goto(url);
  const seen = await until(
    () => page.evaluate(() => (globalThis as unknown as { seen: Record<State, number> }).seen),
    (found) => Object.keys(found).length === states.length,
  );
  await page.removeScriptToEvaluateOnNewDocument(script.identifier);
  return Object.entries(seen) as [State, number][];
}

async function run(lens: Lens, origin: string, rounds: number, into: Times): Promise<void> {
  const page = await lens.newPage();
  await lens.open(page, origin);
  await until(
    () => markedTexts(page),
    (texts) => texts.length > 10,
  );
  const popup = await lens.newPage();
  await popup.setViewport({ width: 360, height: 600 });
  await popup.goto(lens.extensionUrl('empty.html'));
  const id = await popup.evaluate(
    async (url) => (await chrome.tabs.query({})).find((tab) => tab.url === url)!.id,
    origin,
  );
  for (let round = 0; round < rounds; round++) {
    const own = () =>
      timesOf(popup, lens.extensionUrl(`src/pages/popup/index.html?tab=${id}`), ['usable', 'listed', 'complete']);
    const floor = () => timesOf(popup, lens.extensionUrl('empty.html'), ['empty']);
    const least = () => timesOf(popup, lens.extensionUrl('least.html'), ['least']);
    // Each goes first in turn: those behind it find the browser warmer.
    const pages = [own, floor, least];
    const turn = into.empty.length % pages.length;
    for (const next of [...pages.slice(turn), ...pages.slice(0, turn)])
      for (const [state, time] of await next()) into[state].push(time);
  }
}

const noTimes = (): Times => ({ empty: [], least: [], usable: [], listed: [], complete: [] });

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

function report(title: string, times: Times): void {
  console.log(`\n${title}, median of ${times.empty.length} in ms`);
  for (const [state, all] of Object.entries(times))
    console.log(
      `  ${state.padEnd(8)} ${median(all).toFixed(0).padStart(4)}` +
        (state === 'empty' ? '' : `, ${(median(all) - median(times.empty)).toFixed(0)} above the empty page`) +
        ` (least ${Math.min(...all).toFixed(0)}, most ${Math.max(...all).toFixed(0)})`,
    );
}

const folder = mkdtempSync(join(tmpdir(), 'lens-popup-'));
const [extension, profile] = [join(folder, 'extension'), join(folder, 'profile')];
const site = await serve(join(ROOT, 'src/tools/demo'));
try {
  cpSync(join(ROOT, 'dist/chrome'), extension, { recursive: true });
  writeFileSync(join(extension, 'empty.html'), '<!doctype html><title>Empty</title><p>Nothing.</p>');
  writeFileSync(
    join(extension, 'least.html'),
    '<!doctype html><title>Least</title><script type="module" src="least.js"></script>',
  );
  writeFileSync(
    join(extension, 'least.js'),
    `await Promise.all([chrome.storage.local.get('pageSettings'), chrome.tabs.query({ active: true })]);
    document.body.append(Object.assign(document.createElement('input'), { type: 'checkbox', id: 'least' }));`,
  );
  // The first start shows the first-run page; a reader's popup has seen others.
  await (await launch('chrome', { extension, profile })).close();
  const [cold, warm] = [noTimes(), noTimes()];
  for (let start = 0; start < RUNS; start++) {
    const lens = await launchAgain('chrome', { extension, profile });
    try {
      await run(lens, `${site.origin}/`, 1, cold);
      if (start === 0) await run(lens, `${site.origin}/`, RUNS, warm);
    } finally {
      await lens.close();
    }
  }
  report('cold', cold);
  report('warm', warm);
} finally {
  await site.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
