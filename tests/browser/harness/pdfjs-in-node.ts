/**
 * PDF.js in Node, where it reads and never draws. It makes a matrix for drawing when it is loaded, by a class that Node has
 * not; the package that would bring one is optional, and nothing here needs it.
 */
Object.assign(globalThis, { DOMMatrix: globalThis.DOMMatrix ?? class {} });
const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');

export { getDocument };
