/**
 * Conditions that are said together: "agitation in people with dementia" is one, and those of a list stand and fall
 * together.
 */
import { neighbours } from '../groups.ts';
import type { Cue } from './cues.ts';
import type { Concept, Condition } from './vocabulary.ts';

const LISTED =
  /^[\s,/()+&-]*(?:(?:and|or|und|oder|et|ou|y|o|e|u|nor|ni|noch|plus|as well as|including|such as|for|bei)[\s,]+)*(?:[\p{L}-]+ ){0,2}$/u;
const OR = /^ ?(?:,|or|and|und|oder|et|ou|y|o) $/;
/** One is said by the other. */
const SIDE_BY_SIDE = /^(?:[ -]|[ -](?:related|associated|induced) )$/;
/** "Women with lupus who have cognitive impairment". */
const WHO_HAVE = /^[\s\p{L}]{0,12} (?:who|that|and) (?:also )?(?:have|has|had|with) $/u;

export interface Joined extends Condition {
  readonly within: Concept | undefined;
  readonly isWithin: boolean;
  /** Words between the two parts: numbers of the first, and of the one behind the last. */
  readonly inside?: readonly [number, number];
}

/** Conditions of one list stand and fall together. */
export function listedConditions(
  conditions: readonly Joined[],
  text: string,
  cues: readonly Cue[],
  cuts: readonly number[],
): Joined[][] {
  return neighbours(
    conditions,
    ({ end: from }, { start: to }) =>
      LISTED.test(text.slice(from, to)) &&
      !cues.some(({ start, end }) => start >= from && end <= to) &&
      !cuts.some((cut) => cut >= from && cut < to),
  );
}

/** Two conditions that are said as one; undefined where they are two. */
function joinedAs(before: Joined, condition: Condition, between: string, people: RegExp): Joined | undefined {
  const kinds = `${before.concept?.kind} ${condition.concept?.kind}`;
  const isFree = !before.within && before.concept !== condition.concept;
  const { end, last } = condition;
  // "Agitation, moderate to severe Alzheimer's disease", as titles have it.
  const isTitled = kinds === 'symptom disease' && /^, \S/.test(between) && people.test(` in ${between.slice(2)}`);
  // "Agitation in people with dementia".
  if (isTitled || (isFree && people.test(between))) {
    const inside = [before.last + 1, condition.first] as const;
    return { ...before, within: condition.concept, end, last, isWithin: true, inside };
  }
  // "Stroke aphasia", "dementia-related agitation": the last one is meant, in the disease that the first one names.
  const isOfPeople = kinds === 'disease symptom' && WHO_HAVE.test(between);
  if (isFree && (SIDE_BY_SIDE.test(between) || isOfPeople)) {
    return { ...condition, within: before.concept, start: before.start, first: before.first, isWithin: true };
  }
  // "Spasticity of multiple sclerosis or spinal cord injury".
  const isAlso = before.isWithin && kinds === 'symptom disease' && OR.test(between);
  return isAlso ? { ...before, end, last } : undefined;
}

/** "Agitation in people with dementia" is one condition. */
export function joinConditions(conditions: readonly Condition[], text: string, people: RegExp): Joined[] {
  const joined: Joined[] = [];
  for (const condition of conditions) {
    const before = joined.at(-1);
    const between = before ? text.slice(before.end, condition.start) : '';
    // "Autism spectrum disorder (ASD)" is said once.
    if (/^ ?\($/.test(between) && text[condition.end] === ')') continue;
    const one = before && joinedAs(before, condition, between, people);
    if (one) joined[joined.length - 1] = one;
    else joined.push({ ...condition, within: undefined, isWithin: false });
  }
  // "Agitation and aggression in Alzheimer's disease": both are in it.
  for (let at = joined.length - 2; at >= 0; at--) {
    const [one, next] = [joined[at]!, joined[at + 1]!];
    const isFree = !one.within && one.concept?.kind === 'symptom';
    if (next.isWithin && isFree && LISTED.test(text.slice(one.end, next.start)))
      joined[at] = { ...one, within: next.within, isWithin: true };
  }
  return joined;
}
