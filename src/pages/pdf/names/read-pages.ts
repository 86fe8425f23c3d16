/** Reads the text of all pages of a document and what its forms hold, those that the reader looks at first. */
import { blocksOfFields, type Fields } from '../../../shared/pdf/fields.ts';
import { type Block, blocksOf, type Judge } from '../../../shared/pdf/reading-text.ts';
import { type Item, runsOf, type Structure } from '../../../shared/pdf/structure.ts';
import type { PDFDocumentProxy } from '../pdfjs.ts';

/**
 * Starts at once, and reads one page after the other. Ends when the signal aborts.
 *
 * @param found called with the blocks of each page
 */
export function readPages(
  shown: PDFDocumentProxy,
  judge: Judge,
  found: (page: number, blocks: readonly Block[]) => void,
  signal: AbortSignal,
) {
  const left = new Set(Array.from({ length: shown.numPages }, (_, index) => index + 1));
  const hurried = new Set<number>();
  const fields: Promise<Fields> = shown.getFieldObjects().catch(() => null) as Promise<Fields>;

  async function run(): Promise<void> {
    for (let page = next(); page !== undefined && !signal.aborted; page = next()) {
      left.delete(page);
      hurried.delete(page);
      const blocks = await read(page).catch(() => []);
      if (!signal.aborted) found(page, blocks);
    }
  }

  const next = (): number | undefined => hurried.values().next().value ?? left.values().next().value;

  async function read(number: number): Promise<Block[]> {
    const page = await shown.getPage(number);
    const [{ items }, structure] = await Promise.all([
      // As the text layer is made of it: the strings are the same, in the same order.
      page.getTextContent({ includeMarkedContent: true, disableNormalization: true }),
      page.getStructTree().catch(() => null),
    ]);
    const blocks = blocksOf(runsOf(items as Item[], structure as Structure | null), number, judge);
    return [...blocks, ...blocksOfFields(await fields, number)];
  }

  void run();
  return {
    /** Reads this page next. */
    hurry(page: number): void {
      if (left.has(page)) hurried.add(page);
    },
  };
}
