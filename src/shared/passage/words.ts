/**
 * Words and sentences of a text, each word with a stem by which spellings and inflected forms of several languages count
 * as the same word.
 *
 * The stem is crude on purpose: it only has to be the same for a name in the vocabulary and for its plural or case form
 * in a text ("Depressionen", "depressions"); that it runs unlike words together does little harm, as most names are
 * longer than one word and the rest are checked.
 */
import { fold } from '../recognise/normalise.ts';
import { remembering } from '../remembering.ts';

/** A word. Offsets are UTF-16 units of the text, end exclusive. */
export interface Word {
  readonly text: string;
  readonly stem: string;
  readonly start: number;
  readonly end: number;
  /** What stands between the word before and this one. */
  readonly gap: string;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’]s(?![\p{L}\p{N}]))?/gu;
/** Ends of plurals and cases in English, German, French and Spanish. */
const ENDING = /(?:[aeo]s|e[nrm]|[aeno]|(?<!s)s)$/;
const SHORTEST = 5;

/** Splits a text into words; cheap enough for a passage of some thousand characters. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let before = 0;
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    const end = start + match[0].length;
    words.push({ text: match[0], stem: stemOf(match[0]), start, end, gap: text.slice(before, start) });
    before = end;
  }
  return words;
}

/** How many runs of letters a text has. */
export const countWords = (text: string): number => text.match(/\p{L}+/gu)?.length ?? 0;

/** Stem of one word: folded, British spelling made American, endings taken off while five letters stay. */
export const stemOf = remembering((word: string): string => {
  let stem = fold(word.replace(/['’]s$/, ''))
    .replaceAll('œ', 'e')
    .replaceAll('æ', 'e')
    .replace(/(?<=.)[ao]e/g, 'e')
    .replace(/our/g, 'or')
    .replace(/is(e|ed|ing|ation)$/, 'iz$1')
    .replace(/(?<=.{3})y$/, 'i')
    .replace(/^(.{4})s$/, '$1');
  for (;;) {
    const shorter = stem.replace(ENDING, '');
    if (shorter === stem || shorter.length < SHORTEST) return stem;
    stem = shorter;
  }
});

/**
 * The text for cues to be looked for in: lower case, without accents, one kind of dash and apostrophe, and as long as it
 * was, so that offsets stay.
 */
export function plain(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; at++) {
    const unit = text[at]!;
    const code = unit.charCodeAt(0);
    if (code < 0x80) out += unit.toLowerCase();
    else if (/[\u2010-\u2015\u2212]/.test(unit)) out += '-';
    else if (/[\u2018\u2019]/.test(unit)) out += "'";
    else if (/\s/.test(unit)) out += ' ';
    else {
      const base = unit.normalize('NFD')[0]!.toLowerCase();
      out += base.length === 1 ? base : unit;
    }
  }
  return out.replace(/\s/g, ' ');
}

let segmenter: Intl.Segmenter | undefined;

/** Sentences of a text. Any language's rules serve: sentence ends are the same in all of them, but for abbreviations. */
export function sentencesOf(text: string): { readonly from: number; readonly to: number }[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'sentence' });
  const sentences: { from: number; to: number }[] = [];
  for (const { index, segment } of segmenter.segment(text)) {
    const before = sentences.at(-1);
    // "max. 6 weeks": a full stop before a small letter or a number ends an abbreviation.
    const goesOn = before && /^[\p{Ll}\d)]/u.test(segment) && /\p{L}\. *$/u.test(text.slice(before.from, before.to));
    if (goesOn) before.to = index + segment.length;
    else sentences.push({ from: index, to: index + segment.length });
  }
  return sentences;
}
