/** Finds every form of the dictionary in folded text, before its context is asked. */
import { continuesWord, isUnspaced, isWord } from './characters.ts';
import type { Dictionary, Entry } from './dictionary.ts';

/** A dictionary form in folded text, before case, context and page are asked. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly entry: Entry;
}

/** A shorter name is too likely a part of another word, or a code, where no border shows that it is not. */
const LONG = 5;

/**
 * Every dictionary form that stands in `text` as whole words: at each start all that fit, the longest first.
 * Keys are sorted, so the form that could begin at a place is the last key not after the text there, or one of its
 * prefixes.
 *
 * @param isSeam whether a space was lost before the unit at an index
 */
export function matchAll(
  dictionary: Dictionary,
  text: string,
  isSeam: (index: number) => boolean = () => false,
): Hit[] {
  const hits: Hit[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x20) continue;
    const continues = continuesWord(text, i);
    if (continues && !isSeam(i)) continue;
    for (let k = lastNotAfter(dictionary.entries, text, i); k >= 0; k = dictionary.shorter[k]!) {
      const entry = dictionary.entries[k]!;
      if (!text.startsWith(entry.key, i) || (continues && entry.key.length < LONG)) continue;
      const stop = i + entry.key.length;
      let end = endOfName(dictionary, text, stop, entry);
      if (end < 0 && entry.key.length >= LONG) {
        if (isSeam(stop) && !/\d$/.test(entry.key)) end = stop;
        // The mark of a trade, in letters: "EQUETROTM".
        else if (text.startsWith('tm', stop) && !isWord(text.charCodeAt(stop + 2))) end = stop + 2;
      }
      if (end >= 0) hits.push({ start: i, end, entry });
    }
  }
  return hits;
}

/** Where a space was lost between words, or before or after a reference: "diseaseMemantine", "7.1Memantine", "10mgmemantine". */
const SEAM =
  /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu}{2})(?=\p{Lu}\p{Ll})|(?<=\d)(?=\p{L})|(?<=\d ?(?:m?g|mcg|[µμ]g|ml))(?=\p{L})/gu;

/** Raw places of lost spaces. */
export function seamsOf(raw: string): ReadonlySet<number> {
  const seams = new Set<number>();
  for (const { index } of raw.matchAll(SEAM)) seams.add(index);
  return seams;
}

/** A short name in brackets between two words: "carbonic anhydrase (CA) inhibitors". */
const BRACKET = / ?\([\p{L}\p{N}][\p{L}\p{N}-]{0,7}\)(?=[ -])/gu;
/** Units on either side of such a bracket in which a name is sought. */
const BRACKET_REACH = 48;

/** Names of several words that stand in `text` once a short name in brackets is taken out of them. */
export function matchAcrossBrackets(dictionary: Dictionary, text: string): Hit[] {
  const hits: Hit[] = [];
  for (const { 0: bracket, index: open } of text.matchAll(BRACKET)) {
    const close = open + bracket.length;
    const from = Math.max(0, open - BRACKET_REACH);
    const cut = open - from;
    const piece = text.slice(from, open) + text.slice(close, close + BRACKET_REACH);
    for (const { start, end, entry } of matchAll(dictionary, piece)) {
      const stop = end + close - cut;
      const isCut = continuesWord(text, from + start) || (end === piece.length && stop < text.length);
      if (entry.role !== 'block' && start < cut && end > cut + 1 && !isCut)
        hits.push({ start: from + start, end: stop, entry });
    }
  }
  return hits;
}

function lastNotAfter(entries: readonly Entry[], text: string, from: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareAt(entries[middle]!.key, text, from) <= 0) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Order of a key against the text from an index on; 0 where the text begins with the key. */
function compareAt(key: string, text: string, from: number): number {
  for (let k = 0; k < key.length; k++) {
    const difference = key.charCodeAt(k) - text.charCodeAt(from + k);
    if (difference !== 0) return Number.isNaN(difference) ? 1 : difference;
  }
  return 0;
}

/** Where the name ends when its ending is counted in, or -1 when the word goes on otherwise. */
function endOfName({ grammar }: Dictionary, text: string, end: number, entry: Entry): number {
  const last = text.charCodeAt(end - 1);
  const next = text.charCodeAt(end);
  if (!isWord(last) || isUnspaced(last) || !isWord(next)) return end;
  // A reference number or a dose may stick to a name; a short name with digits is another code.
  if (isDigit(next)) return entry.key.length >= LONG && !isDigit(last) ? end : -1;
  if (isUnspaced(next)) return end;
  let stop = end + 1;
  while (isLetter(text.charCodeAt(stop))) stop++;
  if (entry.key.length < LONG && isDigit(text.charCodeAt(stop))) return -1;
  const rest = text.slice(end, stop);
  if (rest === 's' || entry.endings.includes(rest)) return stop;
  // German writes a salt in one word: "Memantinhydrochlorid".
  const isSalt = grammar.salts.includes(rest) || grammar.salts.includes(rest.replace(/s$/, ''));
  return entry.role === 'name' && isSalt ? stop : -1;
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

const isLetter = (code: number): boolean => isWord(code) && !isUnspaced(code) && !isDigit(code);
