/**
 * Files of the reader's own: chosen in the browser's dialog, or dropped on the window, and read in place; or saved from
 * the document that is shown.
 */
import { chooseFile, saveBlob } from '../../ui/files.ts';
import type { PDFDocumentProxy } from './pdfjs.ts';

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
    async choose() {
      const file = await chooseFile('.pdf,application/pdf');
      if (file) opened(file);
    },
  };
}

/** Saves the document as it came. */
export async function saveDocument(shown: PDFDocumentProxy, name: string): Promise<void> {
  const bytes = await shown.getData();
  const blob = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/pdf' });
  saveBlob(blob, /\.pdf$/i.test(name) ? name : `${name}.pdf`);
}
