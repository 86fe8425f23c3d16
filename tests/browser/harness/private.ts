/** Private windows: allows our extension in them, as the reader does on the browser's page, and opens one. */
import type { Page } from 'puppeteer-core';
import { inFirefoxWindow } from './browser-side.ts';
import type { Lens } from './browsers.ts';
import { inExtension } from './own-pages.ts';
import { until } from './probe.ts';

const GECKO_ID = 'memantine-lens@memantine-lens.example';

/** The extension starts anew with it: pages of ours that were open are gone. */
export async function allowInPrivate(lens: Lens): Promise<void> {
  if (lens.name === 'firefox') {
    await inFirefoxWindow(
      lens,
      `await (async () => {
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        await ExtensionPermissions.add('${GECKO_ID}', { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
        await (await AddonManager.getAddonByID('${GECKO_ID}')).reload();
      })()`,
    );
    return;
  }
  const id = new URL(lens.extensionUrl('')).host;
  const page = await lens.newPage();
  await page.goto('chrome://extensions');
  // Without it an unpacked extension does not come back.
  await page.evaluate('chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })');
  await page.evaluate(
    `chrome.developerPrivate.updateExtensionConfiguration({ extensionId: '${id}', incognitoAccess: true })`,
  );
  await page.close();
  // While it starts anew its pages are blocked.
  const own = await lens.browser.newPage();
  const opens = () =>
    own.goto(lens.extensionUrl('src/pages/options/index.html')).then(
      () => true,
      () => false,
    );
  await until(opens, Boolean);
  await own.close();
}

/** Opens an address in a private window. Gives its page, and its tab's id. */
export async function openPrivately(lens: Lens, own: Page, url: string): Promise<{ page: Page; tabId: number }> {
  const created = await inExtension<{ tabs: { id: number }[] }>(
    own,
    `await api.windows.create({ incognito: true, url: ${JSON.stringify(url)} })`,
  );
  const find = async () => (await lens.browser.pages()).find((page) => page.url() === url);
  const page = (await until(find, (found) => found !== undefined))!;
  return { page, tabId: created.tabs[0]!.id };
}
