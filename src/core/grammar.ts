import { isWord } from './characters.ts';
import { alternatives, cached } from './context.ts';
import type { Grammar } from './dictionary.ts';
import type { Hit } from './matcher.ts';

/**
 * Descriptors of stereochemistry before a name, folded: `(S)-`, `S-`, `S(+)-`, `(±)-`, `rac-`. A bare letter needs its
 * hyphen, or the next of "in group S ketamine" would be taken.
 */
const STEREO =
  /(?<![\p{L}\p{N}'])(?:\([rs]{1,2}\)(?:-?\([+±-]\))?[- ]{0,2}|[rs]\([+±-]\)[- ]{0,2}|(?:[rsdl]|rac)- ?)$/u;
const STEREO_REACH = 12;
/** Longest stretch between a class name and the effect that it describes. */
const EFFECT_REACH = 90;

/**
 * A hit with what belongs to it and is no form of its own: the salt after a name, the stereo descriptor before it, the
 * noun after a class name. Undefined for a class name that is only the adjective of an effect.
 */
export function complete(grammar: Grammar, text: string, hit: Hit): Hit | undefined {
  const { role } = hit.entry;
  if (role === 'class') {
    const start = hit.start - lengthBefore(grammar.modifiers, text, hit.start);
    const head = wordAfter(grammar.heads, text, hit.end);
    if (head > 0) return { ...hit, start, end: head };
    const plural = text.charCodeAt(hit.end - 1) === 0x73;
    return !plural && describesEffect(grammar, text, hit.end) ? undefined : { ...hit, start };
  }
  if (role !== 'name') return hit;
  const end = wordAfter(grammar.salts, text, hit.end);
  const stereo = STEREO.exec(text.slice(Math.max(0, hit.start - STEREO_REACH), hit.start));
  if (end < 0 && !stereo) return hit;
  return { ...hit, start: hit.start - (stereo?.[0].length ?? 0), end: end < 0 ? hit.end : end };
}

/**
 * Whether the text after a class name goes on to an effect of which the name is the adjective, also at a distance:
 * "anticholinergic (drying) effects", "anticholinergic and central nervous effects".
 */
function describesEffect({ effects }: Grammar, text: string, end: number): boolean {
  if (effects.length === 0 || text.charCodeAt(end) !== 0x20) return false;
  const pattern = cached(
    `^ (?:\\([^()]{1,30}\\) )?(?:(?:and|or) (?:[^ .,;:]+ ){0,3}|[^ .,;:]+al )?(?:${alternatives(effects)})`,
  );
  return pattern.test(text.slice(end, end + EFFECT_REACH));
}

/** Length of the word of the list, with its space, that stands before a place; 0 if none does. */
function lengthBefore(words: readonly string[], text: string, start: number): number {
  for (const word of words) {
    const from = start - word.length - 1;
    if (from < 0 || text[start - 1] !== ' ' || !text.startsWith(word, from)) continue;
    if (from === 0 || !isWord(text.charCodeAt(from - 1))) return word.length + 1;
  }
  return 0;
}

/** End of the longest of `words` that follows after a space, or -1. */
function wordAfter(words: readonly string[], text: string, end: number): number {
  if (text.charCodeAt(end) !== 0x20) return -1;
  let longest = -1;
  for (const word of words) {
    const stop = end + 1 + word.length;
    if (stop > longest && text.startsWith(word, end + 1) && !(stop < text.length && isWord(text.charCodeAt(stop))))
      longest = stop;
  }
  return longest;
}
