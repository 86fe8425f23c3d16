/**
 * The clues by which a condition near a mention is weighed: the words around it and around the mention, what stands
 * between, how many conditions there are, and what the rules of `cues.ts` make of it. Each clue is a short text such as
 * `b1:for` ("for" right before the condition); what a clue weighs is learned, see `weigh.ts`.
 */
import type { Joined } from './join.ts';
import type { Word } from './words.ts';

/** A condition in its sentence. */
export interface Surroundings {
  /** The sentence as the cues read it: `@` for the mention, `#` for other medicines. */
  readonly masked: string;
  readonly words: readonly Word[];
  /** All conditions of the sentence, in order. */
  readonly conditions: readonly Joined[];
  readonly condition: Joined;
  /** Offsets of the mention; missing where the sentence does not name the medicine. */
  readonly mention: readonly [number, number] | undefined;
  /** How many conditions are listed with this one. */
  readonly listed: number;
}

/** Words on either side of a condition, and of the mention. */
const SIDE = 3;
const BESIDE_MENTION = 2;
/** Words between condition and mention that are looked at. */
const BETWEEN = 14;

/** What stands around a condition, as clues; each once. */
export function cluesOf({ masked, words, conditions, condition, mention, listed }: Surroundings): string[] {
  const clues = new Set<string>();
  const token = (k: number): string => {
    const word = words[k];
    if (!word) return k < 0 ? '<' : '>';
    if (mention && word.start >= mention[0] && word.end <= mention[1]) return '@';
    const mark = masked[word.start]!;
    if (mark === '@' || mark === '#') return mark;
    if (conditions.some(({ start, end }) => word.start >= start && word.end <= end)) return '%';
    return /\d/.test(word.text) ? '0' : word.stem;
  };
  const gap = (k: number): string => {
    const between = words[k]?.gap ?? '';
    return /[:;.?!()]/.exec(between)?.[0] ?? (between.includes(',') ? ',' : '');
  };
  const { first, last } = condition;
  for (let d = 1; d <= SIDE; d++) clues.add(`b${d}:${token(first - d)}`).add(`a${d}:${token(last + d)}`);
  clues.add(`b:${token(first - 2)} ${token(first - 1)}`).add(`a:${token(last + 1)} ${token(last + 2)}`);
  clues.add(`gb:${gap(first)}`).add(`ga:${gap(last + 1)}`);
  if (mention) aroundMention(mention);
  else clues.add('no mention');
  for (let k = 0; k < words.length; k++) clues.add(`s:${token(k)}`);
  clues.add(`n:${Math.min(conditions.length, 4)}`).add(`g:${Math.min(listed, 4)}`);
  clues.add(`i:${Math.min(conditions.indexOf(condition), 3)}`).add(`k:${condition.concept?.kind ?? 'shape'}`);
  return [...clues];

  function aroundMention([start, end]: readonly [number, number]): void {
    const from = words.findIndex((word) => word.start < end && word.end > start);
    let to = from;
    while (words[to + 1] && words[to + 1]!.start < end) to++;
    const isBefore = condition.end <= start;
    const side = isBefore ? 'x' : 'y';
    const [k0, k1] = isBefore ? [last + 1, from] : [to + 1, first];
    const far = k1 - k0 > 12 ? '+' : k1 - k0 > 6 ? '12' : k1 - k0 > 3 ? '6' : `${k1 - k0}`;
    clues.add(isBefore ? 'before' : 'behind').add(`${side}n:${far}`);
    for (let k = k0; k < k1 && k < k0 + BETWEEN; k++) {
      clues.add(`${side}:${token(k)}`);
      if (k > k0 && gap(k)) clues.add(`${side}g:${gap(k)}`);
    }
    for (let d = 1; d <= BESIDE_MENTION; d++) clues.add(`mb${d}:${token(from - d)}`).add(`ma${d}:${token(to + d)}`);
    clues.add(`m:${token(from - 2)} ${token(from - 1)}`).add(`ma:${token(to + 1)} ${token(to + 2)}`);
  }
}
