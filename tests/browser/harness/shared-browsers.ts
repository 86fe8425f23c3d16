/**
 * One Chromium and one Firefox for all test files of a process: a start costs more than most files' tests. Each file finds
 * them as after a fresh start: no tabs, storage as new, and the extension started anew, so that nothing is inherited.
 */
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserName } from '../../../src/tools/find-browser.ts';
import type { Lens } from '../../../src/tools/launch.ts';
import { inFirefoxWindow } from './browser-side.ts';
import { manage } from './management.ts';
import { inExtension } from './own-pages.ts';
import { until } from './probe.ts';

/** Folder for the profiles of shared browsers, removed after the run; without it (scripts, nightly runs) nothing is shared. */
const PROFILES = process.env.LENS_SHARED_PROFILES;

/** Milliseconds after which a browser is taken for one that hangs; it answers within a second or two. */
const LONG = 40_000;

/** The least of our pages, to ask the browser from. */
const LIGHT_PAGE = 'src/pages/popup/summary.html';

const running = new Map<BrowserName, Promise<Lens>>();

/**
 * The shared browser with the extension as after its first start.
 *
 * @param start starts one, with a profile in a folder; called for the first file of a process
 * @param settings what is stored as settings then
 * @returns undefined where nothing is shared. To close it closes its tabs.
 */
export async function sharedBrowser(
  name: BrowserName,
  start: (profile: string) => Promise<Lens>,
  settings: object,
): Promise<Lens | undefined> {
  if (!PROFILES) return undefined;
  const begin = (): Promise<Lens> => {
    const starting = start(mkdtempSync(join(PROFILES, `${name}-`))).then(async (lens) => {
      await allowRestarts(lens);
      return lens;
    });
    running.set(name, starting);
    return starting;
  };
  const known = running.get(name);
  const lens = known ? await renewed(known, settings).catch(begin) : await begin();
  return { ...lens, close: () => within(LONG, closeTabs(lens)).catch(() => end(lens)) };
}

/** Fails where the browser does not come back, which is closed then. */
async function renewed(known: Promise<Lens>, settings: object): Promise<Lens> {
  const lens = await known;
  try {
    await within(LONG, renew(lens, settings));
  } catch (error) {
    end(lens);
    throw error;
  }
  return lens;
}

/** Ends a browser that may no longer answer. */
function end({ browser }: Lens): void {
  browser.process()?.kill('SIGKILL');
}

/** The same, or a failure after so many milliseconds. */
function within<T>(time: number, wait: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error('the browser no longer answers')), time);
  });
  return Promise.race([wait, late]).finally(() => clearTimeout(timer));
}

/** In Chromium an unpacked extension that starts anew comes back in developer mode alone. */
async function allowRestarts(lens: Lens): Promise<void> {
  await manage(lens);
  await closeTabs(lens);
}

/** Closes all tabs; the browser needs one, which shows nothing. */
async function closeTabs(lens: Lens): Promise<void> {
  const before = lens.name === 'chrome' ? await lens.browser.pages() : [];
  await lens.browser.newPage();
  // Once a tab of Firefox has shown one of our own pages, the driver can no longer close it.
  if (lens.name === 'firefox')
    await inFirefoxWindow(lens, 'gBrowser.removeAllTabsBut(gBrowser.tabs[gBrowser.tabs.length - 1])');
  await Promise.all(before.map((page) => page.close()));
}

/** Brings the extension to the state after its first start, with these settings. */
async function renew(lens: Lens, settings: object): Promise<void> {
  await closeTabs(lens);
  const page = await lens.newPage();
  await lens.open(page, lens.extensionUrl(LIGHT_PAGE));
  // What lies in `storage.session` goes with a start. The page goes, too, so there is nothing to wait for. Firefox lets keys be
  // changed.
  await inExtension(
    page,
    `await Promise.all([api.storage.local.clear(), api.storage.session.clear()])
      .then(() => api.commands.getAll())
      .then((all) => Promise.all(all.map(({ name }) => api.commands.reset?.(name))))
      .then(() => api.storage.local.set(${JSON.stringify({ welcomed: true, settings })}))
      .then(() => api.storage.session.set({ former: true }))
      .then(() => void setTimeout(() => api.runtime.reload()))`,
  );
  // It is ready when it has written what pages are told. While it starts there are no pages of ours for a moment.
  await until(() => isReady(lens).catch(() => false), Boolean, 30_000);
  await closeTabs(lens);
}

async function isReady(lens: Lens): Promise<boolean> {
  const page = await lens.newPage();
  await lens.open(page, lens.extensionUrl(LIGHT_PAGE));
  return inExtension(
    page,
    `await (async () => {
      for (;;) {
        const [local, session] = [await api.storage.local.get(), await api.storage.session.get()];
        if ('former' in session) return false;
        if ('pageSettings' in { ...local, ...session }) return true;
        await new Promise((done) => setTimeout(done, 20));
      }
    })()`,
  );
}
