/**
 * `npm start -- [--browser chrome|firefox] [--url URL] [--headless --screenshot FILE]`
 *
 * Builds the extension and opens a browser with it on the demo page. With a screenshot it opens the first card, writes
 * the picture and ends, which needs no display.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { type BrowserName, byHand } from './find-browser.ts';
import { launch } from './launch.ts';
import { serve } from './serve.ts';

const ROOT = resolve(import.meta.dirname, '../..');

async function start(): Promise<void> {
  const { values } = parseArgs({
    options: {
      browser: { type: 'string', default: 'chrome' },
      url: { type: 'string' },
      headless: { type: 'boolean', default: false },
      screenshot: { type: 'string' },
    },
  });
  const name = values.browser;
  if (name !== 'chrome' && name !== 'firefox') throw new Error(`--browser takes chrome or firefox, not "${name}".`);
  const noDisplay = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  if (noDisplay && !values.headless) {
    throw new Error('No display here: run "npm start -- --headless --screenshot shot.png" for a picture.');
  }

  execFileSync('npx', ['vite', 'build', '--mode', name, '--logLevel', 'warn'], { cwd: ROOT, stdio: 'inherit' });
  const demo = await serve(resolve(ROOT, 'src/tools/demo'));
  const lens = await launch(name, { headless: values.headless, viewport: values.headless ? SHOT : null });
  const page = await lens.newPage();
  await lens.open(page, values.url ?? `${demo.origin}/`);

  if (!values.headless) {
    console.log(`${title(name)} is open with Memantine Lens. Close it to end. To load it by hand: ${byHand(name)}.`);
    await new Promise<void>((done) => lens.browser.once('disconnected', () => done()));
    await demo.close();
    return;
  }
  await openFirstCard(page);
  if (values.screenshot) {
    const file = resolve(process.env.INIT_CWD ?? ROOT, values.screenshot);
    mkdirSync(dirname(file), { recursive: true });
    await page.screenshot({ path: file as `${string}.png` });
    console.log(`${title(name)}: ${file}`);
  }
  await lens.close();
  await demo.close();
}

/** Rests the pointer on the first mark below the heading and waits until its card stands. Throws when none comes. */
async function openFirstCard(page: Page): Promise<void> {
  const place = await waitFor(page, FIRST_MARK, 'No mark appeared on the page.');
  const [x, y] = place as [number, number];
  await page.mouse.move(x - 30, y + 40);
  await page.mouse.move(x, y, { steps: 4 });
  await waitFor(page, CARD_STANDS, 'The card did not open.');
  // The card fades in.
  await new Promise((done) => setTimeout(done, 500));
}

async function waitFor(page: Page, expression: string, failure: string): Promise<unknown> {
  for (let tries = 0; tries < 100; tries += 1) {
    const value = await page.evaluate(expression);
    if (value) return value;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(failure);
}

/** Window of the picture, CSS pixels. */
const SHOT = { width: 1100, height: 860 };

/** Middle of the first painted range that a paragraph, list or table holds; as text, since it runs in the page. */
const FIRST_MARK = `(() => {
  const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
  const places = ranges
    .map((range) => ({ prose: range.startContainer.parentElement.closest('p, li, td'), box: range.getClientRects()[0] }))
    .filter(({ prose, box }) => prose && box)
    .sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x);
  const box = places[0]?.box;
  return box ? [box.x + box.width / 2, box.y + box.height / 2] : null;
})()`;

/** The card's host is the only element beside head and body. */
const CARD_STANDS = 'document.documentElement.childElementCount > 2';

function title(name: BrowserName): string {
  return name === 'chrome' ? 'Chromium' : 'Firefox';
}

try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
