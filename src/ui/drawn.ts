/**
 * Resolves when what is there now is on the screen, for work that would hold it up. A page that nobody looks at is not
 * drawn: there it resolves after a moment.
 */
export function drawn(): Promise<void> {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, 100);
  });
}
