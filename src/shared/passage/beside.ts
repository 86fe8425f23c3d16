/**
 * What stands beside a condition in its sentence. In the words up to the next condition, people, their ages and a
 * lacking approval are looked for (`besideOf`); an exclusion may rule out more than the words next to it (`barring`).
 */
import type { Cue } from './cues.ts';
import type { Joined } from './join.ts';
import type { Beside } from './qualifiers.ts';
import { countWords } from './words.ts';

/** An exclusion at the end of a clause, or before a colon, is said of all that stands there, whatever words are nearer. */
export function barring(
  text: string,
  found: readonly Cue[],
  cuts: readonly number[],
  { start, end }: { start: number; end: number },
  all: readonly Joined[],
): Cue | undefined {
  return found.find(({ rule, ...cue }) => {
    if (rule.means !== 'exclusion') return false;
    if (rule.points === 'after') return cue.end <= start && /:(?!.*(?:[;]|\. ))/.test(text.slice(cue.end, start));
    const isClear =
      cue.start >= end &&
      !cuts.some((cut) => cut >= end && cut < cue.start) &&
      !all.some((other) => other.start >= end && other.start < cue.start);
    return isClear && countWords(text.slice(end, cue.start)) <= (rule.reach ?? 0);
  });
}

/** The words beside a condition, up to the next ones and the ends of its clause. */
export function besideOf(
  text: string,
  group: readonly Joined[],
  all: readonly Joined[],
  [from, to]: readonly [number, number],
): Beside {
  const [start, end] = [group[0]!.start, group.at(-1)!.end];
  const others = all.filter((one) => !group.includes(one) && one.start >= from && one.end <= to);
  const left = Math.max(from, ...others.filter((one) => one.end <= start).map((one) => one.end));
  const right = Math.min(to, ...others.filter((one) => one.start >= end).map((one) => one.start));
  return {
    before: text.slice(left, start),
    behind: text.slice(end, right).split(/ (?:and|und|et|y) /)[0]!,
    clause: text.slice(from, to),
  };
}
