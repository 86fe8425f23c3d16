/** The uses that a page's words name, on cards in real browsers: from the page through the injected vocabulary. */

import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '../../src/tools/serve.ts';
import { BROWSERS, type Lens, launch } from './harness/browsers.ts';
import { ask, until } from './harness/probe.ts';

const PAGES = join(import.meta.dirname, 'card-stage/pages');
/** Each page names one medicine once. */
const TEXTS = {
  '/lead.html': '<p>Patients with major depression received memantine for eight weeks.',
  '/several.html': '<p>People write of memantine for ADHD, for OCD and for bipolar disorder.',
  '/no-evidence.html': '<p>Eight weeks of memantine for Castleman disease.',
  '/stage.html': "<p>Does memantine help in mild Alzheimer's disease?",
  '/doubt.html': '<p>I started metformin two weeks ago. Type 2 diabetes runs in the family.',
  '/cell.html': '<table><tr><th>Condition<th>Medicine<tr><td>Chronic tinnitus<td>memantine</table>',
};

describe.each(BROWSERS)('the uses on a card in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let page: Page;

  beforeAll(async () => {
    const pages = Object.fromEntries(
      Object.entries(TEXTS).map(([path, text]) => [
        path,
        `<!doctype html><meta charset="utf-8"><title>Page</title>${text}`,
      ]),
    );
    [lens, site] = await Promise.all([launch(name), serve(PAGES, pages)]);
    page = await lens.newPage();
  });
  afterAll(async () => {
    await lens?.close();
    await site?.close();
  });

  /** Text of the banners in the reading view of the page's mention. */
  async function bannerOn(path: keyof typeof TEXTS): Promise<string> {
    await page.mouse.move(1, 1);
    await lens.open(page, `${site.origin}${path}`);
    await page.bringToFront();
    const highlights = await until(
      () => ask(page, 'highlights'),
      (all) => all.some(({ ranges }) => ranges.length > 0),
    );
    const { box } = highlights.flatMap(({ ranges }) => ranges)[0]!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y + 200);
    // A click opens the reading view, which has all of them.
    await page.mouse.click(x, y);
    const banners = await until(
      () => ask(page, 'query', { selector: '.banner' }),
      (all) => all.length > 0 && all[0]!.text.length > 20,
    );
    return banners.map(({ text }) => text.replace(/\s+/g, ' ')).join(' ');
  }

  it('leads with the use that the sentence names', async () => {
    expect(await bannerOn('/lead.html')).toMatch(
      /In this passage.*Off-label.*major depression.*mixed.*limited.*less often given alone/,
    );
  });

  it('lists further uses, each with its status', async () => {
    const text = await bannerOn('/several.html');
    expect(text).toMatch(/Off-label.*attention deficit/i);
    expect(text).toMatch(/Also named here.*Off-label.*obsessive.*Off-label.*bipolar/i);
  });

  it('says of a use without evidence that it is not among the approved ones', async () => {
    expect(await bannerOn('/no-evidence.html')).toMatch(
      /Off-label.*Castleman disease.*Not among the approved uses in: US, EU.*no summary of studies/,
    );
  });

  it('does not call a stage approved that is not', async () => {
    const text = await bannerOn('/stage.html');
    expect(text).toMatch(/Off-label.*mild Alzheimer/i);
    expect(text).toMatch(/Approved only for: moderate to severe/);
  });

  it('says on what it depends where it is in doubt that an approved use is meant', async () => {
    const text = await bannerOn('/doubt.html');
    expect(text).toMatch(/In this passage\s*Perhaps approved for\s*Type 2 diabetes/);
    expect(text).toMatch(/Approved only for: type 2 diabetes/);
  });

  it("reads the head of a table's row", async () => {
    expect(await bannerOn('/cell.html')).toMatch(/Off-label.*tinnitus/i);
  });
});
