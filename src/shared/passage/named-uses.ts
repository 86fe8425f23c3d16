/**
 * Which conditions a passage names as uses of a medicine.
 *
 * Named near means meant, unless words rule it out: a condition in the sentence of the mention counts, else one of the
 * sentences around, the list's introduction, the heads of a table's row and column, the heading, the title. What rules
 * out stands in knowledge/vocabulary/use-cues.json and is applied by `cues.ts`.
 */

import { remembering } from '../remembering.ts';
import { introducedIn } from './abbreviations.ts';
import type { UseCues } from './cues.ts';
import { createJudge } from './judge.ts';
import type { Judged, NamedUse, PassageText, Place, Scope, WeighedUse } from './types.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Weigh } from './weigh.ts';
import { sentencesOf, wordsOf } from './words.ts';

export type UseFinder = ReturnType<typeof createUseFinder>;

/** An answer goes on about what was asked. */
const ANSWER = /^\s*(?:yes|no|not really|nobody|ja|nein|oui|non|si|sí)\b/i;
const DO_SO = /\bdo(?:es|ing)? so\b/i;
const PRONOUN = /^\s*(?:(?:it|this|they|he|she|the (?:drug|medicine|pill|tablet)|es|sie|er|elle|il|se|su)\b)/i;

export function createUseFinder(vocabulary: Vocabulary, data: UseCues, medicines: readonly string[], weigh: Weigh) {
  const judge = createJudge(vocabulary, data, medicines);

  /** Kinds of the condition: what falls under "kidney disease" is mostly a reason for care. */
  const kindClues = ({ concept }: NamedUse): string[] =>
    concept ? [...vocabulary.above(concept)].map(({ name }) => `u:${name}`) : [];

  function weighed(
    one: Judged,
    scope: Scope,
    headed: readonly string[],
    known: readonly string[],
    told?: (weighed: WeighedUse) => void,
  ): Judged {
    if (one.clues.length === 0) return one;
    const words = [...new Set([...one.clues, ...ruleClues(one), ...kindClues(one.use), ...headed, `scope:${scope}`])];
    const clues = [...words, ...known];
    const use = { ...one.use, certainty: weigh(clues), byWords: weigh(words), scope, doubted: one.verdict === 'out' };
    told?.({ use, scope, verdict: one.verdict, clues });
    return { ...one, use };
  }

  return {
    vocabulary,
    routesIn: judge.routesIn,
    /** All conditions that a text names, whatever it says of them. */
    conceptsIn: (text: string) => vocabulary.find(text, wordsOf(text)).map(({ concept }) => concept),
    /** What the bare name of a condition means: "agitation in Alzheimer's disease". Undefined where it names none. */
    read: remembering(judge.readName),
    /** The leading one first. `told` hears of every condition that was weighed. */
    find(passage: PassageText, told?: (weighed: WeighedUse) => void): NamedUse[] {
      const { text, start, length } = passage;
      const around = [passage.introductions, passage.title, passage.heading, passage.intro, text].join('\n');
      judge.about(passage.names, introducedIn(around, vocabulary));
      const name = text.slice(start, start + length);
      const sentences = sentencesOf(text).map(({ from, to }) => ({ from, to, said: text.slice(from, to) }));
      const own = sentences.findIndex(({ from, to }) => start >= from && start < to);
      const judged = sentences.map(({ from, said }, index) => {
        if (Math.abs(index - own) > NEIGHBOURS) return [];
        const mention = index === own ? ([start - from, start - from + length] as const) : mentionIn(said, name);
        return judge.judge(said, 'text', mention).map((one) => moved(one, from));
      });
      const headOf = (place: Exclude<Place, 'text'>): Judged[] => judge.judge(passage[place] ?? '', place, undefined);
      const [intro, rowHead, columnHead] = [headOf('intro'), headOf('rowHead'), headOf('columnHead')];
      const [heading, title] = [headOf('heading'), headOf('title')];
      const all = [...judged.flat(), ...intro, ...rowHead, ...columnHead, ...heading, ...title];
      const stageOnly = judge.bareStages(sentences[own]!, [start, start + length], text, [
        ...(judged[own] ?? []),
        ...all,
      ]);
      const headed = [passage.heading, passage.intro, passage.columnHead]
        .flatMap((head) => wordsOf(head ?? ''))
        .map(({ stem }) => `h:${stem}`);
      const { from = 0, said = '' } = sentences[own] ?? {};
      const lookedAt = sentences.filter((_, index) => Math.abs(index - own) <= NEIGHBOURS);
      const passageWords = wordsOf(text.slice(lookedAt[0]?.from ?? 0, lookedAt.at(-1)?.to));
      const common = [...headed, ...passageWords.map(({ stem }) => `${TOPIC}${stem.slice(0, 5)}`)];
      const elsewhere = [...common, ...wordsBeside(said, start - from, length)];
      const near = (list: readonly Judged[], scope: Scope): Judged[] =>
        list
          .map((one) => weighed(one, scope, scope === 'own' ? common : elsewhere, passage.known?.(one.use) ?? [], told))
          .filter(isLikely)
          .sort((a, b) => a.distance - b.distance);
      const here = [...(judged[own] ?? []), ...stageOnly];
      const on = judged.flatMap((list, index) => {
        if (index === own) return [];
        const { from: begin, said: sentence } = sentences[index]!;
        const goesOn =
          mentionIn(sentence, name) ||
          (index > own && (PRONOUN.test(sentence) || DO_SO.test(sentence))) ||
          (index === own + 1 && ANSWER.test(sentence) && text.slice(0, begin).trimEnd().endsWith('?'));
        return goesOn ? list : [];
      });
      const after = judged.slice(own + 1).flat();
      const before = judged.slice(0, own).reverse().flat();
      const lead = (passage.intro ?? '').trimEnd().endsWith(':') ? near(intro, 'intro') : [];
      const routes = judge.routesOf(said, [start - from, start - from + length]);
      const scopes = [
        [...near(here, 'own'), ...near(on, 'on'), ...lead, ...near(after, 'after'), ...near(before, 'before')],
        near(intro, 'intro'),
      ];
      // Under "Side effects" the heads of rows are effects, and so is what the text merely names.
      const isHarm = [passage.title, passage.heading, passage.intro, passage.columnHead].some((head) =>
        judge.isAboutHarm(head ?? ''),
      );
      if (!isHarm)
        scopes.push(
          [...near(rowHead, 'row'), ...near(columnHead, 'column')],
          near(heading, 'heading'),
          near(title, 'title'),
        );
      for (const scope of scopes) {
        const left = scope.filter(({ use, verdict }) => !(isHarm && (verdict === 'open' || use.place !== 'text')));
        if (left.length > 0) return distinct(left.map(({ use }) => ({ ...use, routes })));
      }
      return [];
    },
  };
}

/**
 * From which certainty on a condition counts as a use: chosen by leaving one writer's passages out (tests/eval/README.md).
 * What rules exclude needs the words of the passage on its side as well, whatever the knowledge has.
 */
const LIKELY = 0.4;
const LIKELY_THOUGH_OUT = 0.5;
/** Where one of these cues reaches, no weight makes it a use. */
const FORBIDS = /^(?:contraindication|exclusion|comparison|absent|worsened)$/;

function isLikely({ use: { certainty, byWords }, verdict, why, cue }: Judged): boolean {
  if (verdict !== 'out') return certainty >= LIKELY;
  const isForbidden = cue !== undefined && FORBIDS.test(cue.rule.means);
  return (
    certainty >= LIKELY_THOUGH_OUT && byWords >= (why === 'other medicine' ? LIKELY_THOUGH_OUT : 0.3) && !isForbidden
  );
}

/** Begins the clues by the words of the whole passage, each by its first five letters: a trial's entry, a warning, a family's story. */
export const TOPIC = 'p:';

/** Sentences on either side that are looked at. */
const NEIGHBOURS = 4;

/** What the rules make of it. */
function ruleClues({ verdict, cue, aside, why, use }: Judged): string[] {
  return [
    `v:${verdict}`,
    `m:${why}`,
    `v:${verdict} m:${why} k:${use.concept?.kind ?? 'shape'}`,
    ...(cue ? [`c:${cue.text}`] : []),
    ...(aside ? [`aside`, `aside v:${verdict}`] : []),
    ...(use.within ? ['within'] : []),
    ...(use.stages.length > 0 ? ['staged'] : []),
  ];
}

/** One line for a condition, though it is named twice; the same at another stage is another use. */
function distinct(uses: readonly NamedUse[]): NamedUse[] {
  const seen = new Set<string>();
  return uses.filter(({ concept, within, condition, stages }) => {
    const key = `${concept?.name ?? condition.toLowerCase()}|${within?.name ?? ''}|${stages.join()}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** What a sentence says of the medicine that it names, as clues for conditions in other sentences. */
function wordsBeside(sentence: string, start: number, length: number): string[] {
  const words = wordsOf(sentence);
  const before = words.filter(({ end }) => end <= start);
  const behind = words.filter((word) => word.start >= start + length);
  return [
    ...words.map(({ stem }) => `o:${stem}`),
    ...[1, 2].flatMap((d) => [`ob${d}:${before.at(-d)?.stem ?? '<'}`, `oa${d}:${behind[d - 1]?.stem ?? '>'}`]),
  ];
}

function mentionIn(sentence: string, name: string): readonly [number, number] | undefined {
  const at = sentence.toLowerCase().indexOf(name.toLowerCase());
  return at < 0 ? undefined : [at, at + name.length];
}

function moved(judged: Judged, by: number): Judged {
  const { use } = judged;
  return { ...judged, use: { ...use, start: use.start + by, end: use.end + by } };
}
