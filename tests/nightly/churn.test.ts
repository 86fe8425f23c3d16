/** Ten minutes' worth of change in a page, as fast as the browser takes it: memory stays flat. */
import { expect, it } from 'vitest';
import { serve } from '../../src/tools/serve.ts';
import { launch } from '../browser/harness/browsers.ts';
import { markedTexts, until } from '../browser/harness/probe.ts';

const PAGE = '<!doctype html><meta charset="utf-8"><h1>memantine</h1><div id="log"></div>';
/** 2,000 changes a second for ten minutes; `CHURN` tries it with fewer. */
const CHANGES = Number(process.env.CHURN ?? 1_200_000);
const BATCHES = 12;

it('forgets what is gone', async () => {
  const [lens, site] = await Promise.all([launch('chrome'), serve(import.meta.dirname, { '/': PAGE })]);
  try {
    const page = await lens.newPage();
    await lens.open(page, `${site.origin}/`);
    await until(
      () => markedTexts(page),
      (texts) => texts.length === 1,
    );
    const session = await page.createCDPSession();
    const used: number[] = [];
    for (let batch = 0; batch < BATCHES; batch++) {
      await page.evaluate(`new Promise((done) => {
        const log = document.getElementById('log');
        let left = ${CHANGES / BATCHES};
        const step = () => {
          for (let k = 0; k < 200 && left > 0; k++, left--) {
            const line = document.createElement('div');
            line.textContent = left % 100 ? 'nothing in line ' + left : 'ketamine in line ' + left;
            log.append(line);
            if (log.childElementCount > 300) log.firstElementChild.remove();
          }
          if (left > 0) setTimeout(step, 10); else done();
        };
        step();
      })`);
      await page.evaluate(`document.getElementById('log').replaceChildren()`);
      await until(
        () => markedTexts(page),
        (texts) => texts.length === 1,
        30_000,
      );
      await session.send('HeapProfiler.collectGarbage');
      used.push((await page.metrics()).JSHeapUsedSize!);
    }
    console.log(`Heap after each batch, in KB: ${used.map((bytes) => Math.round(bytes / 1_000)).join(' ')}`);
    // The first batches warm caches up; from then on nothing grows.
    expect(used.at(-1)! - used[3]!).toBeLessThan(300_000);
  } finally {
    await lens.close();
    await site.close();
  }
});
