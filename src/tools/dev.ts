/**
 * `npm run dev [-- --url URL]`: builds at every change of `src` and `knowledge`, and reloads the extension and the page
 * in an open Chromium. For work on the extension; `npm start` shows it to readers.
 */
import { execFileSync } from 'node:child_process';
import { watch } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { orEnd, ROOT } from './command.ts';
import { launch, needDisplay } from './launch.ts';
import { serve } from './serve.ts';

const { values } = parseArgs({ options: { url: { type: 'string' }, headless: { type: 'boolean', default: false } } });

orEnd(() => needDisplay(values.headless, '"npm run dev -- --headless" watches and builds without a window.'));

const generate = (): void =>
  void execFileSync('npx', ['tsx', 'src/tools/generate.ts'], { cwd: ROOT, stdio: 'inherit' });

generate();
const watcher = await build({ root: ROOT, mode: 'chrome', logLevel: 'warn', build: { watch: {} } });
if (!('on' in watcher)) throw new Error('Vite did not start to watch.');

/** Resolves at the end of the build that is under way, or of the next one. */
const built = (): Promise<void> =>
  new Promise((done) => {
    watcher.on('event', ({ code }) => {
      if (code === 'END') done();
    });
  });
await built();

const demo = await serve(resolve(ROOT, 'src/tools/demo'));
const lens = await launch('chrome', { headless: values.headless, viewport: null });
const page = await lens.newPage();
const address = values.url ?? `${demo.origin}/`;
await lens.open(page, address);
console.log(`Watching. The page is ${address}; close the browser to end.`);

watcher.on('event', async ({ code }) => {
  if (code !== 'END') return;
  const worker = lens.browser.targets().find((target) => target.type() === 'service_worker');
  await (await worker?.worker())?.evaluate('chrome.runtime.reload()').catch(() => undefined);
  await page.reload().catch(() => undefined);
  console.log(`${new Date().toLocaleTimeString()} reloaded`);
});

let pending: ReturnType<typeof setTimeout> | undefined;
watch(resolve(ROOT, 'knowledge'), { recursive: true }, () => {
  clearTimeout(pending);
  pending = setTimeout(() => {
    try {
      generate();
    } catch {
      // What is wrong was printed; the last build stays.
    }
  }, 300);
});

await new Promise<void>((done) => lens.browser.once('disconnected', () => done()));
await watcher.close();
await demo.close();
process.exit(0);
