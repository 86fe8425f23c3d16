/**
 * What the words around a condition say about it: a use of the medicine, or something that rules a use out.
 *
 * The way of NegEx and ConText (Chapman 2001, Harkema 2009): a cue points at what follows or at what stands before it,
 * reaches so many words, and is cut off at a stop such as "but". Of several cues the nearest wins. The cues are data:
 * knowledge/vocabulary/use-cues.json.
 */

import type { Route } from './routes.ts';
import { countWords } from './words.ts';

/** Phrases of one meaning. In them `*` ends a word anyhow, `@` is the mention, `#` another medicine, `…` up to four words. */
export interface CueRule {
  /** `use`, or why it is none. */
  readonly means: string;
  readonly points: 'after' | 'before';
  /** Words between cue and condition at most; missing: to the next stop. */
  readonly reach?: number;
  /** False: stops do not hold it up, as in the list after "Exclusion criteria:". */
  readonly stops?: boolean;
  /** A little word: the cue right before it decides ("caution in", "trials in"). */
  readonly weak?: boolean;
  /** A weak word that says nothing where no cue stands before it. */
  readonly link?: boolean;
  readonly words: readonly string[];
}

export interface UseCues {
  readonly rules: readonly CueRule[];
  readonly stops: readonly string[];
  readonly medicines: readonly string[];
  readonly children: readonly string[];
  readonly alone: readonly string[];
  /** Words of a cue that say treatment. */
  readonly treat: readonly string[];
  readonly prevent: readonly string[];
  readonly acute: readonly string[];
  readonly stages: Readonly<Record<Stage, readonly string[]>>;
  readonly between: readonly string[];
  /** Stage words that are also adverbs of time, and need a noun of the next list. */
  readonly stageTimes: readonly string[];
  readonly stageNouns: readonly string[];
  /** What has stages of its own: a late-stage trial. */
  readonly stageOthers: readonly string[];
  readonly modifiers: readonly string[];
  readonly people: readonly string[];
  readonly context: readonly string[];
  /** Words for how a medicine is given. */
  readonly routes: Readonly<Record<Route, readonly string[]>>;
  /** What stands behind a condition that treatment did not move. */
  readonly resistant: readonly string[];
  /** Words before what is aimed at, and words that are no aim of their own: "for patients in". */
  readonly aims: readonly string[];
  readonly general: readonly string[];
  /** Words for a course that an approved use may leave out. */
  readonly courses: Readonly<Record<Course, readonly string[]>>;
  /** Adjectives beside a name that make it a kind of its own, and those that make none. */
  readonly subtypes: {
    readonly before: readonly string[];
    readonly after: readonly string[];
    readonly general: readonly string[];
  };
  /** Words by which a passage says that a use is not approved, or not advised. */
  readonly denies: readonly string[];
  /** Words of studies of harm, of animals and of relatives, which name their people and not what these took the medicine for. */
  readonly harm: readonly string[];
}

export type Stage = 'mild' | 'moderate' | 'severe' | 'early';
export type Course = 'before onset' | 'long-term' | 'recurrent' | 'complicated';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A cue in a text. */
export interface Cue extends Span {
  readonly rule: CueRule;
  readonly text: string;
}

/** Regular expression of phrases, on the text of `plain`. */
export function phrases(words: readonly string[], flags = 'g'): RegExp {
  const any = words.map((phrase) =>
    phrase
      .replace(/(?<!\\w)\*/g, '[a-z]*')
      .replace(/ ?… ?/g, '(?: \\S+){0,4} ')
      .replaceAll('@', '@+')
      .replaceAll('#', '#+')
      .replace(/ (?!\?)/g, '[\\s-]+'),
  );
  // Without classes of Unicode, which cost a card some fifty milliseconds to compile: `plain` leaves none but these letters.
  return new RegExp(`(?<![a-z0-9@#])(?:${any.join('|')})(?![a-z0-9])`, flags);
}

/** Finds cues and stops in texts in which the mention is written `@@@`, another medicine `###`. */
export function openCues({ rules, stops }: UseCues) {
  const compiled = rules.map((rule) => ({ rule, pattern: phrases(rule.words) }));
  const stop = new RegExp(
    stops.map((word) => (/\p{L}/u.test(word) ? `(?<![a-z])${word}(?![a-z])` : word)).join('|'),
    'g',
  );

  /** Why a group of conditions is a use or none: the nearest cue that reaches it. */
  function nearest(text: string, cues: readonly Cue[], cuts: readonly number[], group: Span): Cue | undefined {
    const reaching = cues.flatMap((cue) => {
      const { points, reach = Number.POSITIVE_INFINITY, stops: held = true } = cue.rule;
      const [from, to] = points === 'after' ? [cue.end, group.start] : [group.end, cue.start];
      const isHeld = held && cuts.some((cut) => cut >= from && cut < to);
      return from > to || isHeld || countWords(text.slice(from, to)) > reach ? [] : [{ cue, distance: to - from }];
    });
    // As near, the longer one says more.
    return reaching.sort((a, b) => a.distance - b.distance || b.cue.text.length - a.cue.text.length)[0]?.cue;
  }

  return {
    nearest,
    find(text: string): Cue[] {
      const found = compiled.flatMap(({ rule, pattern }) =>
        [...text.matchAll(pattern)].map(
          ({ index: start, 0: match }): Cue => ({ rule, text: match, start, end: start + match.length }),
        ),
      );
      const all = found.map((cue) => {
        const led =
          cue.rule.weak &&
          found.find(
            ({ rule, end }) => rule.points === 'after' && !rule.weak && end < cue.start && cue.start - end < 3,
          );
        return led ? { ...led, text: text.slice(led.start, cue.end), end: cue.end } : cue;
      });
      return all.filter(({ rule }) => !rule.link);
    },
    /** Where clauses end. */
    cuts: (text: string): number[] => [...text.matchAll(stop)].map(({ index }) => index),
  };
}
