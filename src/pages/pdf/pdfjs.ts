/**
 * Mozilla's PDF.js, the only place that imports it: the build for browsers a few years old, since the browsers that we
 * support are. Its viewer takes the library from a global, which the first import sets.
 */
export * from 'pdfjs-dist/legacy/build/pdf.mjs';
export * from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
