/** Pictures of our own pages, and one page that shows them all. */
import { writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { inFirefoxWindow } from './browser-side.ts';
import type { Lens } from './browsers.ts';

const ROOT = resolve(import.meta.dirname, '../../..');

/** Takes pictures into a folder; its index.html shows those that were taken so far. */
export function createAlbum(folder: string): (shown: Page, name: string, fullPage?: boolean) => Promise<void> {
  const taken: string[] = [];
  return async (shown, name, fullPage = true) => {
    await shown.bringToFront();
    if (fullPage) await shown.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    // What the state brought is drawn in the next frames.
    await new Promise((done) => setTimeout(done, 500));
    const path = join(folder, `${name}.png`) as `${string}.png`;
    await shown.screenshot({ path, fullPage });
    taken.push(name);
    writeFileSync(join(folder, 'index.html'), overview(taken));
    console.log(relative(ROOT, path));
  };
}

function overview(names: readonly string[]): string {
  const figures = names.map(
    (name) => `<figure><figcaption>${name}</figcaption><img src="${name}.png" alt=""></figure>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Tour</title>
<style>body { display: flex; flex-wrap: wrap; gap: 16px; align-items: start; background: #999; font: 13px system-ui }
figure { margin: 0 } img { max-width: 520px; max-height: 900px; display: block }</style>
${figures.join('\n')}
`;
}

/** Has the browser draw pages in a few colours of the reader's own, or in the pages' again. */
export async function forceColors(lens: Lens, pages: readonly Page[], on: boolean): Promise<void> {
  if (lens.name === 'firefox') {
    await inFirefoxWindow(lens, `Services.prefs.setIntPref('browser.display.document_color_use', ${on ? 2 : 0})`);
    return;
  }
  for (const page of pages) {
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'forced-colors', value: on ? 'active' : 'none' }],
    });
  }
}
