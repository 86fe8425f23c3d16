/** Builds the trees' script and runs it in a page. */
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'puppeteer-core';

/** What came out: trees that did not settle, and how many mentions there were in all. */
export interface Settled {
  readonly wrong: readonly object[];
  readonly mentions: number;
}

let script: Promise<string> | undefined;

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'in-page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  return outputFiles[0]!.text;
}

/** Grows, changes and compares `count` trees, the first of this seed, all at once. */
export async function settleTrees(page: Page, seed: number, count: number): Promise<Settled> {
  script ??= bundle();
  await page.evaluate(`globalThis.settle || (() => { ${await script} })()`);
  return (await page.evaluate(`settle(${seed}, ${count})`)) as Settled;
}
