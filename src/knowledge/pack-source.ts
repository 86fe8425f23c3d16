/**
 * What a pack says of a source, in the shape of the bundled ones. Who writes a pack has one text before them and says in
 * one piece what it is and how it was read; the bundled knowledge keeps the document apart from the place where it was read.
 */
import type { PackSource, Source } from './types.ts';

/** @param source as the pack holds it: `read` is one word for place and extent. */
export function sourceOfPack({ id, type, read, reviewedOn, region, year, url, note, ...named }: PackSource): Source {
  const extent = read === 'abstract' || read === 'excerpt' ? { extent: read } : {};
  return {
    id,
    type,
    document: {
      ...named,
      ...(region === undefined ? {} : { jurisdiction: region }),
      ...(year === undefined ? {} : { revision: String(year) }),
    },
    read: {
      in: read === 'copy' || read === 'not-read' ? read : 'original',
      ...(url === undefined ? {} : { url }),
      ...extent,
      on: reviewedOn,
    },
    ...(note === undefined ? {} : { note }),
  };
}
