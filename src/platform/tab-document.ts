/** What a tab is about, for rules and exceptions of sites: our viewer of PDF documents stands for the document it shows. */
import { siteOfViewer } from '../shared/pdf/address.ts';
import { isOwnAddress } from './native.ts';

/**
 * The address whose site a tab's rules and exceptions are for: in our viewer of PDF documents that of the document, of all
 * other tabs their own.
 */
export function documentAt(tabUrl: string): string {
  return isOwnAddress(tabUrl) ? (siteOfViewer(tabUrl) ?? tabUrl) : tabUrl;
}
