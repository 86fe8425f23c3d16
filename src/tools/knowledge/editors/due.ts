/** `npm run -s knowledge -- --due`: what to review next, the shakiest and oldest first. */
import { wholeMonths } from '../../../knowledge/review-age.ts';
import { sentencesIn } from '../../../knowledge/sentences.ts';
import type { KnowledgeFiles } from '../read.ts';
import { allReviews, primaryIds } from '../validate/rule.ts';

/** As many lines as a reviewer looks at. */
const SHOWN = 30;
/** Months that weigh as much as one sentence without a primary document. */
const MONTHS_PER_SENTENCE = 3;

/**
 * Every entry, pair, list of uses and use of memantine with what stands on thin ground in it, the most urgent first: how
 * many sentences are unverified, or `secondHand`, without a primary document. Pure.
 */
export function due(files: KnowledgeFiles, today: string) {
  const primary = primaryIds(files);
  const rated = allReviews(files).map(({ file, name, day, data }) => {
    const sentences = [...sentencesIn(data)].map(({ sentence }) => sentence);
    const unverified = sentences.filter(({ status }) => status !== 'verified').length;
    const secondHand = sentences.filter(({ sources }) => !sources.some((id) => primary.has(id))).length;
    const months = wholeMonths(day, today);
    const score = months / MONTHS_PER_SENTENCE + secondHand + unverified / 2;
    return { file, name, months, sentences: sentences.length, unverified, secondHand, score };
  });
  return rated.sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1));
}

/** Lines for a terminal. */
export function dueLines(files: KnowledgeFiles, today: string): string[] {
  const all = due(files, today);
  return [
    `to review next (${Math.min(SHOWN, all.length)} of ${all.length}), by age, sentences without a primary document, unverified ones`,
    ...all
      .slice(0, SHOWN)
      .map(
        ({ file, name, months, sentences, unverified, secondHand }) =>
          `${name}: ${months} months; of ${sentences} sentences ${secondHand} second-hand, ${unverified} unverified (knowledge/${file})`,
      ),
  ];
}
