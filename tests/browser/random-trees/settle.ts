/** Builds the trees' script and runs it in a page. */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { bundleOf } from '../harness/bundle.ts';

/** What came out: trees that did not settle, and how many mentions there were in all. */
export interface Settled {
  readonly wrong: readonly object[];
  readonly mentions: number;
}

let script: Promise<string> | undefined;

/** Grows, changes and compares `count` trees, the first of this seed, all at once. */
export async function settleTrees(page: Page, seed: number, count: number): Promise<Settled> {
  script ??= bundleOf(join(import.meta.dirname, 'in-page.ts'));
  await page.evaluate(`globalThis.settle || (() => { ${await script} })()`);
  return (await page.evaluate(`settle(${seed}, ${count})`)) as Settled;
}
