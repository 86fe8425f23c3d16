/** A source in few words: what it is and from when, and where somebody read it for us. */
import type { Source } from '../knowledge/types.ts';
import { day, keyOf, month, region, type Wording } from './words.ts';

/** `US label, revised Nov 2018, read in the original`. */
export function sourceInShort(source: Source, wording: Wording): string {
  return `${documentName(source, wording)}, ${wording.words(keyOf('cardRead', source.read.in))}`;
}

/** The same where room is short: `US label, revised Nov 2018`, and `EU label, revised 2022, read in a copy` where it was. */
export function sourceName(source: Source, wording: Wording): string {
  return source.read.in === 'original' ? documentName(source, wording) : sourceInShort(source, wording);
}

function documentName(source: Source, wording: Wording): string {
  const { words } = wording;
  const { jurisdiction, revision, asOf, undated } = source.document;
  const kind = words(keyOf('cardSource', source.type));
  const from = revision && month(revision, wording);
  const revised = from && (source.type === 'label' ? words('cardRevised', from) : from);
  return [
    jurisdiction === undefined ? kind : words('cardSourceOf', kind, region(jurisdiction, wording)),
    revised || (asOf && words('cardAsOf', month(asOf, wording))) || (undated && words('cardUndated')),
  ]
    .filter(Boolean)
    .join(', ');
}

/** Whose copy, how much of it and when: `fda.report · excerpt · 24 Nov 2026`. */
export function readingOf({ read }: Source, wording: Wording): (string | undefined)[] {
  const part = read.extent === 'abstract' || read.extent === 'excerpt' ? read.extent : undefined;
  return [read.host, part && wording.words(keyOf('cardExtent', part)), day(read.on, wording)];
}

/** Where a reader finds it: what was read, or else the original. */
export function addressOf({ document, read }: Source): string | undefined {
  return read.url ?? document.url;
}
