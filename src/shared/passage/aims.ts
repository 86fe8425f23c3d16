/**
 * What a treatment of people with a disease aims at, where no list has it: in "for wandering in severe Alzheimer's
 * disease" the aim is wandering, and what is approved for the disease is not approved for that.
 */
import { phrases, type UseCues } from './cues.ts';

/** Words of an aim at most, an article among them. */
const WORDS = 4;

/**
 * @param people matches the words between an aim and the disease: " in people with severe "
 * @returns finds where the aim before a disease begins, in folded text with medicines written over
 */
export function openAims({ aims, general }: UseCues, people: RegExp) {
  const before = phrases(aims);
  const isGeneral = phrases(general, '');
  return (masked: string, disease: number): number | undefined => {
    const text = masked.slice(0, disease);
    for (const { index, 0: word } of [...text.matchAll(before)].reverse()) {
      const from = index + word.length;
      const rest = text.slice(from);
      const words = [...rest.matchAll(/ /g)].map(({ index: at }) => at).slice(1, WORDS + 1);
      for (const at of words) {
        if (!people.test(rest.slice(at))) continue;
        const aim = rest.slice(0, at);
        return /^[ a-z'-]+$/.test(aim) && !isGeneral.test(aim) ? from + 1 : undefined;
      }
    }
    return undefined;
  };
}
