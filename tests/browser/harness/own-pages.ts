/** Our own pages (popup, options, first run) in a driven browser. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { viewerPath } from '../../../src/shared/pdf/address.ts';
import type { Lens } from './browsers.ts';
import { until } from './probe.ts';

/** Opens one of our pages and waits until it has drawn. `path` such as `src/pages/options/index.html`. */
export async function openOwn(lens: Lens, path: string, ready: string): Promise<Page> {
  const page = await lens.newPage();
  await lens.open(page, lens.extensionUrl(path));
  await page.waitForSelector(ready);
  return page;
}

export function openOptions(lens: Lens): Promise<Page> {
  return openOwn(lens, 'src/pages/options/index.html', '#about');
}

/**
 * Opens the popup for the tab that shows an address, as the browser opens it in a tab of its own where it has no popups.
 *
 * @param helper one of our own pages, which may ask for tabs.
 */
export async function openPopup(lens: Lens, helper: Page, url: string): Promise<Page> {
  const id = await inExtension<number>(
    helper,
    `(await api.tabs.query({})).find((tab) => tab.url?.startsWith(${JSON.stringify(url)}))?.id`,
  );
  const popup = await openOwn(lens, `src/pages/popup/index.html?tab=${id}`, '#search-text');
  await popup.setViewport({ width: 360, height: 600 });
  return popup;
}

/** Value of an expression in one of our own pages, where `api` is the browser's extension API. */
export async function inExtension<T>(page: Page, expression: string): Promise<T> {
  const json = await page.evaluate(
    `(async () => { const api = globalThis.browser ?? chrome; return JSON.stringify((${expression}) ?? null); })()`,
  );
  return JSON.parse(json as string) as T;
}

const probe = readFileSync(join(import.meta.dirname, 'probe/probe.js'), 'utf8');

/** Opens the PDF viewer with the probe in it, which the browser starts in no page of another extension. */
export async function openViewer(lens: Lens, page: Page, document?: string): Promise<void> {
  await lens.open(page, lens.extensionUrl(viewerPath(document)));
  await page.waitForSelector('#says');
  await page.evaluate(`${probe};0`);
}

/** Texts of all mentions that the top frame of a page has, seen or not, in document order. */
export async function foundTexts(own: Page, url: string): Promise<string[]> {
  return inExtension(
    own,
    `await (async () => {
      const tab = (await api.tabs.query({})).find((one) => one.url?.startsWith(${JSON.stringify(url)}));
      // Nobody is there while the page's script has not started.
      const asked = api.tabs.sendMessage(tab.id, { lens: 'list-mentions', data: null }, { frameId: 0 });
      const answer = await asked.catch(() => undefined);
      return (answer?.mentions ?? []).map(({ text }) => text);
    })()`,
  );
}

/** What is in `storage.local` under a key. */
export async function stored(page: Page, key: string): Promise<unknown> {
  return inExtension(
    page,
    `({ ...(await api.storage.session.get(null)), ...(await api.storage.local.get(null)) })[${JSON.stringify(key)}]`,
  );
}

/** Puts a value into `storage.session` as the service worker does: encrypted with the key that lies in `storage.local`. */
export async function putSealed(page: Page, key: string, value: unknown): Promise<void> {
  await inExtension(
    page,
    `await (async () => {
      const jwk = (await api.storage.local.get('sessionKey')).sessionKey;
      const secret = await crypto.subtle.importKey('jwk', jwk, 'AES-GCM', true, ['encrypt']);
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const data = new TextEncoder().encode(${JSON.stringify(JSON.stringify(value))});
      const bytes = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, secret, data));
      await api.storage.session.set({ ${key}: btoa(String.fromCharCode(...iv, ...bytes)) });
    })()`,
  );
}

/** Brings a check box, switch or radio button to a state, as a click would. */
export async function tick(page: Page, selector: string, on = true): Promise<void> {
  await page.waitForSelector(selector);
  await page.$eval(
    selector,
    (input, to) => {
      if ((input as HTMLInputElement).checked !== to) (input as HTMLElement).click();
    },
    on,
  );
}

/** Clicks, in a tab that need not be in front: drivers wait for elements to be drawn, which in other tabs they never are. */
export async function press(page: Page, selector: string): Promise<void> {
  await page.waitForSelector(selector);
  await page.$eval(selector, (element) => (element as HTMLElement).click());
}

/** Puts a text into a field, as if it were typed at once. */
export async function fill(page: Page, selector: string, text: string): Promise<void> {
  await page.$eval(
    selector,
    (input, value) => {
      (input as HTMLInputElement).focus();
      (input as HTMLInputElement).value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    },
    text,
  );
}

/** Chooses an option of a list. */
export async function choose(page: Page, selector: string, value: string): Promise<void> {
  await page.select(selector, value);
}

/** Moves a slider or colour field, which drivers cannot. */
export async function slide(page: Page, selector: string, value: string): Promise<void> {
  await page.$eval(
    selector,
    (input, to) => {
      (input as HTMLInputElement).value = to;
      input.dispatchEvent(new Event('input'));
      input.dispatchEvent(new Event('change'));
    },
    value,
  );
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Clicks what saves a file and gives the text of the file. */
export async function savedText(page: Page, selector: string): Promise<string> {
  await page.evaluate(() => {
    URL.createObjectURL = (blob) => {
      Object.assign(globalThis, { saved: (blob as Blob).text() });
      return '#';
    };
  });
  // A popup that follows a setting draws its buttons anew.
  await page.waitForSelector(selector);
  await press(page, selector);
  await until(
    () => page.evaluate(() => 'saved' in globalThis),
    (saved) => saved,
  );
  return page.evaluate(async () => {
    const text = await (globalThis as unknown as { saved: Promise<string> }).saved;
    delete (globalThis as { saved?: unknown }).saved;
    return text;
  });
}

/** The text of an element; none while the page that has it is loading. */
export function textOf(page: Page, selector: string): Promise<string> {
  return page.$eval(selector, (element) => element.textContent ?? '').catch(() => '');
}

/** Waits until the text of an element has these words. */
export function untilSays(page: Page, selector: string, words: string | RegExp): Promise<string> {
  return until(
    () => textOf(page, selector),
    (found) => (typeof words === 'string' ? found.includes(words) : words.test(found)),
    20_000,
  );
}

let files: string | undefined;
/** Gone with the process: pages read a file when they come to that. */
function filesFolder(): string {
  if (!files) {
    const made = mkdtempSync(join(tmpdir(), 'lens-files-'));
    process.once('exit', () => rmSync(made, { recursive: true, force: true }));
    files = made;
  }
  return files;
}

/** Clicks what asks for a file, and chooses one of this name and content as the dialog would. */
export async function giveFile(page: Page, selector: string, name: string, content: string): Promise<void> {
  const path = join(mkdtempSync(join(filesFolder(), 'file-')), name);
  writeFileSync(path, content);
  // The field of the dialog is never in the page: it is caught when it is clicked. As text, since a transpiler gives
  // functions helpers that are not in the page.
  await page.evaluate(`HTMLInputElement.prototype.click = function () {
    this.id = 'caught';
    document.body.append(this);
  }; 0`);
  await press(page, selector);
  const input = (await page.waitForSelector('#caught')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(path);
  await page.evaluate(() => {
    document.getElementById('caught')?.remove();
    delete (HTMLInputElement.prototype as { click?: unknown }).click;
  });
}

/** What axe-core complains of in a page, one line each: the rule and where. Best practices included. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.bringToFront();
  await page.evaluate(`${axe};0`);
  return (await page.evaluate(`axe.run(document).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' ' + target + ' ' + failureSummary)))`)) as string[];
}
