/** Which document the viewer shows, by its own address, and which addresses look like documents. */
import { describe, expect, it } from 'vitest';
import {
  cutPlace,
  looksLikePdf,
  OPENED,
  shownDocument,
  siteOfViewer,
  viewerPath,
} from '../../../src/shared/pdf/address.ts';

const OWN = 'chrome-extension://abcdefghijklmnop/';

describe('the address of the viewer', () => {
  it.each([
    'https://example.org/leaflet.pdf',
    'https://example.org/get?id=1&file=a%20b.pdf',
    'https://example.org/leaflet.pdf#page=3&zoom=100',
    'file:///home/reader/Beipackzettel%20ä.pdf',
  ])('holds that of the document: %s', (document) => {
    expect(shownDocument(OWN + viewerPath(document))).toBe(document);
  });

  it('names none when the viewer is empty, or when the address is one that is never fetched', () => {
    expect(shownDocument(OWN + viewerPath())).toBeUndefined();
    for (const other of ['javascript:alert(1)', 'chrome://settings', 'data:application/pdf,x', 'ftp://a/b.pdf'])
      expect(shownDocument(OWN + viewerPath(other))).toBeUndefined();
  });

  it('is that of the viewer alone', () => {
    expect(shownDocument(`${OWN}src/pages/options/index.html?file=https%3A%2F%2Fa%2Fb.pdf`)).toBeUndefined();
  });
});

describe('the site of what the viewer shows', () => {
  it.each([
    ['of a document is its own', viewerPath('https://example.org/a.pdf#page=2'), 'https://example.org/a.pdf#page=2'],
    ['of a file that was opened is all local files', `${viewerPath()}${OPENED}`, 'file:///'],
    ['is none where nothing is shown', viewerPath(), undefined],
    ['is none on other pages', `src/pages/options/index.html${OPENED}`, undefined],
  ])('%s', (_, path, site) => {
    expect(siteOfViewer(OWN + path)).toBe(site);
  });
});

describe('addresses', () => {
  it.each([
    ['https://example.org/leaflet.pdf', true],
    ['https://example.org/LEAFLET.PDF?download=1#page=2', true],
    ['file:///tmp/a.pdf', true],
    ['https://example.org/?file=leaflet.pdf', false],
    ['https://example.org/leaflet.pdf.html', false],
    ['chrome-extension://abc/a.pdf', false],
  ])('%s looks like a PDF document: %s', (address, is) => {
    expect(looksLikePdf(address)).toBe(is);
  });

  it('are cut before the place in the document', () => {
    expect(cutPlace('https://a/b.pdf#page=2#x')).toEqual(['https://a/b.pdf', '#page=2#x']);
    expect(cutPlace('https://a/b.pdf')).toEqual(['https://a/b.pdf', '']);
  });
});
