/**
 * What a browser holds in memory after a collection: for a page, counted over the process that has it, and for our own
 * background script. A leak shows as one of these growing from one reading to the next.
 *
 * Chromium tells its debuggers; Firefox has the figures behind about:memory, which its own window may ask for.
 */
import type { Page } from 'puppeteer-core';
import { inFirefoxWindow } from './browser-side.ts';
import type { Lens } from './browsers.ts';

/** Readings of one moment. Firefox counts no nodes: there it is their bytes. */
export interface Held {
  /** Bytes of scripts and documents in the page's process. */
  readonly heap: number;
  readonly listeners: number;
  readonly nodes: number;
  readonly documents: number;
  /** Bytes of our service worker; in Firefox of all our own pages, its background page among them. 0 where we are not. */
  readonly worker: number;
}

/** Collects what nothing holds, and reads. The page's address must be shown by no other tab. */
export function held(lens: Lens, page: Page): Promise<Held> {
  return lens.name === 'chrome' ? heldInChromium(lens, page) : heldInFirefox(lens, page);
}

async function heldInChromium(lens: Lens, page: Page): Promise<Held> {
  const session = await page.createCDPSession();
  // Finalisers run between two collections, and let go of more.
  for (let k = 0; k < 3; k++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { documents, nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  await session.detach();
  const id = new URL(lens.extensionUrl('')).host;
  const target = lens.browser.targets().find((one) => one.type() === 'service_worker' && one.url().includes(id));
  const client = (await target?.worker())?.client;
  await client?.send('HeapProfiler.collectGarbage');
  const worker = (await client?.send('Runtime.getHeapUsage'))?.usedSize ?? 0;
  return { heap: usedSize, listeners: jsEventListeners, nodes, documents, worker };
}

function heldInFirefox(lens: Lens, page: Page): Promise<Held> {
  // Paths of the reports have slashes turned round inside addresses.
  const own = JSON.stringify(lens.extensionUrl('').replaceAll('/', '\\'));
  return inFirefoxWindow(
    lens,
    `(await (async () => {
      const manager = Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager);
      for (let k = 0; k < 2; k++) {
        Services.obs.notifyObservers(null, 'child-mmu-request');
        await new Promise((done) => manager.minimizeMemoryUsage(done));
      }
      const { children } = await ChromeUtils.requestProcInfo();
      const shown = children.find(({ windows }) =>
        windows.some(({ documentURI }) => documentURI?.spec === ${JSON.stringify(page.url())}));
      const sums = { heap: 0, listeners: 0, nodes: 0, documents: 0, worker: 0 };
      const windows = new Set();
      const report = (process, path, kind, units, amount) => {
        if (path.startsWith('explicit/window-objects/') && path.includes(${own})) sums.worker += amount;
        if (!process.includes('(pid ' + shown.pid + ')')) return;
        if (/^explicit\\/(window-objects|js-non-window|dom)\\//.test(path)) sums.heap += amount;
        if (/^explicit\\/.*\\/dom\\/(element|text|orphan)-nodes$/.test(path)) sums.nodes += amount;
        if (path.endsWith('/dom/event-listeners')) sums.listeners += amount;
        const [, named] = /^explicit\\/(window-objects\\/.*\\/window\\(.*?\\))\\/dom\\//.exec(path) ?? [];
        if (named) windows.add(named);
      };
      await new Promise((done) => manager.getReports(report, null, done, null, false));
      sums.documents = windows.size;
      return sums;
    })())`,
  );
}
