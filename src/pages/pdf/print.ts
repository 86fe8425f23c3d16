/**
 * Printing: the browser prints pictures of the pages, as PDF.js itself does, since it cannot print what it has not
 * drawn.
 */
import { t } from '../../platform/i18n.ts';
import { byId, h } from '../../ui/dom.ts';
import { AnnotationMode, type PDFDocumentProxy } from './pdfjs.ts';

/** Dots per inch; a document counts 72 units. */
const RESOLUTION = 150 / 72;

let printing: AbortController | undefined;

/**
 * Draws all pages and opens the browser's print dialog. Called while it draws, it stops.
 *
 * @param progress told the share that is drawn, from 0 to 1
 */
export async function printDocument(shown: PDFDocumentProxy, progress: (share: number) => void): Promise<void> {
  if (printing) return printing.abort();
  printing = new AbortController();
  const { signal } = printing;
  const paper = byId('paper');
  const urls: string[] = [];
  const style = new CSSStyleSheet();
  try {
    const size = (await shown.getPage(1)).getViewport({ scale: 1 });
    style.replaceSync(`@page { size: ${size.width}pt ${size.height}pt; margin: 0 }`);
    document.adoptedStyleSheets.push(style);
    const canvas = h('canvas');
    for (let number = 1; number <= shown.numPages && !signal.aborted; number++) {
      progress(number / shown.numPages);
      urls.push(await pictureOf(shown, number, canvas));
      paper.append(h('div', {}, h('img', { src: urls.at(-1), alt: t('pdfPage', number) })));
    }
    await Promise.all([...paper.querySelectorAll('img')].map((image) => image.decode()));
    if (!signal.aborted) print();
  } finally {
    printing = undefined;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== style);
    progress(1);
    paper.replaceChildren();
    for (const url of urls) URL.revokeObjectURL(url);
  }
}

async function pictureOf(shown: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement): Promise<string> {
  const page = await shown.getPage(number);
  const viewport = page.getViewport({ scale: RESOLUTION });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  await page.render({ canvas, viewport, intent: 'print', annotationMode: AnnotationMode.ENABLE }).promise;
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done));
  return URL.createObjectURL(blob!);
}
