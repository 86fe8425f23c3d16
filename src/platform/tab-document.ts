import { siteOfViewer } from '../shared/pdf/address.ts';
import { native } from './native.ts';

/**
 * The address whose site a tab's rules and exceptions are for: in our viewer of PDF documents that of the document, of all
 * other tabs their own.
 */
export function documentAt(tabUrl: string): string {
  return tabUrl.startsWith(native.runtime.getURL('')) ? (siteOfViewer(tabUrl) ?? tabUrl) : tabUrl;
}
