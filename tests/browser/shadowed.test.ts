/**
 * A page whose form fields and pictures are named like everything that our code asks anything for: what it gets instead
 * of a property is an element. It lives and is marked; inside a form, cards open as well.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { Served } from '../../src/tools/serve.ts';
import { BROWSERS, type Lens } from './harness/browsers.ts';
import { foundTexts } from './harness/own-pages.ts';
import { until } from './harness/probe.ts';
import { onStage } from './harness/stage.ts';

const SRC = resolve(import.meta.dirname, '../../src');

/** Every name that stands after a dot, in braces before a node, or in quotes, in code that runs in pages. */
function namesInCode(): string[] {
  const names = new Set<string>();
  for (const folder of ['dom', 'frame', 'card', 'ui', 'platform']) {
    for (const file of readdirSync(join(SRC, folder), { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts')) continue;
      const text = readFileSync(join(SRC, folder, file), 'utf8');
      for (const [, name] of text.matchAll(/[.'{,]\s?([a-zA-Z][a-zA-Z0-9]{2,40})\b/g)) names.add(name!);
    }
  }
  return [...names].sort();
}

const NAMES = namesInCode();
const FIELDS = NAMES.map((name) => `<input type="hidden" name="${name}">`).join('');
const PICTURES = NAMES.map((name) => `<img hidden name="${name}" id="${name}">`).join('');

/** The page as it is, whatever it is named: asked for by what nothing can shadow. */
const ROOT = `Object.getOwnPropertyDescriptor(Document.prototype, 'documentElement').get.call(document)`;

describe.each(BROWSERS)('names that shadow the DOM, in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let page: Page;
  let own: Page;

  onStage(
    name,
    {
      '/form': `<!doctype html><meta charset="utf-8"><form id="f">${FIELDS}<p>Take memantine</p><div id="d"></div></form>`,
      '/document': `<!doctype html><meta charset="utf-8"><p>Take memantine</p><div id="d0"></div>${PICTURES}`,
    },
    (stage) => {
      ({ lens, site, page, own } = stage);
    },
  );

  async function opensCard(at: [number, number]): Promise<void> {
    await page.mouse.move(1, 1);
    await page.mouse.move(...at, { steps: 2 });
    await until(
      () => page.evaluate(`${ROOT}.childElementCount`),
      (count) => Number(count) > 2,
    );
    await page.keyboard.press('Escape');
    await until(
      () => page.evaluate(`${ROOT}.childElementCount`),
      (count) => count === 2,
    );
  }

  it.each(['form', 'document'])('of a %s', async (kind) => {
    expect(NAMES.length).toBeGreaterThan(500);
    for (const must of ['parentNode', 'closest', 'matches', 'documentElement', 'createElementNS', 'addEventListener']) {
      expect(NAMES).toContain(must);
    }
    const said: string[] = [];
    const listen = (error: unknown): void => void said.push(String(error));
    page.on('pageerror', listen);
    await lens.open(page, `${site.origin}/${kind}`);
    const found = (texts: readonly string[]): Promise<unknown> =>
      until(
        async () => (await foundTexts(own, `${site.origin}/${kind}`)).sort().join(),
        (all) => all === texts.join(),
        20_000,
      );
    await found(['memantine']);
    const box = (await until(
      () =>
        page.evaluate(`(() => {
          const box = [...CSS.highlights.values()].flatMap((one) => [...one])[0]?.getBoundingClientRect();
          return box && [box.x + box.width / 2, box.y + box.height / 2];
        })()`) as Promise<[number, number] | undefined>,
      (at) => at !== undefined,
    ))!;
    await opensCard(box);
    await page.evaluate(`${kind === 'form' ? 'd' : 'd0'}.textContent = 'and amantadine'`);
    await found(['amantadine', 'memantine']);
    page.off('pageerror', listen);
    expect(said).toEqual([]);
  });
});
