/** Addresses of PDF documents, and of our viewer that shows one. Pure. */

/** The viewer among the extension's own pages. */
const VIEWER = 'src/pages/pdf/index.html';

/** Schemes that a document is read from. */
const READABLE = /^(https?|file):/i;

/**
 * Path of the viewer that shows a document, within the extension; of the empty viewer without one. What the address says
 * of a place in the document (`#page=3`) stays at the end, where the viewer follows it.
 */
export function viewerPath(document?: string): string {
  if (document === undefined) return VIEWER;
  const [address, place] = cutPlace(document);
  return `${VIEWER}?file=${encodeURIComponent(address)}${place}`;
}

/** The document that the viewer at this address shows; undefined where it names none that can be read. */
export function shownDocument(viewer: string): string | undefined {
  const { pathname, searchParams, hash } = new URL(viewer);
  const file = searchParams.get('file');
  return pathname.endsWith(`/${VIEWER}`) && file !== null && READABLE.test(file) ? file + hash : undefined;
}

/** Query of the viewer while it shows a file that the reader opened: it has no address, and its site is all local files. */
export const OPENED = '?opened';

/** The address whose site the document in the viewer at this address is of; undefined where it shows none. */
export function siteOfViewer(viewer: string): string | undefined {
  const { pathname, search } = new URL(viewer);
  return pathname.endsWith(`/${VIEWER}`) && search === OPENED ? 'file:///' : shownDocument(viewer);
}

/** Whether an address looks like that of a PDF document: of some it is known only once they are there. */
export function looksLikePdf(address: string): boolean {
  return READABLE.test(address) && /\.pdf$/i.test(cutPlace(address)[0].replace(/\?.*$/s, ''));
}

/** An address without the part behind `#`, and that part. */
export function cutPlace(address: string): [address: string, place: string] {
  const at = address.indexOf('#');
  return at < 0 ? [address, ''] : [address.slice(0, at), address.slice(at)];
}
