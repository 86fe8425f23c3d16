/** Saves the document as it came. */
import type { PDFDocumentProxy } from './pdfjs.ts';

export async function saveDocument(shown: PDFDocumentProxy, name: string): Promise<void> {
  const bytes = await shown.getData();
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/pdf' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = /\.pdf$/i.test(name) ? name : `${name}.pdf`;
  link.click();
  // The browser reads the blob after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
