/** Names of interface strings that belong to words of the knowledge. */

/** `nmda-antagonists` to `groupNmdaAntagonists`. */
export const groupKey = (group: string): string => `group${pascal(group)}`;

/** `none-found` to `cardActionNoneFound`. */
export const actionKey = (action: string): string => `cardAction${pascal(action)}`;

function pascal(words: string): string {
  return words.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
}
