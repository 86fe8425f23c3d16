import { isWord } from './characters.ts';
import { startsWithWord } from './context.ts';
import type { Grammar } from './dictionary.ts';
import type { Hit } from './matcher.ts';

/**
 * Descriptors of stereochemistry before a name, folded: `(S)-`, `S-`, `S(+)-`, `(±)-`, `rac-`. A bare letter needs its
 * hyphen, or the next of "in group S ketamine" would be taken.
 */
const STEREO =
  /(?<![\p{L}\p{N}'])(?:\([rs]{1,2}\)(?:-?\([+±-]\))?[- ]{0,2}|[rs]\([+±-]\)[- ]{0,2}|(?:[rsdl]|rac)- ?|\([+±-]\)-)$/u;
const STEREO_REACH = 12;

/**
 * A hit with what belongs to it and is no form of its own: the salt after a name, the stereo descriptor before it, the
 * noun after a class name. Undefined for a class name that is only the adjective of an effect.
 */
export function complete(grammar: Grammar, text: string, hit: Hit): Hit | undefined {
  const { role } = hit.entry;
  if (role === 'class') {
    const head = wordAfter(grammar.heads, text, hit.end);
    if (head > 0) return { ...hit, end: head };
    const plural = text.charCodeAt(hit.end - 1) === 0x73;
    return !plural && text[hit.end] === ' ' && startsWithWord(grammar.effects, text, hit.end + 1) ? undefined : hit;
  }
  if (role !== 'name') return hit;
  const end = wordAfter(grammar.salts, text, hit.end);
  const stereo = STEREO.exec(text.slice(Math.max(0, hit.start - STEREO_REACH), hit.start));
  if (end < 0 && !stereo) return hit;
  return { ...hit, start: hit.start - (stereo?.[0].length ?? 0), end: end < 0 ? hit.end : end };
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
