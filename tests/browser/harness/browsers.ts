/** The browsers that the tests drive, with the probe extension beside the built one. */
import { join } from 'node:path';
import type { BrowserName } from '../../../src/tools/find-browser.ts';
import { type LaunchOptions, type Lens, launch as launchLens } from '../../../src/tools/launch.ts';

export type { BrowserName, Lens };

/** Both, or the one that LENS_BROWSER names. */
export const BROWSERS: readonly BrowserName[] = process.env.LENS_BROWSER
  ? [process.env.LENS_BROWSER as BrowserName]
  : ['chrome', 'firefox'];

/** The settings of a fresh profile in tests: every mention is marked, where readers get the first in each section. */
const EVERY = { version: 1, marks: { quiet: 'every' } };

/**
 * Starts a browser with the built extension and the probe, and closes the first-run page: it comes once after the start
 * of a fresh profile, whenever the extension is ready, and would take the front from the page under test.
 *
 * @param options with `settings: {}` for what readers get at first.
 * @param before whether the profile has seen the first-run page before, so that none comes.
 * @throws when the first-run page does not come.
 */
export async function launch(
  name: BrowserName,
  options: LaunchOptions & { readonly settings?: object } = {},
  before = false,
): Promise<Lens> {
  const others = [join(import.meta.dirname, 'probe'), ...(options.others ?? [])];
  const lens = await launchLens(name, { ...options, others });
  if (before) return lens;
  const helper = await lens.newPage();
  await lens.open(helper, lens.extensionUrl('src/pages/options/index.html'));
  // Asked of the browser: WebDriver BiDi does not tell the addresses of our own pages.
  const closed = await helper.evaluate(async (settings) => {
    const api = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
    await api.storage.local.set({ settings });
    for (const end = Date.now() + 30_000; Date.now() < end; ) {
      const tab = (await api.tabs.query({})).find(({ url }) => url?.includes('src/pages/welcome/index.html'));
      if (tab?.status === 'complete') {
        await api.tabs.remove(tab.id!);
        return true;
      }
      await new Promise((done) => setTimeout(done, 50));
    }
    return false;
  }, options.settings ?? EVERY);
  if (!closed) throw new Error('the first-run page did not open');
  await helper.close();
  return lens;
}
