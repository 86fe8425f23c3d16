/** Mentions as contexts other than their page know them: plain data. */

export interface MentionSummary {
  /** Place in the frame's list, in document order; stands until the frame's next change. */
  readonly index: number;
  readonly drug: string;
  readonly form: string;
  /** As the page wrote it. */
  readonly text: string;
  /** In a document of pages, the number of the page, from 1. */
  readonly page?: number;
}

/** A mention with what another annotator needs to find it again (W3C Web Annotation selectors). */
export interface ExportedMention extends MentionSummary {
  /** Text before and after, up to 32 characters. */
  readonly prefix: string;
  readonly suffix: string;
  /** Offsets in the document's text content, UTF-16 code units; in a document of pages, in the paragraph as it is read. */
  readonly start: number;
  readonly end: number;
}
