/** A sentence of the reader's language with elements in it: its own grammar says where they stand. */

/**
 * Text and elements in the order of the sentence.
 *
 * @param words gives the sentence, with these values in the places of `$1` and so on.
 * @param parts what stands there; nine at most, as in strings of the interface.
 */
export function sentenceWith(words: (...values: string[]) => string, parts: readonly Node[]): (Node | string)[] {
  // Characters of private use, which no sentence has.
  const places = parts.map((_, index) => String.fromCharCode(0xe000 + index));
  return words(...places)
    .split(/([\ue000-\ue008])/)
    .map((part) => parts[places.indexOf(part)] ?? part);
}
