/** Labelled passages: how they are read, and when a found use is the labelled one. Used by the evaluation and the training. */
import { readFileSync } from 'node:fs';
import { type PassageUse, usesIn } from '../../../src/knowledge/passage-uses.ts';
import type { NamedUse, PassageText, Place } from '../../../src/shared/passage/types.ts';
import { stemOf, wordsOf } from '../../../src/shared/passage/words.ts';
import { usesOfKnowledge } from '../../../src/tools/recogniser.ts';

export interface Case {
  readonly id: string;
  readonly text: string;
  readonly context?: {
    readonly title?: string;
    readonly heading?: string;
    readonly intro?: string;
    readonly columnHead?: string;
    readonly rowHead?: string;
  };
  readonly mention: string;
  readonly occurrence: number;
  readonly drug: string;
  /** The uses of the whole passage are labelled, not those that stand nearest alone. */
  readonly whole?: true;
  readonly uses: readonly { readonly condition: string; readonly status: 'approved' | 'off-label' | 'unknown' }[];
}

export const { finder, knowledge } = usesOfKnowledge();

/** The passage as the card would give it. */
export function passageOf({ text, context = {}, mention, occurrence }: Case): PassageText {
  let start = -1;
  for (let count = 0; count < occurrence; count++) start = text.indexOf(mention, start + 1);
  return { text, start, length: mention.length, ...context };
}

export const foundIn = (test: Case): PassageUse[] => usesIn(passageOf(test), test, knowledge, finder);

const SMALL = new Set(
  'of the and or to in with for de la le les des du a en el los las y et bei mit der die das und is disease disorder syndrome'
    .split(' ')
    .map(stemOf),
);

/** Whether a found use is that of a label: by place where the label stands in the text once, else by words or meaning. */
export function overlaps(test: Case, found: NamedUse, label: string): boolean {
  const { place, concept, within, condition } = found;
  const named = finder.read(label);
  // By name, since the one may come from another finder than the other.
  if (concept && concept.name === named?.concept?.name && within?.name === named.within?.name) return true;
  if (isAtLabel(test, found, label)) return true;
  const text = textOf(test, place);
  if (
    text.includes(label) &&
    text.toLowerCase().indexOf(condition.toLowerCase()) === text.toLowerCase().lastIndexOf(condition.toLowerCase())
  )
    return false;
  const words = (part: string): string[] =>
    wordsOf(part)
      .map(({ stem }) => stem)
      .filter((stem) => !SMALL.has(stem));
  const mine = new Set(words(condition));
  return words(label).some((word) => mine.has(word));
}

/** The label that a found use is right by: of several, such as two stages of a disease, the one that it stands at. */
export function labelOf(test: Case, found: NamedUse): Case['uses'][number] | undefined {
  const fitting = test.uses.filter(({ condition }) => overlaps(test, found, condition));
  return fitting.find(({ condition }) => isAtLabel(test, found, condition)) ?? fitting[0];
}

const textOf = ({ text, context }: Case, place: Place): string => (place === 'text' ? text : (context?.[place] ?? ''));

function isAtLabel(test: Case, { place, start, end }: NamedUse, label: string): boolean {
  const text = textOf(test, place);
  for (let at = text.indexOf(label); at >= 0; at = text.indexOf(label, at + 1)) {
    if (start < at + label.length && end > at) return true;
  }
  return false;
}

/** The cases of a file of JSON lines. */
export function readCases(file: string): Case[] {
  return readLines<Case>(file);
}

export function readLines<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}
