/** What finds selectors again: two libraries of other people, put into pages under test. */

export { toRange as positionToRange } from 'dom-anchor-text-position';
export { toRange as quoteToRange } from 'dom-anchor-text-quote';
