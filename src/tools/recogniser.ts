/**
 * The recogniser and the finder of uses for commands and tests, made of the files as they are, without generating
 * anything.
 */
import { join } from 'node:path';
import { packKnowledge, surfaceForms } from '../knowledge/surface-forms.ts';
import { openUseFinder } from '../knowledge/use-finder.ts';
import type { PackedWeights } from '../shared/passage/weigh.ts';
import { createRecogniser } from '../shared/recognise/recogniser.ts';
import { orEnd, ROOT } from './command.ts';
import { packUseFinder } from './knowledge/build/use-finder.ts';
import { compileKnowledge } from './knowledge/compile.ts';
import { readKnowledge } from './knowledge/read.ts';

const FOLDER = join(ROOT, 'knowledge');

/** The recogniser of the knowledge folder as it is now, and the forms behind it. */
export function recogniserOfKnowledge() {
  const { entries, cues } = orEnd(() => readKnowledge(FOLDER));
  const named = entries.map(({ data }) => data);
  return {
    recogniser: createRecogniser(packKnowledge(named, cues.data)),
    forms: surfaceForms(named, cues.data),
  };
}

/** The finder of uses, and all knowledge; a second or so. @param weights in place of those of the folder */
export function usesOfKnowledge(weights?: PackedWeights) {
  const files = orEnd(() => readKnowledge(FOLDER));
  const packed = packUseFinder(FOLDER, files);
  return { finder: openUseFinder({ ...packed, ...(weights && { weights }) }), knowledge: compileKnowledge(files) };
}
