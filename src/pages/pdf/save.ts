/** Saves the document as it came. */
import { saveBlob } from '../../ui/files.ts';
import type { PDFDocumentProxy } from './pdfjs.ts';

export async function saveDocument(shown: PDFDocumentProxy, name: string): Promise<void> {
  const bytes = await shown.getData();
  const blob = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/pdf' });
  saveBlob(blob, /\.pdf$/i.test(name) ? name : `${name}.pdf`);
}
