/** `npm run -s knowledge -- --due`: what to review next, the shakiest and oldest first. */
import { wholeMonths } from '../../../knowledge/review-age.ts';
import { sentencesIn } from '../../../knowledge/sentences.ts';
import type { KnowledgeFiles } from '../read.ts';
import { allReviews, primaryIds } from '../validate/rule.ts';

/** Something with a day of review, and what stands on thin ground in it. */
export interface Due {
  readonly file: string;
  readonly name: string;
  readonly months: number;
  readonly sentences: number;
  readonly unverified: number;
  /** Sentences without a primary document. */
  readonly secondHand: number;
  readonly score: number;
}

/** As many lines as a reviewer looks at. */
const SHOWN = 30;
/** Months that weigh as much as one sentence without a primary document. */
const MONTHS_PER_SENTENCE = 3;

/** Every entry, pair, list of uses and use of memantine, the most urgent first. Pure. */
export function due(files: KnowledgeFiles, today: string): Due[] {
  const primary = primaryIds(files);
  const rated = ({ file, name, day, data }: ReturnType<typeof allReviews>[number]): Due => {
    const sentences = [...sentencesIn(data)].map(({ sentence }) => sentence);
    const unverified = sentences.filter(({ status }) => status !== 'verified').length;
    const secondHand = sentences.filter(({ sources }) => !sources.some((id) => primary.has(id))).length;
    const months = wholeMonths(day, today);
    const score = months / MONTHS_PER_SENTENCE + secondHand + unverified / 2;
    return { file, name, months, sentences: sentences.length, unverified, secondHand, score };
  };
  return allReviews(files)
    .map(rated)
    .sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1));
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
