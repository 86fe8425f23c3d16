/**
 * What narrows a condition down: its stage and course, the age of the people, prevention, treatment alone, an acute
 * attack.
 */
import { withoutAccents } from '../without-accents.ts';
import { type Ages, agesIn } from './ages.ts';
import { type Course, type Cue, phrases, type Stage, type UseCues } from './cues.ts';
import { plain, stemOf, type Word } from './words.ts';

/** What a bare name says of it: nothing. */
export const BARE = {
  /** Stages that the passage names, in order of severity. */
  stages: [] as readonly Stage[],
  /** The words before the name make it another condition than the name alone: "chemotherapy-related". */
  narrowed: false,
  /** An adjective beside the name may make it a kind of its own: "menstrual migraine", "migraine menstruelle". */
  subtype: false,
  courses: [] as readonly Course[],
  children: false,
  alone: false,
  prevent: false,
  /** The words say treatment, and not only "for". */
  treat: false,
  acute: false,
  /** The words before it say that it is not approved, or not advised. */
  denied: false,
  /** Ages of the people that are named beside it. */
  ages: undefined as Ages | undefined,
  /** The sentence is about harm: the condition may only say whom it met. */
  ofHarm: false,
};

export type Qualifiers = Readonly<typeof BARE>;

/** What stands beside a condition: up to the next ones, in its clause. */
export interface Beside {
  readonly before: string;
  readonly behind: string;
  readonly clause: string;
}

const STAGES: readonly Stage[] = ['early', 'mild', 'moderate', 'severe'];
const AND = /^(?:and|und)$/i;
const BETWEEN_STAGES = /^(?:to|or|and|bis|und|oder)$/i;
const MODERATELY = /^(?:moderately|modérément|moderadamente)$/i;
/** Words on either side that may belong to a stage: "in its moderate and severe stages". */
const WINDOW = 8;

export function qualify(data: UseCues) {
  const stagePatterns = STAGES.map((stage) => [stage, phrases(data.stages[stage], '')] as const);
  const between = new Set(data.between.map(stemOf));
  const modifier = phrases(data.modifiers, '');
  const noun = phrases(data.stageNouns, 'i');
  const time = phrases(data.stageTimes, 'i');
  const other = phrases(data.stageOthers, 'i');
  const tests = {
    children: phrases(data.children, ''),
    alone: phrases(data.alone, ''),
    prevent: phrases(data.prevent, ''),
    acute: phrases(data.acute, ''),
    treat: phrases(data.treat, ''),
    harm: phrases(data.harm, ''),
    denies: phrases(data.denies, ''),
  };

  const courses = Object.entries(data.courses).map(
    ([course, words]) => [course as Course, phrases(words, '')] as const,
  );
  const [kindBefore, kindAfter, noKind] = [data.subtypes.before, data.subtypes.after, data.subtypes.general].map(
    (words) => new RegExp(`^(?:${phrases(words, '').source})$`),
  ) as [RegExp, RegExp, RegExp];

  /** Whether the word beside a name, on the side that its language has it, makes a kind of its own. */
  function isSubtype(masked: string, words: readonly Word[], { start, end }: { start: number; end: number }): boolean {
    const before = words.findLast((word) => word.end <= start);
    const after = words.find((word) => word.start >= end);
    const says = (word: Word | undefined, gap: string | undefined, pattern: RegExp): boolean => {
      const text = word && masked.slice(word.start, word.end);
      return text !== undefined && /^[ -]$/.test(gap ?? '') && pattern.test(text) && !noKind.test(text);
    };
    return says(before, before && masked.slice(before.end, start), kindBefore) || says(after, after?.gap, kindAfter);
  }

  const stageOf = ({ text }: Word): Stage | undefined => {
    const folded = withoutAccents(text);
    return stagePatterns.find(([, pattern]) => pattern.exec(folded)?.[0] === folded)?.[0];
  };

  /** "Alzheimer's disease and severe depression": the stage is that of what follows. */
  function isOfNext(words: readonly Word[], at: number, isApart: boolean): boolean {
    const next = words.findIndex((word, index) => index > at && !stageOf(word) && !BETWEEN_STAGES.test(word.text));
    if (!isApart || next < 0 || words.slice(at + 1, next + 1).some(({ gap }) => !/^[ -]$/.test(gap))) return false;
    const { text, stem } = words[next]!;
    return text.length > 3 && !between.has(stem) && !noun.test(text);
  }

  /** How far words of a stage go on from a condition in one direction. */
  function walk(words: readonly Word[], from: number, step: 1 | -1, ends?: RegExp) {
    const stages: Stage[] = [];
    let to = from;
    let isNoun = false;
    let isApart = false;
    for (let at = from + step, count = 0; at >= 0 && at < words.length && count < WINDOW; at += step, count++) {
      const word = words[at]!;
      const { gap } = step > 0 ? word : words[at + 1]!;
      // "(severe)", right behind the name.
      const stage = stageOf(word);
      const isOpened = step > 0 && /^ \($/.test(gap) && stage !== undefined;
      if (/[.;:!?,()]/.test(gap) && !/^[.]?[-\u2013,] ?$/.test(gap) && !isOpened) break;
      isApart ||= step > 0 && (gap.includes(',') || AND.test(word.text));
      if (stage && isOfNext(words, at, isApart)) break;
      if (stage) {
        // "Moderately severe" is said of what is not yet severe.
        if (stage !== 'severe' || !MODERATELY.test(words[at - 1]?.text ?? '')) stages.push(stage);
        to = at;
      } else if (ends?.test(word.text)) {
        isNoun = true;
        to = at;
      } else if (!between.has(word.stem) && !(step < 0 && modifier.test(word.text.toLowerCase()))) break;
    }
    return { to, stages, noun: isNoun };
  }

  return {
    /** Stages without the name of a condition: "in moderate and severe stages of the disease", "(moderate to severe)". */
    bare(words: readonly Word[], after: number): { first: number; last: number; stages: readonly Stage[] }[] {
      const runs: { first: number; last: number; stages: readonly Stage[] }[] = [];
      for (let at = 0; at < words.length; at++) {
        if (!stageOf(words[at]!)) continue;
        const left = walk(words, at, -1, noun);
        const right = walk(words, at, 1, noun);
        const stages = STAGES.filter((stage) => [stageOf(words[at]!), ...left.stages, ...right.stages].includes(stage));
        const [first, last] = [left.to, right.to];
        const isNear =
          !time.test(plain(words[at]!.text)) &&
          words[first]!.start >= after &&
          words.slice(0, first).filter(({ start }) => start >= after).length < 3;
        const isOfOther = other.test(plain(words[last + 1]?.text ?? ''));
        if (!isOfOther && (left.noun || right.noun || isNear)) runs.push({ first, last, stages });
        at = last;
      }
      return runs;
    },
    /** Whether words say that a condition is prevented, and nothing else: "preventing", "delay of". */
    isOnlyPrevention: (words: readonly Word[]): boolean =>
      words.some((word) => tests.prevent.test(plain(word.text))) &&
      words.every((word) => between.has(word.stem) || tests.prevent.test(plain(word.text))),
    /** Whether words only say how it is with a condition: "acute", "in its later stages". */
    isOnlyManner: (words: readonly Word[]): boolean =>
      words.every((word) => stageOf(word) || between.has(word.stem) || modifier.test(word.text.toLowerCase())),
    /** The words of a condition with those of its stage. @param inside words between its two parts */
    span(words: readonly Word[], first: number, last: number, inside: readonly Word[] = []) {
      const left = walk(words, first, -1);
      const right = walk(words, last, 1);
      const named = [...left.stages, ...inside.map(stageOf), ...right.stages];
      const stages = STAGES.filter((stage) => named.includes(stage));
      return { start: words[left.to]!.start, end: words[right.to]!.end, stages };
    },
    read(
      masked: string,
      words: readonly Word[],
      span: { readonly start: number; readonly stages: readonly Stage[] },
      { first, start, end }: { readonly first: number; readonly start: number; readonly end: number },
      cue: Cue | undefined,
      { behind, before: ahead, clause }: Beside,
    ): Qualifiers {
      const before = words[first - 1];
      const near = masked.slice(Math.max(0, span.start - 40), start);
      const around = masked.slice(Math.max(0, span.start - 60), end + 40);
      // The nearest words about people count.
      const people = [behind, ahead, clause, masked].find((text) => tests.children.test(text) || agesIn(text)) ?? '';
      return {
        stages: span.stages,
        narrowed:
          before !== undefined &&
          /(?:related|induced|associated)$/.test(before.text) &&
          /^[-\s]+$/.test(words[first]!.gap),
        subtype: isSubtype(masked, words, { start: span.start, end }),
        courses: courses.flatMap(([course, pattern]) =>
          // How long it is given may stand anywhere in the sentence.
          pattern.test(course === 'long-term' ? masked : around) ? course : [],
        ),
        children: tests.children.test(people),
        alone: tests.alone.test(around),
        prevent:
          (cue !== undefined && tests.prevent.test(cue.text)) ||
          tests.prevent.test(near) ||
          tests.prevent.test(/^[\s-]*\S*/.exec(masked.slice(end))?.[0] ?? ''),
        treat: cue !== undefined && tests.treat.test(cue.text),
        acute: tests.acute.test(near.slice(-14)),
        ages: agesIn(people),
        denied: tests.denies.test(ahead) || tests.denies.test(behind.split(/[,;(]/)[0]!),
        ofHarm: tests.harm.test(masked),
      };
    },
  };
}
