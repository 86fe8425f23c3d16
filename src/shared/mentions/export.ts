/** What was found on a page, as files: JSON, CSV, and W3C Web Annotations as JSON-LD. Pure. */
import type { ExportedMention } from './summary.ts';

/** One mention of any frame. */
export interface ExportRow extends Omit<ExportedMention, 'index'> {
  /** Of the entry, for people. */
  readonly name: string;
  readonly group: string;
  /** Address and title of the document: a frame's own where the mention is in a frame. */
  readonly url: string;
  readonly title: string;
}

export interface ExportInfo {
  /** ISO date and time. */
  readonly created: string;
  /** "Memantine Lens 1.0.0". */
  readonly generator: string;
}

/** A file to save. */
export interface ExportFile {
  readonly extension: 'json' | 'csv' | 'jsonld';
  readonly type: string;
  readonly text: string;
}

const COLUMNS = 'drug name group form text prefix suffix start end url title page'.split(' ') as (keyof ExportRow)[];

export function toJson(mentions: readonly ExportRow[], { created, generator }: ExportInfo): ExportFile {
  const content = { format: 'memantine-lens-mentions', version: 1, generator, created, mentions };
  return { extension: 'json', type: 'application/json', text: linesOf(content) };
}

const linesOf = (content: object): string => `${JSON.stringify(content, null, 2)}\n`;

/** RFC 4180, with a header. What a spreadsheet would run as a formula is quoted by an apostrophe. */
export function toCsv(rows: readonly ExportRow[]): ExportFile {
  const lines = [COLUMNS.join(','), ...rows.map((row) => COLUMNS.map((column) => cell(row[column])).join(','))];
  return { extension: 'csv', type: 'text/csv', text: `${lines.join('\r\n')}\r\n` };
}

function cell(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/**
 * An annotation page of the W3C Web Annotation Data Model. Each mention carries two selectors: the quote, which survives
 * edits elsewhere, and the position or the page, which tells equal quotes apart.
 *
 * @see https://www.w3.org/TR/annotation-model/#selectors
 */
export function toWebAnnotations(rows: readonly ExportRow[], { created, generator }: ExportInfo): ExportFile {
  const items = rows.map((row) => ({
    id: newId(),
    type: 'Annotation',
    motivation: 'identifying',
    created,
    generator: { type: 'Software', name: generator },
    body: [
      { type: 'TextualBody', purpose: 'identifying', value: row.name, format: 'text/plain' },
      { type: 'TextualBody', purpose: 'classifying', value: row.group, format: 'text/plain' },
    ],
    target: {
      source: row.url,
      selector: [{ type: 'TextQuoteSelector', exact: row.text, prefix: row.prefix, suffix: row.suffix }, place(row)],
    },
  }));
  const page = { '@context': 'http://www.w3.org/ns/anno.jsonld', id: newId(), type: 'AnnotationPage', items };
  return { extension: 'jsonld', type: 'application/ld+json', text: linesOf(page) };
}

const newId = (): string => `urn:uuid:${crypto.randomUUID()}`;

/** PDF documents have no text that two programs count alike: there the page is the place (RFC 8118, `page=`). */
function place({ page, start, end }: ExportRow): object {
  if (page === undefined) return { type: 'TextPositionSelector', start, end };
  return { type: 'FragmentSelector', conformsTo: 'http://tools.ietf.org/rfc/rfc3778', value: `page=${page}` };
}
