/** Names of interface strings that belong to words of the knowledge. */

/** A key of a fixed set of data words: `cardAction` and `none-found` give `cardActionNoneFound`. */
export function keyOf(prefix: string, value: string): string {
  return prefix + value.replace(/(^|-)(\w)/g, (_match, _dash, letter: string) => letter.toUpperCase());
}
