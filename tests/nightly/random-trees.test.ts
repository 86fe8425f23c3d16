/** Ten thousand trees that change by chance, five thousand in each browser. */
import { expect, it } from 'vitest';
import { serve } from '../../src/tools/serve.ts';
import { BROWSERS, launch } from '../browser/harness/browsers.ts';
import { settleTrees } from '../browser/random-trees/settle.ts';

const AT_ONCE = 500;
const ROUNDS = 10;

it.each(BROWSERS)('random trees settle to the marks of a fresh scan, in %s', async (name) => {
  const [lens, site] = await Promise.all([
    launch(name),
    serve(import.meta.dirname, { '/': '<!doctype html><meta charset="utf-8"><body>' }),
  ]);
  try {
    const page = await lens.newPage();
    for (let round = 0; round < ROUNDS; round++) {
      await lens.open(page, `${site.origin}/`);
      const { wrong } = await settleTrees(page, 10_000 * (round + 1), AT_ONCE);
      expect(wrong.slice(0, 3)).toEqual([]);
    }
  } finally {
    await lens.close();
    await site.close();
  }
});
