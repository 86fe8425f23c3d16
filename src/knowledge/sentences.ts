/** Goes through knowledge of any shape, compiled or as files hold it: its sentences and its sources, with their places. */
import type { Sentence } from './types.ts';

/** A sentence and where it stands: JSON pointer from the value that was walked. */
export interface PlacedSentence {
  readonly place: string;
  readonly sentence: Sentence;
}

/** An object or array member and its JSON pointer. */
export interface PlacedNode {
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
export function* sentencesIn(root: unknown, place = ''): Generator<PlacedSentence> {
  for (const found of walk(root, place)) {
    if (isSentence(found.node)) yield { place: found.place, sentence: found.node };
  }
}

/** Every list of sources inside `root`: the ids in it, and its place. */
export function* sourceLists(root: unknown, place = ''): Generator<{ place: string; ids: readonly string[] }> {
  for (const { place: at, key, node } of walk(root, place)) {
    if (key === 'sources' && Array.isArray(node)) yield { place: at, ids: node };
  }
}

/** The ids of all sources that are named inside `root`. */
export function citedIn(root: unknown): Set<string> {
  return new Set([...sourceLists(root)].flatMap(({ ids }) => ids));
}

export function isSentence(node: unknown): node is Sentence {
  return (
    typeof node === 'object' &&
    node !== null &&
    typeof (node as { text?: unknown }).text === 'string' &&
    Array.isArray((node as { sources?: unknown }).sources)
  );
}

/** Escapes a member name for a JSON pointer (RFC 6901). */
function pointerToken(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
