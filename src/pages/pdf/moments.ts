/** Moments in the life of a document that is shown: when the first page can be seen, and when all pages are read. */

/** Names of the marks in the viewer's own performance timeline, by which it is measured. */
export const MARKS = { firstPage: 'first-page', allRead: 'all-read' } as const;
