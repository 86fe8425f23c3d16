/** The sentences that every reader sees read at most like a text of the tenth grade, on average. */
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { allSentences, rule } from './rule.ts';

/** US school grade that the sentences for every reader may ask for on average. */
export const HIGHEST_GRADE = 10;

/**
 * US school grade of a text that is given sentence by sentence (Flesch-Kincaid: Kincaid et al., Naval Technical Training
 * Command, 1975). 0 for no text.
 */
export function gradeOf(sentences: readonly string[]): number {
  const words = sentences.flatMap((text) => text.match(/[\p{L}\p{N}]+(?:['’.,][\p{L}\p{N}]+)*/gu) ?? []);
  if (words.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return fleschKincaid({ sentence: sentences.length, word: words.length, syllable: syllables });
}

export const readingLevel = rule('reading-level', (knowledge, found) => {
  const plain = allSentences(knowledge).filter(({ level }) => level !== 'professional');
  const grade = gradeOf(plain.map(({ text }) => text));
  if (grade <= HIGHEST_GRADE) return;
  found(
    '',
    '',
    `plain sentences read at grade ${grade.toFixed(1)} on average, above ${HIGHEST_GRADE}`,
    'Shorten sentences and words of the hardest entries (npm run -s knowledge lists them), or mark pharmacology as "professional".',
  );
});
