/**
 * What a reader does in the browser and not in a page: site access, keyboard shortcuts, the context menu, the toolbar.
 *
 * Firefox is driven through its own window, as a click or key would. Chromium's window cannot be driven: access is changed
 * through what its extensions page calls, and shortcuts and menus are told to the service worker as the browser tells them.
 */
import type { CDPSession, Page, Target } from 'puppeteer-core';
import type { Lens } from './browsers.ts';
import { inExtension } from './own-pages.ts';

/** A place in Chromium's extensions page, which has an API of its own. */
async function onExtensionsPage(lens: Lens, call: (id: string) => string): Promise<void> {
  const page = await lens.browser.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(call(new URL(lens.extensionUrl('')).host));
  await page.close();
}

/** Evaluates in Firefox's own window. Gives what JSON can carry. */
export async function inFirefoxWindow<T>(lens: Pick<Lens, 'browser'>, expression: string): Promise<T> {
  const { connection } = lens.browser as unknown as {
    connection: { send: (method: string, parameters: object) => Promise<{ result: never }> };
  };
  const tree: { contexts: { context: string }[] } = (
    await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 })
  ).result;
  const answer: { type: string; result?: { value: string }; exceptionDetails?: { text: string } } = (
    await connection.send('script.evaluate', {
      expression: `(async () => JSON.stringify((${expression}) ?? null))()`,
      target: { context: tree.contexts[0]!.context },
      awaitPromise: true,
    })
  ).result;
  if (answer.type !== 'success') throw new Error(`in Firefox's window: ${answer.exceptionDetails?.text}`);
  return JSON.parse(answer.result!.value) as T;
}

/** Shows the page in front as on paper (`print`), or as it is. */
export async function setMedium(lens: Lens, page: Page, of: 'print' | ''): Promise<void> {
  await page.bringToFront();
  // WebDriver BiDi knows no media: the browser's own developer tools set it in this way.
  if (lens.name === 'firefox')
    await inFirefoxWindow(lens, `(gBrowser.selectedBrowser.browsingContext.mediumOverride = '${of}')`);
  else await page.emulateMediaType(of || undefined);
  const isPrint = await page.evaluate(() => matchMedia('print').matches);
  if (isPrint !== (of === 'print')) throw new Error('the browser did not change the medium');
}

/** Takes the access to all sites away, as the reader does on the browser's page about the extension. */
export async function withholdAccess(lens: Lens, own: Page): Promise<void> {
  if (lens.name === 'chrome') {
    const change = (id: string) =>
      `chrome.developerPrivate.updateExtensionConfiguration({ extensionId: '${id}', hostAccess: 'ON_CLICK' })`;
    await onExtensionsPage(lens, change);
  } else await inExtension(own, `await api.permissions.remove({ origins: ['<all_urls>'] })`);
}

/**
 * Answers the browser's question about access with yes: in Firefox by the button of its prompt; in Chromium, whose prompt
 * no driver reaches, by giving the access on the extensions page.
 *
 * @returns whether there was something to answer.
 */
export async function agreeToAccess(lens: Lens): Promise<boolean> {
  if (lens.name === 'chrome') {
    await onExtensionsPage(lens, (id) => `chrome.developerPrivate.addHostPermission('${id}', '*://*/*')`);
    return true;
  }
  return inFirefoxWindow(
    lens,
    `(() => {
      const prompt = document.getElementById('addon-webext-permissions-notification');
      if (prompt?.parentNode.state !== 'open') return false;
      prompt.button.click();
      return true;
    })()`,
  );
}

/** Runs a keyboard command of ours on a tab that is in front; in Firefox by its key, held with Alt and Shift. */
export async function useShortcut(lens: Lens, command: string, key: string, tabId: number): Promise<void> {
  if (lens.name === 'firefox') {
    await inFirefoxWindow(
      lens,
      `document.querySelector('keyset[id^=ext-keyset-id-memantine] key[key="${key}"]').doCommand()`,
    );
    return;
  }
  await inWorker(lens, `chrome.commands.onCommand.dispatch('${command}', await chrome.tabs.get(${tabId}))`);
}

/** Chooses our entry in the context menu of the text that is selected in the page. */
export async function lookUpSelection(lens: Lens, page: Page, tabId: number): Promise<void> {
  const { text, ...at } = await page.evaluate(() => {
    const { left, top, width, height } = getSelection()!.getRangeAt(0).getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2, text: String(getSelection()) };
  });
  await chooseInMenu(lens, page, tabId, 'look-up', { ...at, selectionText: text });
}

/**
 * Chooses one of our entries in the context menu of a place.
 *
 * @param on the place in CSS pixels, and what Chromium would tell of it; Firefox knows
 */
export async function chooseInMenu(
  lens: Lens,
  page: Page,
  tabId: number,
  entry: string,
  { x, y, ...clicked }: { x: number; y: number; selectionText?: string; linkUrl?: string },
): Promise<void> {
  if (lens.name === 'chrome') {
    const data = JSON.stringify({ menuItemId: entry, ...clicked });
    await inWorker(lens, `chrome.contextMenus.onClicked.dispatch(${data}, await chrome.tabs.get(${tabId}))`);
    return;
  }
  await page.mouse.click(x, y, { button: 'right' });
  await inFirefoxWindow(
    lens,
    `(async () => {
      const menu = document.getElementById('contentAreaContextMenu');
      while (menu.state !== 'open') await new Promise((done) => setTimeout(done, 50));
      const entry = [...menu.querySelectorAll('menuitem')].find(({ id }) => id.endsWith('menuitem-_${entry}'));
      if (entry.parentNode !== menu) entry.parentNode.openPopup();
      menu.activateItem(entry);
    })()`,
  );
}

/** Runs an expression in Chromium's service worker, which is woken for it. */
async function inWorker(lens: Lens, expression: string): Promise<void> {
  const id = new URL(lens.extensionUrl('')).host;
  const gone = new Set<Target>();
  const isOurs = (found: Target): boolean =>
    found.type() === 'service_worker' && found.url().includes(id) && !gone.has(found);
  for (let tries = 0; tries < 6; tries++) {
    // The newest: the driver may list one that has stopped.
    const here = lens.browser.targets().findLast(isOurs);
    if (!here) await wake(lens);
    const target = here ?? (await lens.browser.waitForTarget(isOurs, { timeout: 6_000 }).catch(() => undefined));
    const session = target && (await answering(target));
    if (session) {
      const asked = { expression: `(async () => { ${expression}; })()`, awaitPromise: true };
      const { exceptionDetails } = await session.send('Runtime.evaluate', asked);
      await session.detach();
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return;
    }
    if (target) gone.add(target);
  }
  throw new Error('the service worker does not start');
}

/** A session with a worker, if that one runs. */
async function answering(target: Target): Promise<CDPSession | undefined> {
  try {
    const session = await target.createCDPSession();
    await session.send('Runtime.evaluate', { expression: '1' }, { timeout: 5_000 });
    return session;
  } catch {
    return undefined;
  }
}

/** A worker that has nothing to do stops, and starts when something is asked of it. */
async function wake(lens: Lens): Promise<void> {
  const page = await lens.newPage();
  await lens.open(page, lens.extensionUrl('src/pages/popup/summary.html'));
  await page.evaluate('chrome.runtime.sendMessage({ lens: "publish" }).then(() => {}, () => {})');
  await page.close();
}

/**
 * Text of the popup that is open, wherever the browser shows it: from the toolbar, or in a tab of its own where it lets us
 * open none. Empty when there is none.
 *
 * @param own one of our own pages.
 */
export async function openedPopupText(own: Page): Promise<string> {
  return inExtension(
    own,
    `api.extension.getViews().find(({ location }) => location.pathname.startsWith('/src/pages/popup/'))?.document.body?.innerText ?? ''`,
  );
}
