/** How large cards and their text are. `dress.ts` and `placement.ts` set it on the card. */

/** Size of the text, as a part of that around; of the browser's own where the card stands in a page of the web. */
export const TEXT = { glance: 0.8125, reading: 0.875 };

/** A glance in CSS pixels, at the browser's usual 16: it covers little of what is being read. Larger text has as much more. */
export const GLANCE = { text: 16 * TEXT.glance, width: 360, mostHeight: 180 };
