/** How old a review is, for cards, which say so, and for the rules of the knowledge. */

/** Months after which what was reviewed has to be looked at again. */
export const OLD_AFTER = 24;

/** Whole months between two ISO days. */
export function wholeMonths(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  return (toYear - fromYear) * 12 + (toMonth - fromMonth) - (toDay < fromDay ? 1 : 0);
}
