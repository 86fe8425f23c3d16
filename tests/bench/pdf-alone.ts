/**
 * PDF.js alone, as an extension of its own: the parts of its web viewer on a bare page, with nothing of ours. It is packed
 * as ours is (minified, worker and character maps from the package) and reads the same addresses with the same rights.
 */
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { MARKS } from '../../src/pages/pdf/moments.ts';

const PDFJS = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

export const ALONE_ID = 'pdfjs-alone@memantine-lens.example';

const MANIFEST = {
  manifest_version: 3,
  name: 'PDF.js alone',
  version: '1',
  host_permissions: ['<all_urls>'],
  content_security_policy: {
    extension_pages: "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' http: https:",
  },
  browser_specific_settings: { gecko: { id: ALONE_ID, data_collection_permissions: { required: ['none'] } } },
};

const PAGE = `<!doctype html><meta charset="utf-8"><title>PDF.js alone</title><link rel="stylesheet" href="pdf_viewer.css">
<style>html, body { margin: 0; height: 100% } #pages { position: absolute; inset: 0; overflow: auto }</style>
<div id="pages"><div id="viewer" class="pdfViewer"></div></div><script type="module" src="alone.js"></script>`;

/** Shows the document, and then reads the text of all pages as a search does; its marks are the viewer's. */
const SCRIPT = `import { getDocument, GlobalWorkerOptions } from './pdf.min.mjs';
import { EventBus, PDFFindController, PDFLinkService, PDFViewer } from './pdf_viewer.mjs';
GlobalWorkerOptions.workerSrc = 'pdf.worker.min.mjs';
const eventBus = new EventBus();
const linkService = new PDFLinkService({ eventBus });
const findController = new PDFFindController({ eventBus, linkService });
const container = document.getElementById('pages');
const viewer = new PDFViewer({ container, viewer: container.firstElementChild, eventBus, linkService, findController, annotationEditorMode: -1 });
linkService.setViewer(viewer);
eventBus.on('pagesinit', () => { viewer.currentScaleValue = 'auto'; });
const first = new Promise((done) => eventBus.on('pagerendered', done, { once: true }));
const shown = await getDocument({ url: new URLSearchParams(location.search).get('file'), withCredentials: true, isEvalSupported: false, enableXfa: false, cMapUrl: 'cmaps/', cMapPacked: true, standardFontDataUrl: 'standard_fonts/', wasmUrl: 'wasm/' }).promise;
viewer.setDocument(shown);
linkService.setDocument(shown);
await first;
await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
performance.mark('${MARKS.firstPage}');
for (let number = 1; number <= shown.numPages; number++) await (await shown.getPage(number)).getTextContent();
performance.mark('${MARKS.allRead}');
`;

/** Writes the extension into a new folder. */
export function pdfjsAlone(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pdfjs-alone-'));
  const take = (from: string, to: string): void => cpSync(join(PDFJS, from), join(folder, to), { recursive: true });
  for (const file of ['pdf.min.mjs', 'pdf.worker.min.mjs']) take(`legacy/build/${file}`, file);
  for (const file of ['pdf_viewer.mjs', 'pdf_viewer.css', 'images']) take(`legacy/web/${file}`, file);
  for (const part of ['cmaps', 'standard_fonts', 'wasm']) take(part, part);
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(MANIFEST));
  writeFileSync(join(folder, 'index.html'), PAGE);
  writeFileSync(join(folder, 'alone.js'), SCRIPT);
  return folder;
}
