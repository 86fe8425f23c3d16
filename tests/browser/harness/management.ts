/** The browser's own page for extensions: reloads ours, switches it off and on, and tells what it did wrong. */
import { resolve } from 'node:path';
import type { Lens } from './browsers.ts';

export interface Management {
  reload(): Promise<void>;
  /** Switched off; in Firefox, where no test can do that, removed. */
  off(): Promise<void>;
  on(): Promise<void>;
  /** What Chromium lists as errors of the extension; Firefox lists none. */
  errors(): Promise<string[]>;
}

const GECKO_ID = 'memantine-lens@memantine-lens.example';

export async function manage(lens: Lens): Promise<Management> {
  return lens.name === 'chrome' ? chromium(lens) : firefox(lens);
}

async function chromium(lens: Lens): Promise<Management> {
  const id = JSON.stringify(new URL(lens.extensionUrl('')).host);
  const page = await lens.newPage();
  await page.goto('chrome://extensions');
  // Without it an unpacked extension does not come back.
  await page.evaluate('chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })');
  return {
    reload: async () => void (await page.evaluate(`chrome.developerPrivate.reload(${id}, { failQuietly: true })`)),
    off: async () => void (await page.evaluate(`chrome.management.setEnabled(${id}, false)`)),
    on: async () => void (await page.evaluate(`chrome.management.setEnabled(${id}, true)`)),
    errors: async () =>
      (await page.evaluate(`chrome.developerPrivate.getExtensionInfo(${id}).then(
        ({ runtimeErrors, manifestErrors }) => [...runtimeErrors, ...manifestErrors].map(({ message }) => message))`)) as string[],
  };
}

async function firefox(lens: Lens): Promise<Management> {
  const install = async () => void (await lens.browser.installExtension(resolve('dist/firefox')));
  return {
    // Installing it over itself is what a reload does.
    reload: install,
    off: () => lens.browser.uninstallExtension(GECKO_ID),
    on: install,
    errors: async () => [],
  };
}
