/**
 * Real browsers with the built extension: one launcher for both, driven by puppeteer-core (CDP for Chromium, WebDriver
 * BiDi for Firefox).
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findBrowser } from '../../../src/cli/find-browser.ts';

export type BrowserName = 'chrome' | 'firefox';
export const BROWSERS: readonly BrowserName[] = process.env.LENS_BROWSER
  ? [process.env.LENS_BROWSER as BrowserName]
  : ['chrome', 'firefox'];

const ROOT = resolve(import.meta.dirname, '../../..');
const PROBE = join(ROOT, 'tests/pages/harness/probe');
const GECKO_ID = 'memantine-lens@memantine-lens.example';
const GECKO_UUID = '5f0c2c3e-6f0b-4a4e-9d1c-3d2b1a0f9e8d';

/** A running browser with the extension, and what tests ask of it. */
export interface Lens {
  readonly name: BrowserName;
  readonly browser: Browser;
  /** Address of one of our own pages, such as `src/popup/index.html`. */
  readonly extensionUrl: (path: string) => string;
  /** A new tab. `goto` on extension pages works around Firefox, where it never resolves. */
  readonly newPage: () => Promise<Page>;
  readonly open: (page: Page, url: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface LaunchOptions {
  readonly headless?: boolean;
  /** Built folder, when not dist/<browser>. */
  readonly extension?: string;
  /** Profile folder to keep between two launches; absent: a fresh one, removed at the end. */
  readonly profile?: string;
  readonly args?: readonly string[];
  readonly prefs?: Readonly<Record<string, unknown>>;
  /** Without the probe extension. */
  readonly bare?: boolean;
}

/** Starts a browser with the built extension. Throws with how to get it when the browser or the build is missing. */
export async function launch(name: BrowserName, options: LaunchOptions = {}): Promise<Lens> {
  const extension = resolve(ROOT, options.extension ?? `dist/${name}`);
  if (!existsSync(join(extension, 'manifest.json')))
    throw new Error(`No build in ${extension}: run "npm run build" first.`);
  const executablePath = findBrowser(name);
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), `lens-${name}-`));
  const extensions = options.bare ? [extension] : [extension, PROBE];
  const lens = name === 'chrome' ? await chrome() : await firefox();
  return {
    ...lens,
    close: async () => {
      await lens.browser.close();
      if (!options.profile) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };

  async function chrome(): Promise<Omit<Lens, 'close'>> {
    const browser = await puppeteer.launch({
      executablePath,
      headless: options.headless ?? true,
      userDataDir: profile,
      ignoreDefaultArgs: ['--disable-extensions'],
      defaultViewport: { width: 1000, height: 800 },
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        `--disable-extensions-except=${extensions.join(',')}`,
        `--load-extension=${extensions.join(',')}`,
        ...(options.args ?? []),
      ],
    });
    const worker = await browser.waitForTarget(
      (t) => t.type() === 'service_worker' && t.url().includes('service-worker-loader'),
      {
        timeout: 30_000,
      },
    );
    const origin = new URL(worker.url()).host;
    return {
      name,
      browser,
      extensionUrl: (path) => `chrome-extension://${origin}/${path}`,
      newPage: () => browser.newPage(),
      open: async (page, url) => {
        await page.goto(url, { waitUntil: 'load' });
      },
    };
  }

  async function firefox(): Promise<Omit<Lens, 'close'>> {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath,
      headless: options.headless ?? true,
      userDataDir: profile,
      defaultViewport: { width: 1000, height: 800 },
      args: ['--remote-allow-system-access', ...(options.args ?? [])],
      extraPrefsFirefox: {
        'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: GECKO_UUID }),
        ...(options.prefs ?? {}),
      },
    });
    for (const folder of extensions) await browser.installExtension(folder);
    return {
      name,
      browser,
      extensionUrl: (path) => `moz-extension://${GECKO_UUID}/${path}`,
      newPage: () => browser.newPage(),
      open: async (page, url) => {
        const loaded = page.goto(url, { waitUntil: 'load' });
        if (!url.startsWith('moz-extension:')) {
          await loaded;
          return;
        }
        // The page is there, but WebDriver BiDi never reports its load.
        loaded.catch(() => undefined);
        await new Promise((done) => setTimeout(done, 2_500));
      },
    };
  }
}
