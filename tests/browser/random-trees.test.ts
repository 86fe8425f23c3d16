/** Five hundred trees that change by chance: what is known of each settles to what a fresh scan finds. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { BROWSERS, type Lens } from './harness/browsers.ts';
import { onStage } from './harness/stage.ts';
import { settleTrees } from './random-trees/settle.ts';

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
    const { wrong, mentions } = await settleTrees(page, 1, 500);
    expect(mentions).toBeGreaterThan(500);
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(wrong).toHaveLength(0);
  });
});
