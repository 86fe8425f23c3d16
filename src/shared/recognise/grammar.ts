/**
 * Makes the whole name of a form that was found: with the salt, the descriptor of stereochemistry or the noun of a
 * class beside it. A class name that only describes an effect ("anticholinergic effects") is dropped.
 */
import { continuesWord, isUnspaced, isWord } from './characters.ts';
import { alternatives, cached } from './context.ts';
import type { Grammar } from './dictionary.ts';
import type { Hit } from './matcher.ts';

/**
 * Descriptors of stereochemistry before a name, folded: `(S)-`, `S-`, `S(+)-`, `(R,S)-`, `(±)-`, `rac-`. A bare letter
 * needs its hyphen, or the next of "in group S ketamine" would be taken, unless it is the second of "R and S".
 */
const STEREO =
  /(?<![\p{L}\p{N}'])(?:\((?:[rs]{1,2}|r, ?s|s, ?r)\)(?:-?\([+±-]\))?[- ]{0,2}|[rs][ -]?\([+±-]\)[- ]{0,2}|(?:[rsdl]|r[,/]s|rac)- ?|(?<=(?<!\p{L})[rs]-? (?:and|or|und|et|y) )[rs] )$/u;
const STEREO_REACH = 18;
/** Longest stretch between a class name and the effect that it describes. */
const EFFECT_REACH = 90;
/** Longest effect beside a class name in a list. */
const BESIDE_REACH = 30;
const ITEM_BEGINS = /(?:^|[,;.:|/(] ?)(?:and |or )?$/;
const ITEM_ENDS = /^ ?(?:[,;.|/)]|$)/;

/**
 * A hit with what belongs to it and is no form of its own: the salt before or after a name, the stereo descriptor before
 * it, the noun after a class name. Undefined for a class name that is only the adjective of an effect.
 */
export function complete(grammar: Grammar, text: string, hit: Hit): Hit | undefined {
  const { role } = hit.entry;
  if (followsEffect(grammar, text, hit.start)) return undefined;
  if (role === 'class') {
    if (isAmongEffects(grammar, text, hit)) return undefined;
    const start = modifiersBefore(grammar.modifiers, text, hit.start);
    const head = wordAfter(grammar.heads, text, hit.end);
    if (head > 0) return { ...hit, start, end: head };
    const plural = text.charCodeAt(hit.end - 1) === 0x73;
    return !plural && describesEffect(grammar, text, hit.end) ? undefined : { ...hit, start };
  }
  if (role !== 'name') return hit;
  let { start, end } = hit;
  for (let next = end; next >= 0; next = wordAfter(grammar.salts, text, end, true)) end = next;
  start -= STEREO.exec(text.slice(Math.max(0, start - STEREO_REACH), start))?.[0].length ?? 0;
  start -= saltBefore(grammar, text, start);
  return start === hit.start && end === hit.end ? hit : { ...hit, start, end };
}

/**
 * Whether the text after a class name goes on to an effect of which the name is the adjective, also at a distance:
 * "anticholinergic (drying) effects", "anticholinergic and central nervous effects", "antipsychotic-like".
 */
function describesEffect({ effects, heads }: Grammar, text: string, end: number): boolean {
  if (effects.length === 0 || !/[ ,-]/.test(text[end] ?? '')) return false;
  const pattern = cached(
    [
      `^-(?:like|type)(?! (?:${alternatives(heads)}))`,
      `^ [αβγ]-`,
      `^ (?:alpha|beta|gamma)-`,
      // Other adjectives of the list: "anticonvulsant, amnesic and muscle relaxant effects".
      `^(?:,? (?:(?:and|or|as well as) )?(?:\\([^()]{1,30}\\)|(?:muscle )?\\p{L}+(?:ic|ive|al|ory|ant|ing|ian)),?){0,6} (?:and |or )?(?:${alternatives(effects)})`,
      `^ (?:and|or) (?:[^ .,;:]+ ){0,3}(?:${alternatives(effects)})`,
    ].join('|'),
  );
  return pattern.test(text.slice(end, end + EFFECT_REACH));
}

/** Whether the noun of an effect stands right before, as in Romance languages: "effetti antidepressivi". */
function followsEffect({ effectsBefore = [] }: Grammar, text: string, start: number): boolean {
  return text[start - 1] === ' ' && wordBefore(effectsBefore, text, start - 1) > 0;
}

/** Whether a class name is an item of a list of effects: "sedation, amnesia, anticonvulsant". */
function isAmongEffects({ effectsBeside = [] }: Grammar, text: string, { start, end }: Hit): boolean {
  const before = text.slice(Math.max(0, start - BESIDE_REACH), start);
  const after = text.slice(end, end + BESIDE_REACH);
  if (effectsBeside.length === 0 || !ITEM_BEGINS.test(before) || !ITEM_ENDS.test(after)) return false;
  const effects = alternatives(effectsBeside);
  return (
    cached(`(?<!\\p{L})(?:${effects})[,;./] (?:and |or )?$`).test(before) ||
    cached(`^[,;./] (?:and |or )?(?:${effects})`).test(after)
  );
}

/** Where the modifiers before a class name begin: "second generation (atypical) ". */
function modifiersBefore(words: readonly string[], text: string, start: number): number {
  let from = start;
  for (;;) {
    if (text[from - 1] !== ' ') return from;
    const bracketed = text[from - 2] === ')' ? wordBefore(words, text, from - 2) : 0;
    const plain = wordBefore(words, text, from - 1);
    if (bracketed > 0 && text[from - 3 - bracketed] === '(') from -= bracketed + 3;
    else if (plain > 0) from -= plain + 1;
    else return from;
  }
}

/** Length of what makes a salt before a name: "chlorhydrate de ", "chlorhydrate d'", "盐酸"; 0 if nothing does. */
function saltBefore({ saltPrefixes = [] }: Grammar, text: string, start: number): number {
  const length = wordBefore(saltPrefixes, text, start);
  if (length > 0) return length;
  const spaced = text[start - 1] === ' ' ? wordBefore(saltPrefixes, text, start - 1) : 0;
  return spaced > 0 ? spaced + 1 : 0;
}

/** Length of the longest word of the list that ends at a place; 0 if none does. */
function wordBefore(words: readonly string[], text: string, end: number): number {
  let longest = 0;
  for (const word of words) {
    const from = end - word.length;
    if (word.length > longest && from >= 0 && text.startsWith(word, from) && !continuesWord(text, from))
      longest = word.length;
  }
  return longest;
}

/** End of the longest of `words` that follows after a space, with `loose` after a hyphen or, unspaced, at once; or -1. */
function wordAfter(words: readonly string[], text: string, end: number, loose = false): number {
  const joint = text.charCodeAt(end);
  const joined = joint === 0x20 || (loose && joint === 0x2d);
  let longest = -1;
  for (const word of words) {
    const unspaced = loose && isUnspaced(word.charCodeAt(0));
    if (!unspaced && !joined) continue;
    const from = unspaced ? end : end + 1;
    const stop = from + word.length;
    if (stop <= longest || !text.startsWith(word, from)) continue;
    if (unspaced || stop === text.length || !isWord(text.charCodeAt(stop))) longest = stop;
  }
  return longest;
}
