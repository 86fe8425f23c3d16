/**
 * The lead sentence, the one line on a pair with memantine, is right when it stands alone: it names memantine and the
 * other medicine, and says what may happen.
 */
import type { Entry } from '../../../knowledge/types.ts';
import { fold } from '../../../shared/recognise/normalise.ts';
import { rule } from './rule.ts';

/** What a lead sentence has to speak of: an effect, or that none was found. */
const EFFECT =
  /\b(?:may|might|can|could|cause|raises?|rose|lowers?|fell|weakens?|strengthens?|chang\w+|interactions?|side effects|together|add up|risk|avoid|reported|possible|not listed)\b/;

export const leadSentence = rule('lead-sentence', ({ entries }, found) => {
  for (const { file, data } of entries) {
    const text = data.withMemantine?.summary?.text;
    if (text === undefined) continue;
    const lacking = [
      fold(text).includes('memantine') ? [] : ['name memantine'],
      namesEntry(fold(text), data, entries) ? [] : [`name ${data.name}`],
      EFFECT.test(text) ? [] : ['say what may happen'],
    ].flat();
    if (lacking.length === 0) continue;
    const example = `The US label of ${data.name} says that it may raise the level of memantine.`;
    const repair =
      `Name memantine and ${data.name}, and say what may happen, like "${example}" What may happen is said by a word such ` +
      'as may, can, cause, raises, lowers, changes, interaction, side effects, risk, avoid, reported, not listed.';
    found(file, '/withMemantine/summary/text', `does not ${lacking.join(', nor ')}`, repair);
  }
});

/** A name of the entry, without what stands in brackets, or for a class or combination one of its members'. */
function namesEntry(text: string, entry: Entry, entries: readonly { readonly data: Entry }[]): boolean {
  const own = [entry.name, ...entry.names.map(({ form }) => form)];
  const members = entries.flatMap(({ data }) => (entry.members?.includes(data.id) ? data.name : []));
  return [...own, ...members].some((name) => {
    const folded = fold(name.replace(/\s*\(.*\)/, ''));
    return folded.length > 2 && (text.includes(folded) || text.includes(folded.replace(/s$/, '')));
  });
}
