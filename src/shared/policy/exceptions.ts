/**
 * Names that the reader said are no medicine on a site: a text and where it does not count. Kept as one string each,
 * `example.org dm`: a site pattern, which has no space in it, and the text in small letters.
 */
import { patternsFor } from './site-policy.ts';

/** What an exception looks like. */
export const EXCEPTION = /^\S{1,255} \S.{0,119}$/u;

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();

/** The exception for a text on the site of an address; undefined where there is no site, or the text is too long. */
export function exceptionFor(address: string, text: string): string | undefined {
  const [site] = patternsFor(address);
  const exception = `${site} ${plain(text)}`;
  return site !== undefined && EXCEPTION.test(exception) ? exception : undefined;
}

/** Site and text of an exception. */
export function partsOf(exception: string): { readonly site: string; readonly text: string } {
  const at = exception.indexOf(' ');
  return { site: exception.slice(0, at), text: exception.slice(at + 1) };
}

/** Tells, for the site of an address, whether a text as the page wrote it is excepted; undefined where none is. */
export function exceptedOn(address: string, exceptions: readonly string[]): ((text: string) => boolean) | undefined {
  const sites = new Set(patternsFor(address));
  const texts = new Set(exceptions.map(partsOf).flatMap(({ site, text }) => (sites.has(site) ? text : [])));
  return texts.size > 0 ? (text) => texts.has(plain(text)) : undefined;
}
