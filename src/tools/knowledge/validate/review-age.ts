import { OLD_AFTER, wholeMonths } from '../../../knowledge/review-age.ts';
import { allReviews, type Finding, type Rule } from './rule.ts';

const FAILS_AFTER = 30;

/** Facts age: a review older than 24 months warns, one older than 30 fails, one in the future is a slip. */
export const reviewAge: Rule = {
  name: 'review-age',
  check(knowledge, { today }) {
    return allReviews(knowledge).flatMap(({ file, place, day }): Finding[] => {
      if (day > today) {
        return [{ file, place, message: `was reviewed on ${day}, which is yet to come`, repair: 'Correct the day.' }];
      }
      const months = wholeMonths(day, today);
      if (months < OLD_AFTER) return [];
      return [
        {
          file,
          place,
          message: `was reviewed ${months} months ago, on ${day}`,
          repair: 'Read the sources again, mend what has changed, and set the day of the review.',
          severity: months < FAILS_AFTER ? 'warning' : 'error',
        },
      ];
    });
  },
};
