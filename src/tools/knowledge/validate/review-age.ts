/** Facts age: a review older than 24 months warns, one older than 30 fails, one in the future is a slip. */
import { OLD_AFTER, wholeMonths } from '../../../knowledge/review-age.ts';
import { allReviews, rule } from './rule.ts';

const FAILS_AFTER = 30;

export const reviewAge = rule('review-age', (knowledge, found, { today }) => {
  for (const { file, place, day } of allReviews(knowledge)) {
    if (day > today) found(file, place, `was reviewed on ${day}, which is yet to come`, 'Correct the day.');
    const months = wholeMonths(day, today);
    if (day > today || months < OLD_AFTER) continue;
    const repair = 'Read the sources again, mend what has changed, and set the day of the review.';
    const severity = months < FAILS_AFTER ? 'warning' : 'error';
    found(file, place, `was reviewed ${months} months ago, on ${day}`, repair, severity);
  }
});
