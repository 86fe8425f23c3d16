/** One document has one id: two would let one witness count as two. */
import type { Source } from '../../../knowledge/types.ts';
import { rule } from './rule.ts';

export const oneDocument = rule('one-document', ({ sources: { file, data } }, found) => {
  const owners = new Map<string, string>();
  for (const [index, source] of data.sources.entries()) {
    for (const key of keysOf(source)) {
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, source.id);
      if (owner === undefined || owner === source.id) continue;
      const message = `"${source.id}" and "${owner}" are one document (${key})`;
      found(file, `/sources/${index}`, message, 'Keep one id, with both sections, and name it in both places.');
    }
  }
});

/** What no two documents share: the address that was read, and the identifier with the revision. */
function keysOf({ document, read }: Source): string[] {
  if (!document || !read) return [];
  const url = read.url?.replace(/^https?:\/\/(www\.)?/, '').replace(/[#/]+$/, '');
  const number = document.identifier?.toLowerCase().replace(/[^a-z0-9]/g, '');
  const keys = url === undefined ? [] : [url];
  return number === undefined ? keys : [...keys, `${number} ${document.revision ?? document.asOf ?? ''}`.trim()];
}
