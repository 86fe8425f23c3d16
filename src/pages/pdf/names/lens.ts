/**
 * The lens in the viewer: what is shown lives by the rules of the site that it is from, as a frame of that site does.
 */

import { createLife } from '../../../frame/session/life.ts';
import { quoteOf } from '../../../shared/mentions/summary.ts';
import type { PDFDocumentProxy } from '../pdfjs.ts';
import type { Viewer } from '../viewer.ts';
import type { DocumentMention } from './document-names.ts';
import { startNames } from './session.ts';

export function createLens(viewer: Viewer) {
  let shown: { readonly document: PDFDocumentProxy; readonly address: string } | undefined;

  const life = createLife<DocumentMention>({
    site: () => shown?.address,
    begin: (names, settings) => startNames(viewer, shown!.document, names, settings, () => life.reporter.soon()),
    url: () => shown?.address ?? '',
    title: () => document.title,
    // Offsets are into the text of the block, as it is read.
    exported: (mentions) =>
      mentions.map(({ drug, form, page, block, start, end }, index) => ({
        ...{ index, drug, form, page },
        ...quoteOf(block.text, start, end),
      })),
  });

  return {
    /** Reads another document; its address decides by the rules for sites. */
    read(document: PDFDocumentProxy, address: string): Promise<void> {
      shown = { document, address };
      return life.follow();
    },
    /** The document before is gone. */
    forget(): void {
      shown = undefined;
      life.rest();
    },
  };
}
