/**
 * Which conditions a passage names as uses of a medicine.
 *
 * Named near means meant, unless words rule it out: a condition in the sentence of the mention counts, else one of the
 * sentences around, the list's introduction, the heads of a table's row and column, the heading, the title. What rules
 * out stands in knowledge/vocabulary/use-cues.json and is applied by `cues.ts`.
 */
import { cluesOf } from './clues.ts';
import { type Cue, openCues, phrases, type UseCues } from './cues.ts';
import { groupsOf, type Joined, joinConditions } from './join.ts';
import { type Qualifiers, qualify } from './qualifiers.ts';
import { sentencesOf } from './sentences.ts';
import type { Concept, Vocabulary } from './vocabulary.ts';
import type { Weigh } from './weigh.ts';
import { plain, wordsOf } from './words.ts';

/** The words around a mention. */
export interface PassageText {
  /** The paragraph, list item or table cell. */
  readonly text: string;
  /** Offset of the mention in `text`, and its length. */
  readonly start: number;
  readonly length: number;
  readonly intro?: string;
  readonly rowHead?: string;
  readonly columnHead?: string;
  readonly heading?: string;
  readonly title?: string;
  /** Further names of the medicine, folded: where they stand, it is named again. */
  readonly names?: readonly string[];
}

export type Place = 'text' | 'intro' | 'rowHead' | 'columnHead' | 'heading' | 'title';

/** A condition that is named as a use. */
export interface NamedUse extends Qualifiers {
  readonly place: Place;
  /** Offsets into the text of the place, end exclusive; stage and what else narrows it included. */
  readonly start: number;
  readonly end: number;
  readonly condition: string;
  /** Undefined where only its shape is known ("Chiari malformation"). */
  readonly concept: Concept | undefined;
  /** What it is a symptom or complication of: agitation in Alzheimer's disease. */
  readonly within: Concept | undefined;
  /** Probability that it is a use. */
  readonly certainty: number;
}

/** Where a condition stands, seen from the mention; those of a nearer scope are taken alone. */
export type Scope = 'own' | 'on' | 'after' | 'before' | 'intro' | 'row' | 'column' | 'heading' | 'title';

/** A condition of a passage as it was weighed. */
export interface WeighedUse {
  readonly use: NamedUse;
  readonly scope: Scope;
  /** What the rules alone make of it. */
  readonly verdict: 'use' | 'open' | 'out';
  readonly clues: readonly string[];
}

interface Judged {
  readonly use: NamedUse;
  readonly verdict: 'use' | 'open' | 'out';
  readonly why: string;
  /** In a clause that does not name the medicine. */
  readonly aside: boolean;
  /** Where its clause begins. */
  readonly clause: number;
  readonly cue: Cue | undefined;
  readonly distance: number;
  /** Empty for bare stages, which are taken as they are. */
  readonly clues: readonly string[];
}

/** What the name of a condition means. */
export interface ReadName extends Pick<NamedUse, 'concept' | 'within' | 'stages'> {
  /** False where the name has further words: "depression as a psychiatric emergency" is more than depression. */
  readonly isWhole: boolean;
}

export interface UseFinder {
  /** The leading one first. `told` hears of every condition that was weighed. */
  find(passage: PassageText, told?: (weighed: WeighedUse) => void): NamedUse[];
  /** What the bare name of a condition means: "agitation in Alzheimer's disease". Undefined where it names none. */
  read(name: string): ReadName | undefined;
  /** All conditions that a text names, whatever it says of them. */
  conceptsIn(text: string): (Concept | undefined)[];
  readonly vocabulary: Vocabulary;
}

/** An answer goes on about what was asked. */
const ANSWER = /^\s*(?:yes|no|not really|nobody|ja|nein|oui|non|si|sí)\b/i;
const DO_SO = /\bdo(?:es|ing)? so\b/i;
const PRONOUN = /^\s*(?:(?:it|this|they|he|she|the (?:drug|medicine|pill|tablet)|es|sie|er|elle|il|se|su)\b)/i;

export function createUseFinder(
  vocabulary: Vocabulary,
  data: UseCues,
  medicines: readonly string[],
  weigh: Weigh,
): UseFinder {
  const cues = openCues(data);
  const kinds = phrases(data.medicines);
  const names = new Set(medicines);
  /** Writes `#` over other medicines, `@` over this one's further names. */
  const mask = (text: string, isKept: (at: number) => boolean = () => false): string => {
    const write = (name: string, at: number): string =>
      isKept(at) ? name : (sameMedicine.has(name) ? '@' : '#').repeat(name.length);
    return text
      .replace(kinds, write)
      .replace(/\p{L}[\p{L}-]{3,}/gu, (name, at: number) => (names.has(name) ? write(name, at) : name));
  };
  const people = new RegExp(
    `^[\\s-]*(?:(?:${data.context.join('|')})(?=[\\s'])[\\s']+)(?:(?:${data.people.join('|').replaceAll('*', '\\p{L}*')})(?=[\\s'-])[\\s'-]+)*$`,
    'u',
  );
  const qualifier = qualify(data);

  let sameMedicine: ReadonlySet<string> = new Set();
  const read = new Map<string, ReadName | undefined>();

  /** Judges the conditions of one text; `mention` is missing where the text does not name the medicine. */
  function judge(text: string, place: Place, mention: readonly [number, number] | undefined): Judged[] {
    const words = wordsOf(text);
    const conditions = vocabulary
      .find(text, words)
      .filter(({ start, end }) => !mention || end <= mention[0] || start >= mention[1]);
    if (conditions.length === 0) return [];
    let folded = plain(text);
    if (mention) folded = folded.slice(0, mention[0]) + '@'.repeat(mention[1] - mention[0]) + folded.slice(mention[1]);
    const isInside = (at: number): boolean => conditions.some(({ start, end }) => at >= start && at < end);
    const masked = mask(folded, isInside);
    const found = cues.find(masked);
    const cuts = cues.cuts(masked);
    const joined = joinConditions(conditions, masked, people);
    // A mention without words stands before a text that may name it by names we do not have.
    const isUnnamed = mention !== undefined && mention[0] === mention[1];
    const clauseOf = (at: number): readonly [number, number] => {
      const from = cuts.filter((cut) => cut <= at).at(-1) ?? 0;
      return [from, cuts.find((cut) => cut > at) ?? text.length];
    };
    const groups = groupsOf(joined, masked, found, cuts);
    const judged = groups.flatMap((group) => {
      const within = group.some(({ isWithin }) => isWithin);
      const fitting = within ? found.filter(({ rule }) => rule.means !== 'other cause') : found;
      const cue = cues.nearest(masked, fitting, cuts, { start: group[0]!.start, end: group.at(-1)!.end });
      return group.map((one): Judged => {
        const [from, to] = clauseOf(one.start);
        const clause = masked.slice(from, to);
        const elsewhere = !isUnnamed && clause.includes('#') && !clause.includes('@');
        // A list stands and falls together: with one effect among them, and nothing said, all are effects.
        const isUse =
          cue === undefined
            ? group.every(({ concept }) => concept?.kind !== 'effect')
            : cue.rule.means === 'use' && (one.concept?.kind !== 'effect' || isClose(masked, cue, group, joined));
        const verdict = !isUse || elsewhere ? 'out' : cue === undefined ? 'open' : 'use';
        const span = qualifier.span(words, one.first, one.last);
        const use: NamedUse = {
          place,
          start: span.start,
          end: span.end,
          condition: text.slice(span.start, span.end),
          ...meant(one),
          certainty: 0,
          ...qualifier.read(masked, words, span, one, cue),
        };
        const distance = !mention
          ? 1e4 + one.start
          : one.start >= mention[1]
            ? one.start - mention[1]
            : mention[0] - one.end;
        const aside = !clause.includes('@');
        return {
          use,
          verdict,
          aside,
          clause: from,
          cue,
          why: elsewhere ? 'other medicine' : (cue?.rule.means ?? ''),
          distance,
          clues: cluesOf({ masked, words, conditions: joined, condition: one, mention, listed: group.length }),
        };
      });
    });
    // Where words name a use, what only stands in another clause is none.
    const clauses = new Set(judged.flatMap(({ verdict, clause }) => (verdict === 'use' ? clause : [])));
    const aimed =
      mention !== undefined &&
      judged.some(
        ({ use, verdict, cue }) =>
          verdict === 'use' && use.start > mention[0] && cue?.rule.weak && isShort(masked.slice(mention[1], cue.start)),
      );
    const patients =
      mention !== undefined &&
      judged.some(({ use, verdict }) => verdict !== 'out' && use.end <= mention[0] && use.concept?.kind === 'disease');
    const effects = (clause: number): number =>
      judged.filter(
        ({ use, verdict, cue, clause: other }) =>
          other === clause && verdict === 'out' && cue === undefined && use.concept?.kind === 'effect',
      ).length;
    return judged.map((one) => {
      const { use, verdict, aside, clause, cue } = one;
      const isBefore = mention !== undefined && use.end <= mention[0];
      const isOut =
        // Named among effects, with nothing said: one of them.
        (clauses.size === 0 && verdict === 'open' && effects(clause) > 1) ||
        (clauses.size > 0 && aside && verdict === 'open' && !clauses.has(clause)) ||
        // "He has diabetes, and takes it for migraine": who has it takes it for something else.
        (aimed && isBefore && (cue === undefined || cue.rule.points === 'before')) ||
        // "In people with alcoholism it lowered craving": what was measured, not what was treated.
        (patients && !isBefore && use.concept?.kind === 'symptom' && use.within === undefined && !cue?.rule.weak);
      return isOut ? { ...one, verdict: 'out' as const } : one;
    });
  }

  /** "Dementia in Alzheimer's disease" is no symptom of it, but the disease. */
  function meant({ concept, within }: Joined): Pick<NamedUse, 'concept' | 'within'> {
    const isKind = concept !== undefined && within !== undefined && vocabulary.isUnder(within, concept);
    return isKind ? { concept: within, within: undefined } : { concept, within };
  }

  /** A heading such as "Side effects" or "When not to take it", which names no aim. */
  function isAboutHarm(head: string): boolean {
    const found = cues.find(plain(head)).filter(({ rule }) => rule.points === 'after');
    return (
      found.some(({ rule }) => HARM.test(rule.means)) && !found.some(({ rule }) => rule.means === 'use' && !rule.weak)
    );
  }

  /** Stages of a condition that is named elsewhere in the passage. */
  function bareStages(
    { from, to }: { readonly from: number; readonly to: number },
    mention: readonly [number, number],
    text: string,
    named: readonly Judged[],
  ): Judged[] {
    const about = named.find(({ use }) => use.concept?.kind === 'disease');
    if (!about) return [];
    const sentence = text.slice(from, to);
    const words = wordsOf(sentence);
    const masked = mask(plain(sentence));
    const cuts = cues.cuts(masked);
    return qualifier.bare(words, mention[1] - from).flatMap(({ first, last, stages }) => {
      const start = words[first]!.start + from;
      const end = words[last]!.end + from;
      if (named.some(({ use }) => use.place === 'text' && use.start < end && use.end > start)) return [];
      const at = start - from;
      const clause = [
        cuts.filter((cut) => cut <= at).at(-1) ?? 0,
        cuts.find((cut) => cut > at) ?? masked.length,
      ] as const;
      const isOurs = mention[0] - from >= clause[0] && mention[0] - from < clause[1];
      if (!isOurs && masked.slice(...clause).includes('#')) return [];
      const use: NamedUse = {
        ...about.use,
        place: 'text',
        start,
        end,
        condition: text.slice(start, end),
        stages,
        prevent: false,
        certainty: 1,
      };
      return [
        {
          use,
          verdict: 'use',
          aside: false,
          clause: 0,
          cue: undefined,
          why: '',
          distance: Math.abs(start - mention[1]),
          clues: [],
        } satisfies Judged,
      ];
    });
  }

  function weighed(one: Judged, scope: Scope, headed: readonly string[], told?: (weighed: WeighedUse) => void): Judged {
    if (one.clues.length === 0) return one;
    const clues = [...new Set([...one.clues, ...ruleClues(one), ...headed, `scope:${scope}`])];
    const use = { ...one.use, certainty: weigh(clues) };
    told?.({ use, scope, verdict: one.verdict, clues });
    return { ...one, use };
  }

  return {
    vocabulary,
    conceptsIn: (text) => vocabulary.find(text, wordsOf(text)).map(({ concept }) => concept),
    read(name) {
      if (!read.has(name)) {
        const words = wordsOf(name);
        const [first] = joinConditions(vocabulary.find(name, words), plain(name), people);
        const span = first && qualifier.span(words, first.first, first.last);
        const isWhole =
          first !== undefined &&
          qualifier.isOnlyManner([...words.slice(0, first.first), ...words.slice(first.last + 1)]);
        read.set(name, first && { ...meant(first), stages: span?.stages ?? [], isWhole });
      }
      return read.get(name);
    },
    find(passage, told) {
      sameMedicine = new Set(passage.names);
      const { text, start, length } = passage;
      const sentences = sentencesOf(text);
      const own = sentences.findIndex(({ from, to }) => start >= from && start < to);
      const judged = sentences.map(({ from, to }, index) => {
        if (Math.abs(index - own) > NEIGHBOURS) return [];
        const mention =
          index === own
            ? ([start - from, start - from + length] as const)
            : mentionIn(text.slice(from, to), text.slice(start, start + length));
        return judge(text.slice(from, to), 'text', mention).map((one) => moved(one, from));
      });
      const heads = (['intro', 'rowHead', 'columnHead', 'heading', 'title'] as const).map((place) =>
        judge(passage[place] ?? '', place, undefined),
      );
      const [intro, rowHead, columnHead, heading, title] = heads as [Judged[], Judged[], Judged[], Judged[], Judged[]];
      const stageOnly = bareStages(sentences[own]!, [start, start + length], text, [
        ...(judged[own] ?? []),
        ...judged.flat(),
        ...heads.flat(),
      ]);
      const headed = [passage.heading, passage.intro, passage.columnHead]
        .flatMap((head) => wordsOf(head ?? ''))
        .map(({ stem }) => `h:${stem}`);
      const near = (list: readonly Judged[], scope: Scope): Judged[] =>
        list
          .map((one) => weighed(one, scope, headed, told))
          .filter(isLikely)
          .sort((a, b) => a.distance - b.distance);
      const here = [...(judged[own] ?? []), ...stageOnly];
      const on = judged.flatMap((list, index) => {
        if (index === own) return [];
        const { from, to } = sentences[index]!;
        const goesOn =
          mentionIn(text.slice(from, to), text.slice(start, start + length)) ||
          (index > own && (PRONOUN.test(text.slice(from, to)) || DO_SO.test(text.slice(from, to)))) ||
          (index === own + 1 && ANSWER.test(text.slice(from, to)) && text.slice(0, from).trimEnd().endsWith('?'));
        return goesOn ? list : [];
      });
      const after = judged.slice(own + 1).flat();
      const before = judged.slice(0, own).reverse().flat();
      const out = [...here, ...on].filter(({ verdict }) => verdict === 'out').map(({ use }) => use.concept);
      const lead = (passage.intro ?? '').trimEnd().endsWith(':') ? near(intro, 'intro') : [];
      const scopes = [
        [...near(here, 'own'), ...near(on, 'on'), ...lead],
        near(after, 'after'),
        near(before, 'before'),
        near(intro, 'intro'),
      ];
      // Under "Side effects" the heads of rows are effects, and so is what the text merely names.
      const isHarm = [passage.title, passage.heading, passage.intro, passage.columnHead].some((head) =>
        isAboutHarm(head ?? ''),
      );
      if (!isHarm)
        scopes.push(
          [...near(rowHead, 'row'), ...near(columnHead, 'column')],
          near(heading, 'heading'),
          near(title, 'title'),
        );
      for (const scope of scopes) {
        const left = scope.filter(
          ({ use, verdict }) =>
            !(isHarm && (verdict === 'open' || use.place !== 'text')) &&
            (scope === scopes[0] || use.concept === undefined || !out.includes(use.concept)),
        );
        if (left.length > 0) return distinct(left.map(({ use }) => use));
      }
      return [];
    },
  };
}

/**
 * From which certainty on a condition counts as a use: sooner where a cue says so, later where one rules it out. Chosen
 * by cross-validation on labelled passages (tests/eval/README.md).
 */
const LIKELY = { use: 0.3, open: 0.45, out: 0.7 };
/** Where one of these cues reaches, no weight makes it a use. */
const FORBIDS = /^(?:contraindication|exclusion)$/;

function isLikely({ use, verdict, cue }: Judged): boolean {
  if (verdict === 'out' && cue && FORBIDS.test(cue.rule.means)) return false;
  return use.certainty >= LIKELY[verdict === 'out' && !cue ? 'open' : verdict];
}

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

const HARM = /^(?:side effect|contraindication|exclusion)$/;

const isShort = (between: string): boolean => (between.match(/[\p{L}\d]+/gu)?.length ?? 0) <= 4;

/** What is mostly an effect counts as treated only where the words for it stand next to it. */
function isClose(text: string, cue: Cue, group: readonly Joined[], all: readonly Joined[]): boolean {
  const [from, to] = cue.rule.points === 'after' ? [cue.end, group[0]!.start] : [group.at(-1)!.end, cue.start];
  if (cue.rule.points === 'before' && !RELIEF.test(cue.text)) return false;
  return (
    (text.slice(from, to).match(/\p{L}+/gu)?.length ?? 0) <= 4 && !all.some(({ start }) => start >= from && start < to)
  );
}

const RELIEF = /treat|improv|resol|reliev|respon|subsid|remit|behandel|besser|trait|ameli|trata|mejor/;

/** One line for a condition, though it is named twice; the same at another stage is another use. */
function distinct(uses: readonly NamedUse[]): NamedUse[] {
  const seen = new Set<string>();
  return uses.filter(({ concept, within, condition, stages }) => {
    const key = `${concept?.name ?? condition.toLowerCase()}|${within?.name ?? ''}|${stages.join()}`;
    return !seen.has(key) && seen.add(key);
  });
}

function moved(judged: Judged, by: number): Judged {
  const { use } = judged;
  return { ...judged, use: { ...use, start: use.start + by, end: use.end + by } };
}

function mentionIn(sentence: string, name: string): readonly [number, number] | undefined {
  const at = sentence.toLowerCase().indexOf(name.toLowerCase());
  return at < 0 ? undefined : [at, at + name.length];
}
