/** The recogniser for commands and tests, made of the files as they are, without generating anything. */
import { join } from 'node:path';
import { packKnowledge, surfaceForms } from '../knowledge/surface-forms.ts';
import { createRecogniser, type Recogniser } from '../shared/recognise/recogniser.ts';
import type { SurfaceForm } from '../shared/recognise/types.ts';
import { orEnd, ROOT } from './command.ts';
import { readKnowledge } from './knowledge/read.ts';

/** The recogniser of the knowledge folder as it is now, and the forms behind it. */
export function recogniserOfKnowledge(): { recogniser: Recogniser; forms: SurfaceForm[] } {
  const { entries, cues } = orEnd(() => readKnowledge(join(ROOT, 'knowledge')));
  const named = entries.map(({ data }) => data);
  return {
    recogniser: createRecogniser(packKnowledge(named, cues.data)),
    forms: surfaceForms(named, cues.data),
  };
}
