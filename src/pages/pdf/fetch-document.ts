/**
 * The one file with network code: it has PDF.js fetch the document that the reader asked for, from the address in the
 * tab, with the access that the reader has there (cookies and sign-ins). Nothing else is asked for, and nothing is sent
 * on. A build test holds every other file of `src` to none.
 */

import { native } from '../../platform/native.ts';
import { GlobalWorkerOptions, getDocument } from './pdfjs.ts';

/** A document on its way. */
export type Loading = ReturnType<typeof getDocument>;

/** From an address, in pieces where the server gives pieces, or from the bytes of a file. */
export type DocumentSource = { readonly url: string } | { readonly data: Uint8Array };

GlobalWorkerOptions.workerSrc = native.runtime.getURL('pdfjs/pdf.worker.mjs');

/** Folders of PDF.js in the package: character maps, fonts that documents leave out, decoders. */
const part = (folder: string): string => native.runtime.getURL(`pdfjs/${folder}/`);

/** Begins to read a document. Scripts in it never run, and no text is compiled to code. */
export function fetchDocument(source: DocumentSource): Loading {
  return getDocument({
    ...source,
    withCredentials: true,
    isEvalSupported: false,
    enableXfa: false,
    cMapUrl: part('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: part('standard_fonts'),
    wasmUrl: part('wasm'),
    iccUrl: part('iccs'),
  });
}
