/**
 * Answers `need-reader`: whether a page gets the reader script. It does unless the name that was found cannot be a
 * medicine among these words: an ambiguous one ("alcohol" in a recipe) mostly cannot, and such a page is spared the
 * large script. True when in doubt.
 */
import { dictionary } from '../generated/dictionary.ts';
import { prefilter } from '../generated/prefilter.ts';
import { readReach } from '../settings/page-settings.ts';
import { openRuledOut, type RuledOut } from '../shared/recognise/ruled-out.ts';
import { heldNames } from './names-in-use.ts';

/** Characters of one reading. */
const LONGEST = 6_000;

/** Opened once while the worker runs, by the settings' number of the names in use. */
let opened: { readonly names: number; readonly ruledOut: RuledOut } | undefined;

/** @param readings of the text around the name; none where it cannot be told */
export async function needsReader(readings: readonly string[]): Promise<boolean> {
  // Longer than text around a name mostly is: to send the script costs less than to read it here, where all pages wait.
  if (readings.length === 0 || readings.some(({ length }) => length > LONGEST)) return true;
  const { dictionary: number } = await readReach();
  if (opened?.names !== number) {
    const held = number === 0 ? { dictionary, prefilter } : await heldNames(number);
    // Names of somebody else rule nothing out.
    if (!held) return true;
    opened = { names: number, ruledOut: openRuledOut(held.dictionary, held.prefilter) };
  }
  return !opened.ruledOut(readings);
}
