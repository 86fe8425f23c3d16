/** Whether the words around an ambiguous form make it the medicine. Texts are folded. */
import { remembering } from '../remembering.ts';
import { isUnspaced } from './characters.ts';
import { fold } from './normalise.ts';

/** Units on either side of a form in which a cue counts; the sentence counts too, if it is longer. */
export const REACH = 60;
/** A sentence is not followed further than this. */
const SENTENCE = 300;
/** After the end of a sentence, and the notes that it refers to: "nuclides.[1][2] For". */
const NEXT_SENTENCE = /^(?:\[[^\]]{1,8}\])* /;
const NOTES = 30;
/** Units on either side of a form that count as its paragraph: about the length of an abstract. */
const PARAGRAPH = 900;
/** Different cues that make a whole paragraph one about medicine. */
const ENOUGH = 3;
/** Before a cue that decides nothing by itself and only counts towards a paragraph. */
export const WEAK = '?';
/** Before a cue that makes no medicine of a name, and keeps one where the paragraph speaks of something else. */
export const KEEPING = '!';

const compiled = new WeakMap<readonly string[], Readonly<Record<'near' | 'keeping' | 'all', RegExp>>>();

/** The stretch around `[start, end)` in which cues are sought: 60 units each way, or the sentence. */
export function neighbourhood(text: string, start: number, end: number): [number, number] {
  let from = start;
  while (from > 0 && start - from < SENTENCE && !endsSentence(text, from - 1)) from--;
  let to = end;
  while (to < text.length && to - end < SENTENCE && !endsSentence(text, to)) to++;
  return [Math.max(0, Math.min(from, start - REACH)), Math.min(text.length, Math.max(to, end + REACH))];
}

function endsSentence(text: string, index: number): boolean {
  const char = text[index];
  return (char === '.' || char === '!' || char === '?') && NEXT_SENTENCE.test(text.slice(index + 1, index + NOTES));
}

/**
 * Whether one of `words` stands near `[start, end)` in `text`, outside of it. A `*` at a word's end allows any ending, a
 * `*` at its beginning any beginning: `*azepam`. With `keeping`, words that keep a name count as well.
 */
export function hasWord(
  words: readonly string[],
  text: string,
  start: number,
  end: number,
  kind: 'near' | 'keeping' = 'near',
): boolean {
  if (words.length === 0) return false;
  return !wordsIn(patternsOf(words)[kind], text, neighbourhood(text, start, end), start, end).next().done;
}

/** Whether the paragraph around `[start, end)` holds so many different `words`, weak ones too, that it is about their matter. */
export function hasManyWords(words: readonly string[], text: string, start: number, end: number): boolean {
  if (words.length < ENOUGH) return false;
  const found = new Set<string>();
  for (const word of wordsIn(patternsOf(words).all, text, [start - PARAGRAPH, end + PARAGRAPH], start, end)) {
    if (found.add(word).size === ENOUGH) return true;
  }
  return false;
}

/** A text is searched in pieces, each once, however many names ask. */
const PIECE = 1_000;
/** Units that are read before and after a piece, so that no word is cut. */
const MARGIN = 60;
/** Of each pattern the text that was last searched, and what is in its pieces. */
const searched = new WeakMap<RegExp, { readonly text: string; readonly pieceAt: ReturnType<typeof piecesOf> }>();

/** Of each piece of a text, by where it begins: the words of a pattern that begin in it, and where. */
const piecesOf = (pattern: RegExp, text: string) =>
  remembering((at: number) => {
    const from = Math.max(0, at - MARGIN);
    return [...text.slice(from, at + PIECE + MARGIN).matchAll(pattern)]
      .map(({ 0: word, index }) => ({ word, begin: from + index, stop: from + index + word.length }))
      .filter(({ begin }) => begin >= at && begin < at + PIECE);
  });

/** The words of a pattern that stand whole in `[from, to)` and outside of `[start, end)`. */
function* wordsIn(pattern: RegExp, text: string, [from, to]: readonly [number, number], start: number, end: number) {
  const last = searched.get(pattern);
  const { pieceAt } = last?.text === text ? last : { pieceAt: piecesOf(pattern, text) };
  searched.set(pattern, { text, pieceAt });
  for (let at = Math.max(0, from - (from % PIECE)); at < Math.min(to, text.length); at += PIECE) {
    for (const { word, begin, stop } of pieceAt(at)) {
      if (begin >= from && stop <= to && (stop <= start || begin >= end)) yield word;
    }
  }
}

function patternsOf(words: readonly string[]): Readonly<Record<'near' | 'keeping' | 'all', RegExp>> {
  const known = compiled.get(words);
  if (known) return known;
  const but = (...marks: string[]) =>
    new RegExp(anyOf(words.filter((word) => !marks.includes(word[0]!)).map((word) => word.replace(/^[?!]/, ''))), 'gu');
  const made = { near: but(WEAK, KEEPING), keeping: but(WEAK), all: but(KEEPING) };
  compiled.set(words, made);
  return made;
}

/** Source of an expression for any of `words` as a whole word. */
function anyOf(words: readonly string[]): string {
  const endings = words.filter((word) => word.startsWith('*')).map((word) => word.slice(1));
  const unspaced = words.filter((word) => isUnspaced(word.charCodeAt(0)));
  const others = words.filter((word) => !word.startsWith('*') && !unspaced.includes(word));
  const sources = [
    // A dose is often glued to its unit: "10mg".
    others.length > 0 && `(?<!\\p{L})(?:${alternatives(others)})`,
    endings.length > 0 &&
      `(?<=\\p{L}{2})(?:${alternatives(endings.map((word) => `${word}*`))})(?=s?(?![\\p{L}\\p{N}]))`,
    unspaced.length > 0 && alternatives(unspaced.map((word) => `${word}*`)),
  ];
  return sources.filter(Boolean).join('|') || '(?!)';
}

/**
 * No letter or digit follows, in folded text. Ranges instead of Unicode properties: with hundreds of words the engine takes
 * tens of milliseconds to compile those.
 */
const NO_LETTER = '(?![a-z\\d\\xc0-\\u1fff\\u2c00-\\u2dff\\u3040-\\ud7ff\\uf900-\\ufdff])';

/** Source of an expression for any of `words`; a `*` at a word's end allows any ending. */
export function alternatives(words: readonly string[]): string {
  return words
    .map((word) => {
      const open = word.endsWith('*');
      const body = fold(open ? word.slice(0, -1) : word).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      return body + (open ? '' : NO_LETTER);
    })
    .join('|');
}

/** The expression of a source, compiled once. */
export const cached = remembering((source: string) => new RegExp(source, 'u'));
