/**
 * What the rules make of each condition of a text: a use, ruled out, or open. A condition near a mention is open until
 * a cue says something; how likely it is a use is weighed afterwards (`weigh.ts`).
 */
import type { Introduced } from './abbreviations.ts';
import { openAims } from './aims.ts';
import { barring, besideOf } from './beside.ts';
import { cluesOf } from './clues.ts';
import { type Cue, openCues, phrases, type UseCues } from './cues.ts';
import { type Joined, joinConditions, listedConditions } from './join.ts';
import { qualify } from './qualifiers.ts';
import { type Route, readRoutes } from './routes.ts';
import type { Judged, NamedUse, Place, ReadName } from './types.ts';
import type { Concept, Vocabulary } from './vocabulary.ts';
import { countWords, plain, wordsOf } from './words.ts';

type Stretch = readonly [number, number];

export function createJudge(vocabulary: Vocabulary, data: UseCues, medicines: readonly string[]) {
  const cues = openCues(data);
  const kinds = phrases(data.medicines);
  const names = new Set(medicines);
  const stages = Object.values(data.stages).flat().join('|').replaceAll('*', '\\p{L}*');
  const ofStages = `(?:(?:${stages}|to|bis|a|or|and)[\\s-]+)*`;
  const context = `(?:(?:${data.context.join('|')})(?=[\\s'])[\\s']+)`;
  const persons = `(?:(?:${data.people.join('|').replaceAll('*', '\\p{L}*')})(?=[\\s'-])[\\s'-]+)*`;
  // What stands between a symptom and the disease that it is of: "in people with".
  const people = new RegExp(`^[\\s-]*${ofStages}${context}${persons}$`, 'u');
  const qualifier = qualify(data);
  const routes = readRoutes(data.routes);
  const aim = openAims(data, people);
  const resistant = phrases(data.resistant, '');

  let sameMedicine: ReadonlySet<string> = new Set();
  let introduced: Introduced = new Map();

  /** Writes `#` over other medicines, `@` over this one's further names. */
  function mask(text: string, isKept: (at: number) => boolean = () => false): string {
    const write = (name: string, at: number): string =>
      isKept(at) ? name : (sameMedicine.has(name) ? '@' : '#').repeat(name.length);
    return text
      .replace(kinds, write)
      .replace(/\p{L}[\p{L}-]{3,}/gu, (name, at: number) => (names.has(name) ? write(name, at) : name));
  }

  /** Judges the conditions of one text; `mention` is missing where the text does not name the medicine. */
  function judge(text: string, place: Place, mention: Stretch | undefined): Judged[] {
    const words = wordsOf(text);
    const conditions = vocabulary
      .find(text, words, introduced)
      .filter(({ start, end }) => !mention || end <= mention[0] || start >= mention[1]);
    if (conditions.length === 0) return [];
    const folded = mention ? withMention(plain(text), mention) : plain(text);
    const isInside = (at: number): boolean => conditions.some(({ start, end }) => at >= start && at < end);
    const masked = mask(folded, isInside);
    const found = cues.find(masked);
    const cuts = cues.cuts(masked);
    const joined = joinConditions(conditions, masked, people);
    // A mention without words stands before a text that may name it by names we do not have.
    const isUnnamed = mention !== undefined && mention[0] === mention[1];
    const groups = listedConditions(joined, masked, found, cuts);
    const judged = groups.flatMap((group) => {
      const within = group.some(({ isWithin }) => isWithin);
      const fitting = within ? found.filter(({ rule }) => rule.means !== 'other cause') : found;
      const span = { start: group[0]!.start, end: group.at(-1)!.end };
      const cue = barring(masked, fitting, cuts, span, joined) ?? cues.nearest(masked, fitting, cuts, span);
      return group.map((one): Judged => {
        const [from, to] = clauseAt(one.start, cuts, text);
        const clause = masked.slice(from, to);
        const elsewhere = !isUnnamed && clause.includes('#') && !clause.includes('@');
        // A list stands and falls together: with one effect among them, and nothing said, all are effects.
        const isUse =
          cue === undefined
            ? group.every(({ concept }) => concept?.kind !== 'effect')
            : cue.rule.means === 'use' && (one.concept?.kind !== 'effect' || isClose(masked, cue, group, joined));
        const verdict = !isUse || elsewhere ? 'out' : cue === undefined ? 'open' : 'use';
        const span = qualifier.span(words, one.first, one.last, one.inside && words.slice(...one.inside));
        // "Wandering in severe Alzheimer's disease" is not the disease.
        const aimed = one.concept?.kind === 'disease' && !one.within ? aim(masked, one.start) : undefined;
        const start = aimed ?? span.start;
        const use: NamedUse = {
          place,
          start,
          end: span.end,
          condition: text.slice(start, span.end),
          ...(aimed === undefined ? meant(one, masked) : { concept: undefined, within: one.concept }),
          certainty: 0,
          byWords: 0,
          routes: [],
          isBehindOther:
            mention !== undefined &&
            masked.slice(Math.min(mention[1], span.end), Math.max(mention[0], start)).includes('#'),
          ...qualifier.read(masked, words, span, one, cue, besideOf(masked, group, joined, [from, to])),
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

  /**
   * What a condition means where the vocabulary has a kind of it: "depression that has resisted two medicines" may be
   * treatment-resistant depression, "pain in diabetic polyneuropathy" the painful one, and "dementia in Alzheimer's disease"
   * is no symptom of it, but the disease.
   */
  function meant({ concept, within, end }: Joined, masked = ''): Pick<NamedUse, 'concept' | 'within'> {
    if (!concept) return { concept, within };
    if (!within) {
      const resists = (resistant.exec(masked.slice(end))?.index ?? 2) < 2;
      return { concept: (resists && called(`treatment-resistant ${concept.name}`)) || concept, within };
    }
    const isItsPain = concept.name === 'pain' && called(`painful ${within.name}`) === within;
    return isItsPain || vocabulary.isUnder(within, concept)
      ? { concept: within, within: undefined }
      : { concept, within };
  }

  /** What the vocabulary has under a name, from its first letter on. */
  function called(name: string): Concept | undefined {
    const [found] = vocabulary.find(name, wordsOf(name));
    return found?.start === 0 ? found.concept : undefined;
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
    mention: Stretch,
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
      const clause = clauseAt(start - from, cuts, masked);
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
        courses: [],
        subtype: false,
        denied: false,
        certainty: 1,
        byWords: 1,
      };
      const bare = { verdict: 'use', aside: false, clause: 0, cue: undefined, why: '', clues: [] } as const;
      return [{ use, ...bare, distance: Math.abs(start - mention[1]) }];
    });
  }

  return {
    /** Sets the further names of the medicine, folded: where they stand, it is named again. */
    about(further: readonly string[] | undefined, of: Introduced): void {
      sameMedicine = new Set(further);
      introduced = of;
    },
    /** How the medicine is given, by the words beside its mention. */
    routesOf: (sentence: string, mention: Stretch): Route[] =>
      routes.beside(withMention(mask(plain(sentence)), mention), mention),
    /** The same in words of a label. */
    routesIn: (text: string): Route[] => routes.routesIn(plain(text)),
    judge,
    bareStages,
    isAboutHarm,
    readName(name: string): ReadName | undefined {
      const words = wordsOf(name);
      const [first] = joinConditions(vocabulary.find(name, words), plain(name), people);
      if (!first) return undefined;
      const others = [...words.slice(0, first.first), ...words.slice(first.last + 1)];
      return {
        ...meant(first),
        stages: qualifier.span(words, first.first, first.last).stages,
        isWhole: qualifier.isOnlyManner(others),
        prevents: qualifier.isOnlyPrevention(others),
      };
    },
  };
}

/** A text with `@` over the mention. */
const withMention = (text: string, [start, end]: Stretch): string =>
  text.slice(0, start) + '@'.repeat(end - start) + text.slice(end);

/** Where the clause around a place begins and ends. */
const clauseAt = (at: number, cuts: readonly number[], text: string): Stretch => [
  cuts.findLast((cut) => cut <= at) ?? 0,
  cuts.find((cut) => cut > at) ?? text.length,
];

const HARM = /^(?:side effect|contraindication|exclusion)$/;

const isShort = (between: string): boolean => (between.match(/[\p{L}\d]+/gu)?.length ?? 0) <= 4;

/** What is mostly an effect counts as treated only where the words for it stand next to it. */
function isClose(text: string, cue: Cue, group: readonly Joined[], all: readonly Joined[]): boolean {
  const [from, to] = cue.rule.points === 'after' ? [cue.end, group[0]!.start] : [group.at(-1)!.end, cue.start];
  if (cue.rule.points === 'before' && !RELIEF.test(cue.text)) return false;
  return countWords(text.slice(from, to)) <= 4 && !all.some(({ start }) => start >= from && start < to);
}

const RELIEF = /treat|improv|resol|reliev|respon|subsid|remit|behandel|besser|trait|ameli|trata|mejor/;
