/**
 * Which names a pack may bring. A name that is no word, or that everybody writes every day, would mark half of every page;
 * such a name is refused, unless the pack says in which company it counts (`gate`).
 */
import { everydayWords } from '../generated/everyday-words.ts';
import { DENSE_SCRIPT, fold } from '../shared/recognise/normalise.ts';
import type { ExplainedError } from './explain-schema-error.ts';
import type { Name } from './types.ts';

const EVERYDAY: ReadonlySet<string> = new Set(everydayWords.split(' '));
const LETTER = /\p{L}/u;
const LETTERS = /\p{L}/gu;

/** What is wrong with a name; undefined where nothing is. `place` is the JSON pointer of its form. */
export function nameProblem({ form, gate }: Name, place: string): ExplainedError | undefined {
  if (gate === 'introduced' && LETTER.test(form)) return undefined;
  const letters = form.match(LETTERS)?.length ?? 0;
  if (letters < (DENSE_SCRIPT.test(form) ? 2 : 3)) {
    return {
      place,
      message: `"${form}" is too short for a name: it would stand on nearly every page`,
      repair: ['repairNameFull', form],
    };
  }
  if ((gate === undefined || gate === 'none') && EVERYDAY.has(fold(form))) {
    return {
      place,
      message: `"${form}" is a word of every day: it would be marked on nearly every page`,
      repair: ['repairNameEveryday', form],
    };
  }
  return undefined;
}
