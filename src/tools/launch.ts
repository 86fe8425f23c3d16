/**
 * Real browsers with the built extension: one launcher for both, driven by puppeteer-core (CDP for Chromium, WebDriver
 * BiDi for Firefox). The start command and the tests use it.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { ROOT } from './command.ts';
import { type BrowserName, findBrowser, GECKO_ID } from './find-browser.ts';

/** Firefox gives every install a random address; a fixed one lets us open our own pages. */
const GECKO_UUID = '5f0c2c3e-6f0b-4a4e-9d1c-3d2b1a0f9e8d';

/** A running browser with the extension. */
export interface Lens {
  readonly name: BrowserName;
  readonly browser: Browser;
  /** Address of one of our own pages, such as `src/pages/popup/index.html`. */
  readonly extensionUrl: (path: string) => string;
  readonly newPage: () => Promise<Page>;
  /** Goes to a page and waits for its load; works around Firefox, where that never resolves on extension pages. */
  readonly open: (page: Page, url: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface LaunchOptions {
  /** Default: true. */
  readonly headless?: boolean;
  /** Built folder, when not dist/<browser>, or <browser> in LENS_DIST, where the build goes by it, too; for Firefox, a zip of it, too. */
  readonly extension?: string;
  /** Folders of further extensions. */
  readonly others?: readonly string[];
  /** Profile folder to keep between two launches; absent: a fresh one, removed at the end. */
  readonly profile?: string;
  readonly args?: readonly string[];
  /** Firefox preferences. */
  readonly prefs?: Readonly<Record<string, unknown>>;
  /** Size of pages; null: the window's. */
  readonly viewport?: { readonly width: number; readonly height: number } | null;
}

/** Throws, before anything is built, where a window was asked for and there is no display to show it. */
export function needDisplay(headless: boolean, instead: string): void {
  const missing = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  if (missing && !headless) throw new Error(`No display here: ${instead}`);
}

/** Starts a browser with the built extension. Throws with how to get it when the browser or the build is missing. */
export async function launch(name: BrowserName, options: LaunchOptions = {}): Promise<Lens> {
  const extension = resolve(ROOT, options.extension ?? `${process.env.LENS_DIST ?? 'dist'}/${name}`);
  if (!existsSync(extension.endsWith('.zip') ? extension : join(extension, 'manifest.json'))) {
    throw new Error(`No build in ${extension}: run "npm run build" first.`);
  }
  const executablePath = findBrowser(name);
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), `lens-${name}-`));
  const extensions = [extension, ...(options.others ?? [])];
  const common = {
    executablePath,
    headless: options.headless ?? true,
    userDataDir: profile,
    defaultViewport: options.viewport === undefined ? { width: 1000, height: 800 } : options.viewport,
  };
  const lens = name === 'chrome' ? await chrome() : await firefox();
  return {
    ...lens,
    name,
    newPage: async () => {
      const page = await lens.browser.newPage();
      // Firefox lets animations of pages behind others stand still.
      await page.bringToFront();
      return page;
    },
    close: async () => {
      await lens.browser.close();
      if (!options.profile) rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };

  async function chrome(): Promise<Pick<Lens, 'browser' | 'extensionUrl' | 'open'>> {
    const list = extensions.join(',');
    const browser = await puppeteer.launch({
      ...common,
      ignoreDefaultArgs: ['--disable-extensions'],
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        `--disable-extensions-except=${list}`,
        `--load-extension=${list}`,
        ...(options.args ?? []),
      ],
    });
    const worker = await browser.waitForTarget(
      (target) => target.type() === 'service_worker' && target.url().includes('service-worker-loader'),
      { timeout: 30_000 },
    );
    const id = new URL(worker.url()).host;
    return {
      browser,
      extensionUrl: (path) => `chrome-extension://${id}/${path}`,
      open: async (page, url) => {
        // The extension opens a tab of its own at its first start.
        await page.bringToFront();
        await page.goto(url, { waitUntil: 'load' });
      },
    };
  }

  async function firefox(): Promise<Pick<Lens, 'browser' | 'extensionUrl' | 'open'>> {
    const browser = await puppeteer.launch({
      ...common,
      browser: 'firefox',
      args: ['--remote-allow-system-access', ...(options.args ?? [])],
      extraPrefsFirefox: {
        'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: GECKO_UUID }),
        ...(options.prefs ?? {}),
      },
    });
    for (const folder of extensions) await browser.installExtension(folder);
    return {
      browser,
      extensionUrl: (path) => `moz-extension://${GECKO_UUID}/${path}`,
      open: async (page, url) => {
        if (url.startsWith('moz-extension:')) await openUnreported(page, url);
        else await page.goto(url, { waitUntil: 'load' });
      },
    };
  }
}

/** Opens one of our pages in Firefox, where WebDriver BiDi never reports its load: asks until a new document is complete. */
async function openUnreported(page: Page, url: string): Promise<void> {
  // Each document has its own time of birth.
  const former = await page.evaluate('performance.timeOrigin');
  let done = false;
  // A move within the document is reported.
  page.goto(url, { waitUntil: 'load' }).then(
    () => {
      done = true;
    },
    () => undefined,
  );
  const isThere = `performance.timeOrigin !== ${former} && location.href !== 'about:blank' && document.readyState === 'complete'`;
  for (const end = Date.now() + 30_000; !done; ) {
    // Asked while the document changes there is no answer.
    done ||= (await page.evaluate(isThere).catch(() => false)) as boolean;
    if (Date.now() > end) throw new Error(`${url} did not load`);
    if (!done) await new Promise((next) => setTimeout(next, 20));
  }
}
