/**
 * Goes through knowledge of any shape, compiled or as files hold it: its sentences and its sources, with their places.
 */
import { isRecord } from '../shared/is-record.ts';
import type { Sentence } from './types.ts';

/** An object or array member and its JSON pointer. */
interface PlacedNode {
  readonly place: string;
  readonly key: string;
  readonly node: unknown;
}

/** Every value inside `root`, `root` itself first, parents before children, in file order. */
export function* walk(root: unknown, place = '', key = ''): Generator<PlacedNode> {
  yield { place, key, node: root };
  if (typeof root !== 'object' || root === null) return;
  for (const [name, value] of Object.entries(root)) yield* walk(value, `${place}/${pointerToken(name)}`, name);
}

/** Every sentence inside `root`. Knows a sentence by its shape, so that it also works on files that break the schema. */
export function* sentencesIn(root: unknown): Generator<{ place: string; sentence: Sentence }> {
  for (const { place, node } of walk(root)) if (isSentence(node)) yield { place, sentence: node };
}

/** Every list of sources inside `root`: the ids in it, and its place. */
export function* sourceLists(root: unknown): Generator<{ place: string; ids: readonly string[] }> {
  for (const { place, key, node } of walk(root)) {
    if (key === 'sources' && Array.isArray(node)) yield { place, ids: node };
  }
}

/** The ids of all sources that are named inside `root`. */
export function citedIn(root: unknown): Set<string> {
  return new Set([...sourceLists(root)].flatMap(({ ids }) => ids));
}

export function isSentence(node: unknown): node is Sentence {
  return isRecord(node) && typeof node.text === 'string' && Array.isArray(node.sources);
}

/** Escapes a member name for a JSON pointer (RFC 6901). */
function pointerToken(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
