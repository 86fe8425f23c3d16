/** The whole path on our own demo page: marks, card, site switch, and a page left as it was. */
import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '../../src/tools/serve.ts';
import { BROWSERS, type Lens, launch } from './harness/browsers.ts';
import { ask, markedTexts, TALL, until } from './harness/probe.ts';

const DEMO = resolve(import.meta.dirname, '../../src/tools/demo');

describe.each(BROWSERS)('the demo page in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    [lens, site] = await Promise.all([launch(name), serve(DEMO)]);
    page = await lens.newPage();
    await page.setViewport(TALL);
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await lens.open(page, `${site.origin}/`);
  });

  afterAll(async () => {
    await lens?.close();
    await site?.close();
  });

  /** Middle of the topmost painted range with this text. */
  async function middleOf(text: string): Promise<{ x: number; y: number }> {
    const highlights = await until(
      () => ask(page, 'highlights'),
      (all) => all.some((h) => h.ranges.some((r) => r.text === text)),
    );
    const ranges = highlights.flatMap((h) => h.ranges).filter((r) => r.text === text);
    const { box } = ranges.sort((a, b) => a.box.y - b.box.y)[0]!;
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  /** From the margin straight onto a place, so that no other mark is crossed. */
  async function restOn({ x, y }: { x: number; y: number }): Promise<void> {
    await page.mouse.move(8, y);
    await page.mouse.move(x, y);
  }

  it('marks names in prose, split by markup, in the list, the table, the link and the shadow root', async () => {
    const texts = await until(
      () => markedTexts(page),
      (all) => all.includes('memantine hydrochloride') && all.includes('Donepezil'),
    );
    for (const expected of ['Ebixa', 'Amantadine', 'Ketamine', 'Dextromethorphan', 'Diamox', 'Sodium bicarbonate']) {
      expect(texts).toContain(expected);
    }
    // The name that <b> splits, and the one that carries a sign.
    expect(texts.filter((text) => text === 'memantine').length).toBeGreaterThanOrEqual(4);
    expect(texts.some((text) => /^Namenda/.test(text))).toBe(true);
  });

  it('leaves look-alikes, recipes, form fields and code alone', async () => {
    const texts = (await markedTexts(page)).map((text) => text.toLowerCase());
    expect(texts).not.toContain('rimantadine');
    expect(texts).not.toContain('baking soda');
    const inCode = await page.evaluate(() =>
      [...CSS.highlights.values()].some((h) =>
        [...h].some((r) => (r as Range).startContainer.parentElement?.closest('code')),
      ),
    );
    expect(inCode).toBe(false);
  });

  it('leaves the document as its author wrote it', async () => {
    const html = await page.evaluate(() => document.documentElement.outerHTML);
    const source = await page.evaluate(() => document.documentElement.outerHTML.includes('<template shadowrootmode'));
    expect(source).toBe(false);
    expect(html).not.toMatch(/memantine-lens|<mark|data-lens/);
    expect(html.match(/<span/g)).toHaveLength(1);
  });

  it('opens the card on hover, keeps it under the pointer, and closes it on Escape', async () => {
    const place = await middleOf('Amantadine');
    await restOn(place);
    const card = await until(
      () => ask(page, 'card'),
      (view) => view?.text.startsWith('Amantadine') === true,
    );
    expect(card!.text).toMatch(/Parkinson.*NMDA/);
    expect(card!.text).toMatch(/Avoid with memantine/);
    expect(card!.text).toMatch(/Ask a doctor or pharmacist/);

    // Into the card, slowly, and stay there beyond the grace period.
    const { box } = card!.panel!;
    await page.mouse.move(box.x + 40, box.y + 30, { steps: 12 });
    await new Promise((done) => setTimeout(done, 1_200));
    expect(await ask(page, 'card')).not.toBeNull();

    await page.keyboard.press('Escape');
    await until(
      () => ask(page, 'card'),
      (view) => view === null,
    );
  });

  it('says in the passage on depression that the use is off-label', async () => {
    const place = await middleOf('memantine');
    await restOn(place);
    const card = await until(
      () => ask(page, 'card'),
      (view) => view !== null && /off-label/i.test(view.text),
    );
    expect(card!.text).toMatch(/depress/i);
    await page.keyboard.press('Escape');
    await until(
      () => ask(page, 'card'),
      (view) => view === null,
    );
  });

  it('makes the page say nothing in its console', () => {
    expect(complaints).toEqual([]);
  });
});
