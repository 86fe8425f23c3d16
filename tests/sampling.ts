/**
 * What is too long for the gate of every day. There a part of it is looked at, the same part each time, and all of it by
 * `npm run test:nightly`, which sets LENS_ALL.
 */
import type { BrowserName } from '../src/tools/find-browser.ts';

/** Whether nothing is left out. */
export const isNightly = process.env.LENS_ALL === '1';

/** By day the first of every so many, by night all. @param from which of them is the first */
export const byDay = <T>(all: readonly T[], oneIn: number, from = 0): readonly T[] =>
  isNightly ? all : all.filter((_, index) => index % oneIn === from);

/** By day every browser takes other ones, so that each is seen in one of them; by night all in each. */
export const inTurn = <T>(browsers: readonly BrowserName[], name: BrowserName, all: readonly T[]): readonly T[] =>
  byDay(all, browsers.length, browsers.indexOf(name));

/** `byDay` of what has ids. Those that are added change nothing for the others. */
export const byDayOfIds = <T extends { readonly id: string }>(
  all: readonly T[],
  oneIn: number,
  from = 0,
): readonly T[] =>
  isNightly
    ? all
    : all.filter(({ id }) => [...id].reduce((sum, sign) => sum + sign.codePointAt(0)!, 0) % oneIn === from);

/** How often a property is tried with values of chance: by night so many times, by day a tenth of it. */
export const runs = (all: number): number => (isNightly ? all : Math.ceil(all / 10));

/**
 * What does not depend on the browser but is shown by it: by day all of it in Chromium, and the first in each other browser;
 * by night all in each.
 */
export const inBrowsers = <T>(browsers: readonly BrowserName[], all: readonly T[]): [BrowserName, T][] =>
  browsers.flatMap((name) =>
    (isNightly || name === 'chrome' ? all : all.slice(0, 1)).map((one): [BrowserName, T] => [name, one]),
  );
