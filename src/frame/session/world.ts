/**
 * What `main.iife.ts` leaves to `reader.iife.ts` of the same frame: its scan, and the prefilter by which it found
 * places. It lies in the isolated world, which the page's scripts cannot see, with a note that a reader script has
 * started.
 */

import { ownGlobal } from '../../dom/own-global.ts';
import type { Prefilter } from '../../shared/recognise/prefilter.ts';
import type { Scan } from '../scan/scan.ts';

/** What the script of every page leaves to the reader. */
export interface FirstLook {
  /** Held at the first place where something may stand; undefined while the site is switched off. */
  scan?: Scan | undefined;
  /** Finds such places; undefined before there was any text. */
  prefilter?: Prefilter | undefined;
  /** Names were passed over that do not count where they stand; another name may make them count. */
  passed?: boolean;
  /** The settings' number of the dictionary that it is of. */
  dictionary?: number | undefined;
  /** The reader has taken over: whoever looked first stops to listen. */
  end(): void;
}

const LOOK = 'memantineLens';
const READER = 'memantineLensReader';
const world = globalThis as unknown as Record<string, unknown>;

/** @returns what was left, or undefined when no script of ours was here */
export const firstLook = (): FirstLook | undefined => ownGlobal<FirstLook>(LOOK);

export function leaveLook(look: FirstLook): void {
  world[LOOK] = look;
}

/** True for the one who asks first: a script that is started again does nothing. */
export function isFirstReader(): boolean {
  if (ownGlobal(READER)) return false;
  world[READER] = true;
  return true;
}
