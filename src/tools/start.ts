/**
 * `npm start`: builds the extension and opens a browser with it; USAGE says how. With a screenshot it opens the first
 * card, where there is a mark, writes the picture and ends, which needs no display.
 */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { end, ROOT, runQuietly } from './command.ts';
import { BROWSERS } from './find-browser.ts';
import { type Lens, launch, needDisplay } from './launch.ts';
import { serve } from './serve.ts';

const USAGE = `npm start -- [--browser chrome|firefox] [--headless --screenshot FILE] [PAGE]

Builds the extension and opens a browser with it.

PAGE          an address, a path or a file: address; without it, a page made to try the extension on
--browser     chrome (Chromium, the default) or firefox
--headless    without a window
--screenshot  with --headless: a picture of the page with the first card open`;

async function start(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      browser: { type: 'string', default: 'chrome' },
      url: { type: 'string' },
      headless: { type: 'boolean', default: false },
      screenshot: { type: 'string' },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const name = values.browser;
  if (name !== 'chrome' && name !== 'firefox') throw new Error(`--browser takes chrome or firefox, not "${name}".`);
  if (values.screenshot && !values.headless) throw new Error('--screenshot goes with --headless.');
  const { title, byHand } = BROWSERS[name];
  needDisplay(values.headless, 'run "npm start -- --headless --screenshot shot.png" for a picture.');

  const asked = values.url ?? positionals[0];
  const file = asked === undefined ? resolve(ROOT, 'src/tools/demo/index.html') : fileOf(asked);
  runQuietly('npx', ['vite', 'build', '--mode', name, '--logLevel', 'warn']);
  // Chromium gives files to no extension before it is allowed to in its settings: they are served instead.
  const site = file === undefined ? undefined : await serve(dirname(file));
  const lens = await launch(name, { headless: values.headless, viewport: values.headless ? SHOT : null });
  await firstRunPage(lens);
  const page = await lens.newPage();
  await lens.open(page, site && file ? `${site.origin}/${encodeURIComponent(basename(file))}` : asked!);

  if (!values.headless) {
    console.log(`${title} is open with Memantine Lens. Close it to end. To load it by hand: ${byHand}.`);
    await new Promise<void>((done) => lens.browser.once('disconnected', () => done()));
    await site?.close();
    return;
  }
  if (!(await openFirstCard(page))) console.log('No name of ours was found on this page: no card is open.');
  if (values.screenshot) {
    const picture = resolve(process.env.INIT_CWD ?? ROOT, values.screenshot);
    mkdirSync(dirname(picture), { recursive: true });
    await page.screenshot({ path: picture as `${string}.png` });
    console.log(`${title}: ${picture}`);
  }
  await lens.close();
  await site?.close();
}

/** The file that a path or a `file:` address names; undefined for an address of the web. Throws, in one line, where there is none. */
function fileOf(asked: string): string | undefined {
  if (/^https?:\/\//i.test(asked)) return undefined;
  const scheme = /^([a-z][a-z\d+.-]+):/i.exec(asked)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'file') {
    throw new Error(`A page is an address (https://…), a path or a file: address, not "${asked}".`);
  }
  const path = scheme === 'file' ? fileURLToPath(asked) : resolve(process.env.INIT_CWD ?? ROOT, asked);
  const whole = existsSync(path) && statSync(path).isDirectory() ? resolve(path, 'index.html') : path;
  if (!existsSync(whole)) throw new Error(`There is no file ${whole}. An address of the web begins with https://.`);
  return whole;
}

/** Rests the pointer on the first mark below the heading and waits until its card stands; false where there is no mark. */
async function openFirstCard(page: Page): Promise<boolean> {
  // Only what is in view is marked, and a first-run page that comes late is in front.
  const place = await waitFor(page, FIRST_MARK, () => page.bringToFront());
  if (!place) return false;
  const [x, y] = place as [number, number];
  await page.mouse.move(x - 30, y + 40);
  await page.mouse.move(x, y, { steps: 4 });
  if (!(await waitFor(page, CARD_STANDS))) throw new Error('The card did not open.');
  // The card fades in.
  await new Promise((done) => setTimeout(done, 500));
  return true;
}

/** The first-run page comes once in a fresh profile: waits for it, so that the page that was asked for is in front. */
async function firstRunPage({ name, browser, extensionUrl }: Lens): Promise<void> {
  // Firefox's driver does not tell the addresses of our own pages.
  if (name === 'firefox') return;
  const address = extensionUrl('src/pages/welcome/index.html');
  await browser.waitForTarget((target) => target.url() === address, { timeout: 10_000 }).catch(() => undefined);
}

/** What an expression gives once it gives something; undefined after a hundred looks, ten seconds or more. */
async function waitFor(page: Page, expression: string, before?: () => Promise<void>): Promise<unknown> {
  for (let tries = 0; tries < 100; tries += 1) {
    await before?.();
    const value = await page.evaluate(expression);
    if (value) return value;
    await new Promise((done) => setTimeout(done, 100));
  }
  return undefined;
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

await start().catch(end);
