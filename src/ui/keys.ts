/** The key of the interface's string for a word of the knowledge or of the settings, such as `none-found`. */

/** A key of a fixed set of data words: `cardAction` and `none-found` give `cardActionNoneFound`. */
export function keyOf(prefix: string, value: string): string {
  return prefix + value.replace(/(^|-)(\w)/g, (_match, _dash, letter: string) => letter.toUpperCase());
}
