/**
 * Mentions as plain data: what a frame or the PDF viewer tells the popup of each, and what an export has besides.
 * Counted and quoted alike on pages and in documents. Pure.
 */

export interface MentionSummary {
  /** Place in the frame's list, in document order; stands until the frame's next change. */
  readonly index: number;
  readonly drug: string;
  readonly form: string;
  /** As the page wrote it. */
  readonly text: string;
  /** In a document of pages, the number of the page, from 1. */
  readonly page?: number | undefined;
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

/** Characters before and after a quote. */
const AROUND = 32;

/** @param mentions in reading order */
export function summarise(mentions: readonly Omit<MentionSummary, 'index'>[]): MentionSummary[] {
  return mentions.map(({ drug, form, text, page }, index) => ({ index, drug, form, text, page }));
}

/** How many mentions there are of each drug, in order of its first. */
export function countByDrug(mentions: readonly { readonly drug: string }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { drug } of mentions) counts.set(drug, (counts.get(drug) ?? 0) + 1);
  return counts;
}

/** A place in a text with what stands around it: quote and position selectors of the W3C Web Annotation Data Model. */
export function quoteOf(
  content: string,
  start: number,
  end: number,
): Pick<ExportedMention, 'text' | 'prefix' | 'suffix' | 'start' | 'end'> {
  return {
    ...{ start, end },
    text: content.slice(start, end),
    prefix: content.slice(Math.max(0, start - AROUND), start),
    suffix: content.slice(end, end + AROUND),
  };
}
