/** Sentences with a medicine and a condition, and how strongly a crowd saw *treat* between them. */
import { type PassageUse, usesIn } from '../../../src/knowledge/passage-uses.ts';
import type { CompiledKnowledge } from '../../../src/knowledge/types.ts';
import type { OpenUseFinder } from '../../../src/knowledge/use-finder.ts';
import type { NamedUse, PassageText } from '../../../src/shared/passage/types.ts';
import { plain } from '../../../src/shared/passage/words.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Pair {
  readonly id: string;
  readonly text: string;
  readonly drug: Span;
  readonly condition: Span;
  /** From 0.7 on a use, up to 0.3 none, between undecided. */
  readonly treat: number;
}

export const isPair = (line: object): line is Pair => 'treat' in line;

/** Undefined where the crowd was undecided. */
export const isUse = ({ treat }: Pair): boolean | undefined => (treat >= 0.7 ? true : treat <= 0.3 ? false : undefined);

/** The two terms stand in capitals in the source; no rule may lean on that. */
export function passageOfPair({ text, drug, condition }: Pair): PassageText {
  const lowered = [drug, condition].reduce(
    (all, { start, end }) => all.slice(0, start) + all.slice(start, end).toLowerCase() + all.slice(end),
    text,
  );
  return { text: lowered, start: drug.start, length: drug.end - drug.start };
}

/** The uses that the card would show; a medicine that is none of ours has no approved uses that we know. */
export function usesOfPair(pair: Pair, knowledge: CompiledKnowledge, finder: OpenUseFinder): PassageUse[] {
  const { text, drug: at } = pair;
  const named = plain(text.slice(at.start, at.end));
  const entry = knowledge.entries.find(({ names }) => names.some(({ form }) => plain(form) === named));
  const form = entry?.names.find((name) => plain(name.form) === named)?.form;
  return usesIn(passageOfPair(pair), { drug: entry?.id ?? '', ...(form && { form }) }, knowledge, finder);
}

/** Whether a found use is the condition at this place. */
export function isAt(use: NamedUse, text: string, { start, end }: Span, finder: OpenUseFinder): boolean {
  const gold = finder.read(text.slice(start, end))?.concept;
  return (use.start < end && use.end > start) || (gold !== undefined && [use.concept, use.within].includes(gold));
}
