import type { Finding, Rule } from './rule.ts';

const WARNS_AFTER = 24;
const FAILS_AFTER = 30;

/** Facts age: a review older than 24 months warns, one older than 30 fails, one in the future is a slip. */
export const reviewAge: Rule = {
  name: 'review-age',
  check({ entries, pairs, approvedUses, indications }, { today }) {
    const reviews = [
      ...[...entries, ...pairs, ...approvedUses].map(({ file, data }) => ({
        file,
        place: '/reviewedOn',
        day: data.reviewedOn,
      })),
      ...indications.data.indications.flatMap(({ memantine }, index) =>
        memantine
          ? [
              {
                file: indications.file,
                place: `/indications/${index}/memantine/reviewedOn`,
                day: memantine.reviewedOn,
              },
            ]
          : [],
      ),
    ];
    return reviews.flatMap(({ file, place, day }): Finding[] => {
      if (day > today) {
        return [{ file, place, message: `was reviewed on ${day}, which is yet to come`, repair: 'Correct the day.' }];
      }
      const months = wholeMonths(day, today);
      if (months < WARNS_AFTER) return [];
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

/** Whole months between two ISO days. */
export function wholeMonths(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  return (toYear - fromYear) * 12 + (toMonth - fromMonth) - (toDay < fromDay ? 1 : 0);
}
