/**
 * `npm run bench:pdf`: what the lens adds to reading a PDF document in Chromium. Time to the first page drawn and to all
 * names found, and the heap of the page, beside PDF.js alone: the same viewer with marking switched off, in which nothing
 * of ours runs. Both in one run, in turns.
 */
import type { Page } from 'puppeteer-core';
import { viewerPath } from '../../src/shared/pdf/address.ts';
import { serve } from '../../src/tools/serve.ts';
import { launch } from '../browser/harness/browsers.ts';
import { inExtension, openOptions, tick } from '../browser/harness/own-pages.ts';
import { print } from '../browser/harness/pdf.ts';
import { until } from '../browser/harness/probe.ts';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 7);
const SENTENCES = [
  'Memantine is an NMDA receptor antagonist; amantadine, ketamine and dextromethorphan should not be given beside it.',
  'The pharmacokinetics were studied in volunteers of several ages, and nothing in them asked for another dose.',
  'Мемантин не следует применять вместе с препаратом амантадин, а о других лекарствах говорит врач.',
  'Store below 25 °C in the original package, out of the sight and reach of children, and return what is left over.',
];

/** A document of so many pages, with headings, two columns, tables and footnotes, in two scripts. */
function documentOf(pages: number): string {
  const body = Array.from({ length: pages }, (_, page) => {
    const text = Array.from({ length: 14 }, (_line, line) => `<p>${SENTENCES[(page + line) % SENTENCES.length]}</p>`);
    const rows = '<tr><td>amantadine<td>avoid<td>1<tr><td>warfarin<td>monitor<td>2'.repeat(2);
    return `<section><h2>${page + 1}. Part</h2><div>${text.join('')}</div><table>${rows}</table><small><sup>1</sup> See memantine.</small></section>`;
  });
  const style = 'section { break-after: page } div { columns: 2; font: 11px/1.4 serif } td { border: 1px solid }';
  return `<!doctype html><html lang="en"><title>${pages} pages</title><style>${style}</style>${body.join('')}</html>`;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

interface Sample {
  readonly first: number;
  readonly names: number;
  readonly heap: number;
}

async function main(): Promise<void> {
  const sizes = (process.env.BENCH_PAGES ?? '2,60').split(',').map(Number);
  const printed = await print(sizes.map(documentOf));
  const site = await serve(
    import.meta.dirname,
    Object.fromEntries(sizes.map((size, index) => [`/${size}.pdf`, printed[index]!.pdf])),
  );
  const lens = await launch('chrome');
  const options = await openOptions(lens);
  try {
    for (const size of sizes) {
      const [ours, alone]: [Sample[], Sample[]] = [[], []];
      for (let round = 0; round < ROUNDS; round++) {
        for (const on of round % 2 ? [true, false] : [false, true]) {
          await tick(options, '#enabled', on);
          const page = await lens.newPage();
          (on ? ours : alone).push(await sample(page, lens.extensionUrl(viewerPath(`${site.origin}/${size}.pdf`)), on));
          await page.close();
        }
      }
      report(size, ours, alone);
    }
  } finally {
    await lens.close();
    await site.close();
  }

  async function sample(page: Page, url: string, on: boolean): Promise<Sample> {
    // As text, so that no transpiler's helper gets into the page.
    await page.evaluateOnNewDocument(`(function look() {
      if (document.querySelector('.page[data-loaded="true"] canvas')) globalThis.firstPage = performance.now();
      else requestAnimationFrame(look);
    })()`);
    await page.bringToFront();
    await page.goto(url);
    const first = await until(
      () => page.evaluate(() => (globalThis as unknown as { firstPage?: number }).firstPage ?? 0),
      (time) => time > 0,
      60_000,
    );
    // All names: the count stays the same for a while.
    let names = 0;
    if (on) {
      let [count, since] = [-1, 0];
      const ask = async (): Promise<number> =>
        inExtension<number>(
          options,
          `(await api.tabs.sendMessage((await api.tabs.query({ active: true }))[0].id, { lens: 'list-mentions' }, { frameId: 0 }).catch(() => undefined))?.mentions.length ?? 0`,
        );
      await until(
        async () => {
          const now = await ask();
          if (now !== count) [count, since] = [now, await page.evaluate(() => performance.now())];
          return (await page.evaluate(() => performance.now())) - since;
        },
        (quiet) => count > 0 && quiet > 1_000,
        300_000,
      );
      names = since;
    }
    const { JSHeapUsedSize } = await page.metrics();
    return { first, names, heap: (JSHeapUsedSize ?? 0) / 2 ** 20 };
  }
}

function report(size: number, ours: readonly Sample[], alone: readonly Sample[]): void {
  const [mine, theirs] = [median(ours.map(({ first }) => first)), median(alone.map(({ first }) => first))];
  console.log(
    [
      `${size} pages:`,
      `first page ${mine.toFixed(0)} ms, PDF.js alone ${theirs.toFixed(0)} ms, ratio ${(mine / theirs).toFixed(2)} (goal ≤ 1.1);`,
      `all names ${median(ours.map(({ names }) => names)).toFixed(0)} ms;`,
      `heap ${median(ours.map(({ heap }) => heap)).toFixed(1)} MB, alone ${median(alone.map(({ heap }) => heap)).toFixed(1)} MB`,
    ].join(' '),
  );
}

await main();
