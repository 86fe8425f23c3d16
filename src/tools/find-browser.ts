/** Finds, and where it may installs, the browsers that the start command and the tests drive. */
import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Id of the extension in Firefox. It cannot change after the first upload to the store. */
export const GECKO_ID = 'memantine-lens@memantine-lens.example';

export type BrowserName = 'chrome' | 'firefox';

interface Known {
  readonly title: string;
  readonly env: string;
  readonly commands: readonly string[];
  readonly paths: readonly string[];
  readonly debian: string;
  /** How to load the built folder without this command. */
  readonly byHand: string;
}

export const BROWSERS: Readonly<Record<BrowserName, Known>> = {
  chrome: {
    title: 'Chromium',
    env: 'CHROME_PATH',
    // Branded Chrome has ignored --load-extension since 137, so Chromium comes first.
    commands: ['chromium', 'chromium-browser', 'google-chrome-for-testing', 'google-chrome', 'chrome'],
    paths: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    debian: 'chromium',
    byHand: 'in Chrome at chrome://extensions with "Developer mode" and "Load unpacked": dist/chrome',
  },
  firefox: {
    title: 'Firefox',
    env: 'FIREFOX_PATH',
    commands: ['firefox', 'firefox-esr', 'firefox-developer-edition'],
    paths: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    debian: 'firefox-esr',
    byHand:
      'in Firefox at about:debugging#/runtime/this-firefox with "Load Temporary Add-on": dist/firefox/manifest.json',
  },
};

/**
 * Path of a browser's program: the environment's CHROME_PATH or FIREFOX_PATH first, then the usual places; on Debian, as
 * root, it is installed when missing. Throws, in one line, what to install when there is none.
 */
export function findBrowser(name: BrowserName): string {
  const known = BROWSERS[name];
  const given = process.env[known.env];
  if (given) {
    if (runnable(given)) return given;
    throw new Error(`${known.env} is ${given}, which is no program: correct or unset it.`);
  }
  const found = locate(known) ?? (installed(known.debian) ? locate(known) : undefined);
  if (found) return found;
  throw new Error(
    `No ${known.title} found: install it (Debian: apt-get install ${known.debian}) or ` +
      `set ${known.env}; or load the built folder by hand, ${known.byHand}.`,
  );
}

function locate(known: Known): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = known.commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...candidates, ...known.paths].find(runnable);
}

function runnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Installs a Debian package when we may; false where there is no apt-get or we are not root. */
function installed(name: string): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    console.error(`Installing ${name} …`);
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { stdio: 'ignore', env });
    return true;
  } catch {
    return false;
  }
}
