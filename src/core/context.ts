/** Whether the words around an ambiguous form make it the medicine. Texts are folded. */

/** Units on either side of a form in which a cue counts; the sentence counts too, if it is longer. */
const REACH = 60;
/** A sentence is not followed further than this. */
const SENTENCE = 300;
const patterns = new Map<string, RegExp>();

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
  return (char === '.' || char === '!' || char === '?') && text[index + 1] === ' ';
}

/** Whether one of `words` stands in `text` outside `[start, end)`. A `*` at a word's end allows any ending. */
export function hasWord(words: readonly string[], text: string, start: number, end: number): boolean {
  if (words.length === 0) return false;
  const [from, to] = neighbourhood(text, start, end);
  const pattern = patternOf(words);
  return pattern.test(text.slice(from, start)) || pattern.test(text.slice(end, to));
}

function patternOf(words: readonly string[]): RegExp {
  // A dose is often glued to its unit: "10mg".
  return cached(`(?<![\\p{L}])(?:${alternatives(words)})`);
}

/** Source of an expression for any of `words`; a `*` at a word's end allows any ending. */
export function alternatives(words: readonly string[]): string {
  return words
    .map((word) => {
      const open = word.endsWith('*');
      const body = (open ? word.slice(0, -1) : word).toLowerCase().replace(/[.+?^${}()|[\]\\]/g, '\\$&');
      return body + (open ? '' : '(?![\\p{L}\\p{N}])');
    })
    .join('|');
}

/** The expression of a source, compiled once. */
export function cached(source: string): RegExp {
  let pattern = patterns.get(source);
  if (!pattern) {
    pattern = new RegExp(source, 'u');
    patterns.set(source, pattern);
  }
  return pattern;
}
