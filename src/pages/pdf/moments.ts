/** Moments in the life of a document that is shown: when the first page can be seen, and when all pages are read. */

/** Names of the marks in the viewer's own performance timeline, by which it is measured. */
export const MARKS = { firstPage: 'first-page', allRead: 'all-read' } as const;

/** Ends when what was drawn is on the screen; in a tab that nobody looks at, when the browser has time. */
export function nextFrame(): Promise<void> {
  return new Promise((done) => {
    if (document.hidden) requestIdleCallback(() => done());
    else requestAnimationFrame(() => setTimeout(done));
  });
}
