/** Files of the reader's own: chosen in the browser's dialog, or dropped on the window. They are read in place. */

/** Calls back with each file that is opened. */
export function watchFiles(opened: (file: File) => void): { choose: () => void } {
  addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    document.body.dataset.dropping = '';
  });
  addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) delete document.body.dataset.dropping;
  });
  addEventListener('drop', (event) => {
    delete document.body.dataset.dropping;
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    opened(file);
  });
  return {
    choose() {
      const input = document.createElement('input');
      input.type = 'file';
      input.accept = '.pdf,application/pdf';
      input.addEventListener('change', () => {
        const file = input.files?.[0];
        if (file) opened(file);
      });
      input.click();
    },
  };
}
