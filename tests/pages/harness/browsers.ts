/** The browsers that the tests drive, with the probe extension beside the built one. */
import { join } from 'node:path';
import type { BrowserName } from '../../../src/cli/find-browser.ts';
import { type LaunchOptions, type Lens, launch as launchLens } from '../../../src/cli/launch.ts';

export type { BrowserName, Lens };

/** Both, or the one that LENS_BROWSER names. */
export const BROWSERS: readonly BrowserName[] = process.env.LENS_BROWSER
  ? [process.env.LENS_BROWSER as BrowserName]
  : ['chrome', 'firefox'];

/** Starts a browser with the built extension and the probe. */
export function launch(name: BrowserName, options: LaunchOptions = {}): Promise<Lens> {
  return launchLens(name, { ...options, others: [join(import.meta.dirname, 'probe'), ...(options.others ?? [])] });
}
