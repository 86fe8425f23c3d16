import { describe, expect, test } from 'vitest';
import { type ExportRow, toCsv, toJson, toWebAnnotations } from '../../../src/shared/mentions/export.ts';

const INFO = { created: '2026-01-15T10:00:00.000Z', generator: 'Memantine Lens 1.0.0' };
const row = (changes: Partial<ExportRow> = {}): ExportRow => ({
  drug: 'memantine',
  name: 'memantine',
  group: 'memantine',
  form: 'Namenda',
  text: 'Namenda® XR',
  prefix: 'given ',
  suffix: ' daily',
  start: 6,
  end: 17,
  url: 'https://example.org/a',
  title: 'A page',
  ...changes,
});

describe('CSV', () => {
  const lines = (rows: readonly ExportRow[]) => toCsv(rows).text.split('\r\n');

  test('has a header, a line a mention, and ends with a line break', () => {
    expect(lines([row()])).toEqual([
      'drug,name,group,form,text,prefix,suffix,start,end,url,title,page',
      'memantine,memantine,memantine,Namenda,Namenda® XR,given , daily,6,17,https://example.org/a,A page,',
      '',
    ]);
  });

  test('quotes commas, quotation marks and line breaks of the page', () => {
    expect(toCsv([row({ title: 'a "b", c', prefix: 'x\ny' })]).text).toContain(',"x\ny",');
    expect(lines([row({ title: 'a "b", c' })])[1]).toMatch(/,"a ""b"", c",$/);
  });

  test.each(['=HYPERLINK("x")', '+1', '-1', '@x', '\tx'])('%j of a page is no formula in a spreadsheet', (title) => {
    expect(lines([row({ title })])[1]).toMatch(/,"?'[=+\-@\t]/);
  });
});

test('JSON says what it is and holds the mentions', () => {
  expect(JSON.parse(toJson([row()], INFO).text)).toEqual({
    format: 'memantine-lens-mentions',
    version: 1,
    ...INFO,
    mentions: [row()],
  });
});

test('Web Annotations carry quote and position, and an id each', () => {
  const { text, type } = toWebAnnotations([row(), row({ start: 40, end: 51 })], INFO);
  const page = JSON.parse(text);
  expect(type).toBe('application/ld+json');
  expect(page['@context']).toBe('http://www.w3.org/ns/anno.jsonld');
  expect(page.type).toBe('AnnotationPage');
  expect(new Set([page.id, ...page.items.map(({ id }: { id: string }) => id)]).size).toBe(3);
  expect(page.items[0].target).toEqual({
    source: 'https://example.org/a',
    selector: [
      { type: 'TextQuoteSelector', exact: 'Namenda® XR', prefix: 'given ', suffix: ' daily' },
      { type: 'TextPositionSelector', start: 6, end: 17 },
    ],
  });
});

test('Web Annotations of a PDF document carry quote and page', () => {
  const page = JSON.parse(toWebAnnotations([row({ page: 12 })], INFO).text);
  expect(page.items[0].target.selector).toEqual([
    { type: 'TextQuoteSelector', exact: 'Namenda® XR', prefix: 'given ', suffix: ' daily' },
    { type: 'FragmentSelector', conformsTo: 'http://tools.ietf.org/rfc/rfc3778', value: 'page=12' },
  ]);
});
