/** The browsers that the tests drive, with the probe extension beside the built one. */
import { join } from 'node:path';
import type { BrowserName } from '../../../src/tools/find-browser.ts';
import { type LaunchOptions, type Lens, launch as launchLens } from '../../../src/tools/launch.ts';
import { sharedBrowser } from './shared-browsers.ts';

export type { BrowserName, Lens };

const PROBE = join(import.meta.dirname, 'probe');

const BOTH: readonly BrowserName[] = ['chrome', 'firefox'];
const ONE = process.env.LENS_BROWSER;

/** Both, or the one that LENS_BROWSER names. */
export const BROWSERS = ONE ? BOTH.filter((name) => name === ONE) : BOTH;
if (BROWSERS.length === 0) throw new Error(`LENS_BROWSER is chrome or firefox, not "${ONE}".`);

/** The settings of a fresh profile in tests: every mention is marked, where readers get the first in each section. */
const EVERY = { version: 1, marks: { quiet: 'every' } };

/** How a browser of tests starts. Without the launcher's options the one that the files of a process share will do. */
export interface TestOptions extends LaunchOptions {
  /** `{}` for what readers get at first; default: every mention is marked. */
  readonly settings?: object;
  /** A browser of its own: for who changes what a shared one keeps, such as access to sites. */
  readonly alone?: boolean;
}

/**
 * A browser with the built extension as after its first start, without the first-run page.
 *
 * @throws when the first-run page does not come.
 */
export async function launch(
  name: BrowserName,
  { settings = EVERY, alone = false, ...options }: TestOptions = {},
): Promise<Lens> {
  const isUsual = !alone && Object.keys(options).length === 0;
  const start = (profile: string) => startFresh(name, settings, { profile });
  return (isUsual ? await sharedBrowser(name, start, settings) : undefined) ?? startFresh(name, settings, options);
}

/** Starts a browser on a profile that has been in use: no first-run page comes, and settings are as they were. */
export function launchAgain(name: BrowserName, options: LaunchOptions): Promise<Lens> {
  const others = [PROBE, ...(options.others ?? [])];
  return launchLens(name, { ...options, others });
}

/**
 * Starts a browser with the built extension and the probe, and closes the first-run page: it comes once after the start
 * of a fresh profile, whenever the extension is ready, and would take the front from the page under test.
 */
async function startFresh(name: BrowserName, settings: object, options: LaunchOptions): Promise<Lens> {
  const lens = await launchAgain(name, options);
  const helper = await lens.newPage();
  await lens.open(helper, lens.extensionUrl('src/pages/options/index.html'));
  // Asked of the browser: WebDriver BiDi does not tell the addresses of our own pages.
  const closed = await helper.evaluate(async (first) => {
    const api = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
    await api.storage.local.set({ settings: first });
    for (const end = Date.now() + 30_000; Date.now() < end; ) {
      const tab = (await api.tabs.query({})).find(({ url }) => url?.includes('src/pages/welcome/index.html'));
      if (tab?.status === 'complete') {
        await api.tabs.remove(tab.id!);
        return true;
      }
      await new Promise((done) => setTimeout(done, 50));
    }
    return false;
  }, settings);
  if (!closed) throw new Error('the first-run page did not open');
  await helper.close();
  return lens;
}
