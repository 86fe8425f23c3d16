/**
 * When the first page can be seen, and when all are read: marks in the viewer's own timeline, by which it is measured.
 */
export const MARKS = { firstPage: 'first-page', allRead: 'all-read' } as const;
