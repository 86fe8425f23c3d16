/** Leaves out what a card has said already, in the same or nearly the same words. Pure. */

/** Share of words that two sentences have in common above which they say the same. */
const SAME = 0.7;

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\d]{3,}/gu) ?? []);

export class Said {
  readonly #sentences: Set<string>[] = [];

  /** Whether this is news; remembers it. */
  isNews(text: string): boolean {
    const words = wordsOf(text);
    const said = this.#sentences.some((other) => likeness(words, other) >= SAME);
    if (!said) this.#sentences.push(words);
    return !said;
  }

  /** The sentences that are news. */
  news<T extends { readonly text: string }>(sentences: readonly T[]): T[] {
    return sentences.filter(({ text }) => this.isNews(text));
  }
}

/** From 0 to 1: words in common among the words of both. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((word) => b.has(word)).length;
  return common / Math.max(1, a.size + b.size - common);
}
