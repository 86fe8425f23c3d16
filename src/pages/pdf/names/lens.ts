/** The lens in the viewer: what is shown lives by the rules of the site that it is from, as a frame of that site does. */

import { createLife } from '../../../frame/session/life.ts';
import { quoteOf } from '../../../shared/mentions/summary.ts';
import { MARKS } from '../moments.ts';
import type { PDFDocumentProxy } from '../pdfjs.ts';
import { sayAbove } from '../says.ts';
import type { Viewer } from '../viewer.ts';
import type { DocumentMention } from './document-names.ts';
import { startNames } from './session.ts';

export interface Lens {
  /** Reads another document; its address decides by the rules for sites. */
  read(document: PDFDocumentProxy, address: string): Promise<void>;
  /** The document before is gone. */
  forget(): void;
}

export function createLens(viewer: Viewer): Lens {
  let shown: { readonly document: PDFDocumentProxy; readonly address: string } | undefined;

  const life = createLife<DocumentMention>({
    site: () => shown?.address,
    begin: (names, settings) =>
      startNames(
        {
          ...names,
          viewer,
          document: shown!.document,
          changed: () => life.reporter.soon(),
          finished(hasText) {
            performance.mark(MARKS.allRead);
            if (!hasText) sayAbove('pdfSaysPictures');
          },
        },
        settings,
      ),
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
    read(document, address) {
      shown = { document, address };
      return life.follow();
    },
    forget() {
      shown = undefined;
      life.rest();
    },
  };
}
