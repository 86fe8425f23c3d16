/** Marks on paper: none unless the reader wants them. Seen as pixels of the page in the browser's print medium. */
import type { Page } from 'puppeteer-core';
import { describe, it } from 'vitest';
import { setMedium } from './harness/browser-side.ts';
import { BROWSERS, type Lens } from './harness/browsers.ts';
import { slide, tick } from './harness/own-pages.ts';
import { ask, markedTexts, until } from './harness/probe.ts';
import { SAMPLE, USUAL } from './harness/sample.ts';
import { onStage } from './harness/stage.ts';

describe.each(BROWSERS)('marks in print in %s', (name) => {
  let lens: Lens;
  let page: Page;
  let options: Page;

  onStage(name, { '/': SAMPLE }, async (stage) => {
    ({ lens, page, own: options } = stage);
    await lens.open(page, `${stage.site.origin}/`);
    await until(
      () => markedTexts(page),
      (texts) => texts.length === USUAL.length,
    );
    await tick(options, '#marks-style-background');
    await slide(options, '#marks-color', '#aa0000');
  });

  /** How many pixels of the page have the colour of marks on white. */
  async function marked(): Promise<number> {
    const picture = await page.screenshot({ encoding: 'base64' });
    // Counted in a page of ours: the page under test stays as it is.
    return options.evaluate(async (data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
      context.drawImage(image, 0, 0);
      const { data: bytes } = context.getImageData(0, 0, image.width, image.height);
      let count = 0;
      for (let at = 0; at < bytes.length; at += 4) {
        const [red, green, blue] = [bytes[at]!, bytes[at + 1]!, bytes[at + 2]!];
        if (red > 215 && red < 240 && Math.abs(green - 178) < 12 && Math.abs(blue - 178) < 12) count++;
      }
      return count;
    }, picture);
  }

  it('has marks on the screen, none on paper, and on paper when the reader wants them', async () => {
    const enough = (count: number) => count > 1_000;
    await setMedium(lens, page, '');
    await until(marked, enough);
    await setMedium(lens, page, 'print');
    await until(marked, (count) => count === 0);
    const names = async () => (await ask(page, 'highlights')).map((highlight) => highlight.name);
    const before = await names();
    await tick(options, '#marks-inPrint', true);
    await until(names, (now) => now[0] !== before[0]);
    await until(marked, enough);
    await tick(options, '#marks-inPrint', false);
    await until(marked, (count) => count === 0);
    await setMedium(lens, page, '');
    await until(marked, enough);
  });
});
