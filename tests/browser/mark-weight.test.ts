/**
 * Marks as they are drawn, measured on pictures: the more a medicine matters the more its mark stands out, also to eyes
 * without red or green cones, and on small text it stays out of the next line.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markStyle } from '../../src/frame/marks/mark-style.ts';
import { contrast } from '../../src/pages/options/contrast.ts';
import { VERDICTS } from '../../src/shared/policy/verdict.ts';
import { asSeen, EYES } from '../shared/policy/eyes.ts';
import { BROWSERS, type Lens, launch } from './harness/browsers.ts';

const PAPERS = ['#ffffff', '#2b2b2b'] as const;
const NAMES = {
  avoid: 'avoid',
  caution: 'caution',
  watch: 'watch',
  other: 'other',
  memantine: 'memantine',
  flash: 'flash',
};

/** What is seen of a mark below words that are not: pixels by colour, and how far below its line of text it reaches. */
interface Drawn {
  readonly pixels: Readonly<Record<string, number>>;
  readonly below: number;
}

describe.each(BROWSERS)('marks as drawn in %s', (name) => {
  let lens: Lens;
  let page: Page;

  beforeAll(async () => {
    lens = await launch(name);
    page = await lens.newPage();
  });

  afterAll(() => lens?.close());

  async function draw(
    style: 'underline' | 'dotted' | 'background',
    paper: string,
    size: number,
  ): Promise<Record<string, Drawn>> {
    const rules = markStyle({ style, color: 'auto', inPrint: true }, NAMES);
    await page.setContent(`<!doctype html><style>body { margin: 0; background: ${paper}; color: ${paper} }
      div { height: 40px; padding: 4px } span { font: ${size}px/1.2 sans-serif } ${rules}</style>
      ${VERDICTS.map((verdict) => `<div><span id="${verdict}">nnnnnnnnnnnnnnnnnnnnnnnn</span></div>`).join('')}`);
    await page.evaluate((ids) => {
      for (const id of ids) {
        const range = new Range();
        range.selectNodeContents(document.getElementById(id)!);
        CSS.highlights.set(id, new Highlight(range));
      }
    }, VERDICTS);
    await page.bringToFront();
    const picture = await page.screenshot({ encoding: 'base64' });
    return page.evaluate(
      async (data, ids, ground, line) => {
        const image = new Image();
        image.src = `data:image/png;base64,${data}`;
        await image.decode();
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [image.width, image.height];
        const context = canvas.getContext('2d')!;
        context.drawImage(image, 0, 0);
        return Object.fromEntries(
          ids.map((id) => {
            const place = document.getElementById(id)!;
            const box = place.parentElement!.getBoundingClientRect();
            const text = place.getBoundingClientRect();
            const pixels: Record<string, number> = {};
            let lowest = 0;
            const { data: bytes } = context.getImageData(text.x, box.y, text.width, box.height);
            for (let at = 0; at < bytes.length; at += 4) {
              const hex = [0, 1, 2].map((part) => bytes[at + part]!.toString(16).padStart(2, '0')).join('');
              if (`#${hex}` === ground) continue;
              pixels[`#${hex}`] = (pixels[`#${hex}`] ?? 0) + 1;
              lowest = Math.floor(at / 4 / Math.floor(text.width)) + 1;
            }
            return [id, { pixels, below: box.y + lowest - (text.y + text.height / 2 + line / 2) }];
          }),
        );
      },
      picture,
      VERDICTS,
      paper,
      size * 1.2,
    );
  }

  it.each([
    ['underline', 16],
    ['underline', 13],
    ['dotted', 16],
    ['background', 16],
  ] as const)('weigh the more the more they matter: %s on text of %i pixels', async (style, size) => {
    for (const paper of PAPERS) {
      const drawn = await draw(style, paper, size);
      for (const eyes of EYES) {
        const weights = (['avoid', 'caution', 'watch', 'other'] as const).map((verdict) =>
          Object.entries(drawn[verdict]!.pixels).reduce(
            (sum, [color, count]) => sum + count * Math.log(contrast(asSeen(color, eyes), asSeen(paper, eyes))),
            0,
          ),
        );
        expect([paper, eyes, ...weights]).toEqual([paper, eyes, ...weights.toSorted((a, b) => b - a)]);
        expect(weights.at(-1)).toBeGreaterThan(0);
      }
    }
  });

  it.each([8, 9, 12])('stay above the middle of the next line on text of %i pixels', async (size) => {
    const drawn = await draw('underline', '#ffffff', size);
    for (const verdict of VERDICTS) expect(drawn[verdict]!.below).toBeLessThan(size / 2);
  });
});
