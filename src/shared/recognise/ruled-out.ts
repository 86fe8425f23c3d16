/**
 * Whether names stand in a text that cannot count there: ambiguous ones, without the words around that would make them
 * a medicine. Asked before a page gets the script that marks, of text whose blocks nobody knows; so it says no wherever
 * anything else may be.
 */

import type { PackedDictionary } from './dictionary.ts';
import { openPrefilter, type PackedPrefilter } from './prefilter.ts';
import { createRecogniser } from './recogniser.ts';

/** The forms of no drug, see `dictionary.ts`. */
const LOOK_ALIKES = /^\t(?:\n[^\t\n].*)+/gm;

/** @returns for readings of one text, the first of them the likeliest */
export type RuledOut = (readings: readonly string[]) => boolean;

export function openRuledOut(dictionary: PackedDictionary, prefilter: PackedPrefilter): RuledOut {
  const mayBegin = openPrefilter(prefilter);
  const recogniser = createRecogniser(permissive(dictionary), mayBegin);
  return (readings) => {
    const found = readings.map((text) => recogniser.analyse(text).spans.filter(({ drug }) => drug !== ''));
    if (found.length === 0 || found.flat().some(({ gate }) => gate === 'none')) return false;
    // What begins like a name and is none here may be one in the page, where other text stands beside it.
    const [text = ''] = readings;
    let at = mayBegin(text, 0);
    if (at < 0) return false;
    while (at >= 0) {
      const span = found[0]!.find(({ start, end }) => start <= at && at < end);
      if (!span) return false;
      at = mayBegin(text, span.end);
    }
    return true;
  };
}

/** Without the look-alikes and the words that rule names out: they may stand in another block. */
function permissive(dictionary: PackedDictionary): PackedDictionary {
  const styles = dictionary.styles.map(
    ([role, rule, gate, cues, , endings]) => [role, rule, gate, cues, 0, endings] as const,
  );
  return { ...dictionary, styles, lines: dictionary.lines.replace(LOOK_ALIKES, '') };
}
