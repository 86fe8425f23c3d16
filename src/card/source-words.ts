/** A source in few words: what it is and from when, and where somebody read it for us. */
import type { Source } from '../knowledge/types.ts';
import { keyOf } from '../ui/keys.ts';
import { month, region, type Wording } from './words.ts';

/** `US label, revised Nov 2018, read in the original`. */
export function sourceInShort(source: Source, wording: Wording): string {
  return `${documentName(source, wording)}, ${wording.words(keyOf('cardRead', source.read.in))}`;
}

/** The same where room is short: `US label, revised Nov 2018`, and `EU product information, revised 2022, read in a copy` where it was. */
export function sourceName(source: Source, wording: Wording): string {
  return source.read.in === 'original' ? documentName(source, wording) : sourceInShort(source, wording);
}

/** The same where one line has to do: `US label, 2018`, and apart from it what is left out first: `undated, read in a copy`. */
export function sourceInBrief(source: Source, wording: Wording): { readonly name: string; readonly rest: string } {
  const { words } = wording;
  const { revision, asOf, undated } = source.document;
  const year = (revision ?? asOf)?.slice(0, 4);
  const rest = [
    year === undefined && undated && words('cardUndated'),
    source.read.in !== 'original' && words(keyOf('cardRead', source.read.in)),
  ];
  return {
    name: [kindOf(source, wording), year].filter(Boolean).join(', '),
    rest: rest.filter(Boolean).join(', '),
  };
}

function documentName(source: Source, wording: Wording): string {
  const { words } = wording;
  const { revision, asOf, undated } = source.document;
  const from = revision && month(revision, wording);
  const revised = from && (source.type === 'label' ? words('cardRevised', from) : from);
  const dated = revised || (asOf && words('cardAsOf', month(asOf, wording))) || (undated && words('cardUndated'));
  return [kindOf(source, wording), dated].filter(Boolean).join(', ');
}

/** `US label`, `EU product information`: each authority's texts by the name that it gives them, as where we say who advises what. */
function kindOf({ type, document: { jurisdiction } }: Source, wording: Wording): string {
  const { words } = wording;
  const kind = words(type === 'label' && jurisdiction === 'US' ? 'cardSourceLabelUs' : keyOf('cardSource', type));
  return jurisdiction === undefined ? kind : words('cardSourceOf', kind, region(jurisdiction, wording));
}

/** Where a reader finds it: what was read, or else the original. */
export function addressOf({ document, read }: Source): string | undefined {
  return read.url ?? document.url;
}
