/** Trees that change by chance, five hundred by night: what is known of each settles to what a fresh scan finds. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { isNightly } from '../sampling.ts';
import { BROWSERS, type Lens } from './harness/browsers.ts';
import { onStage } from './harness/stage.ts';
import { settleTrees } from './random-trees/settle.ts';

const TREES = isNightly ? 500 : 150;

describe.each(BROWSERS)('random trees in %s', (name) => {
  let lens: Lens;
  let page: Page;
  let origin: string;

  onStage(name, { '/': '<!doctype html><meta charset="utf-8"><body>' }, (stage) => {
    ({ lens, page } = stage);
    origin = stage.site.origin;
  });

  it('settle to the marks of a fresh scan', async () => {
    await lens.open(page, `${origin}/`);
    const { wrong, mentions } = await settleTrees(page, 1, TREES);
    expect(mentions).toBeGreaterThan(TREES);
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(wrong).toHaveLength(0);
  });
});
