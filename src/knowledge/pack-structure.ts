/**
 * Whether the entries of a pack hold together: a combination that contains itself, also by way of others, or chains of
 * hundreds, have no meaning, and whoever follows them would never come to an end.
 */
import type { ExplainedError, Repair } from './explain-schema-error.ts';
import type { CompiledEntry, Entry } from './types.ts';

/** Combinations within combinations, classes within classes; real ones go two or three deep. */
const DEEPEST = 20;

/** A problem for each of a pack's entries that contains itself or goes too deep. */
export function structureProblems(
  entries: readonly Entry[],
  known: readonly CompiledEntry[],
): (ExplainedError & { readonly id: string })[] {
  const links = new Map<string, readonly string[]>();
  for (const { id, kind, members = [], classes = [] } of [...known, ...entries]) {
    links.set(id, kind === 'combination' ? [...members, ...classes] : classes);
  }
  const depths = depthsOf(links);
  return entries.flatMap(({ id }, index) => {
    const depth = depths.get(id) ?? 0;
    if (depth <= DEEPEST) return [];
    const loop = depth === Number.POSITIVE_INFINITY;
    const message = loop ? `"${id}" contains itself, directly or through others` : `"${id}" goes ${depth} entries deep`;
    const repair: Repair = loop ? ['repairLoop', id] : ['repairDeep', id, String(DEEPEST)];
    return [{ id, place: `/entries/${index}`, message, repair }];
  });
}

/** How many links lead on from each entry; infinite where they come back. Without recursion: a chain may be long. */
function depthsOf(links: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  const open = new Set<string>();
  for (const start of links.keys()) {
    const stack = [start];
    for (let id = stack.at(-1); id !== undefined; id = stack.at(-1)) {
      const next = links.get(id) ?? [];
      if (depths.has(id)) stack.pop();
      else if (open.has(id)) {
        // All that it leads to is known by now, but for what leads back to it.
        depths.set(id, 1 + Math.max(-1, ...next.map((other) => depths.get(other) ?? Number.POSITIVE_INFINITY)));
        open.delete(id);
        stack.pop();
      } else {
        open.add(id);
        for (const other of next) if (!depths.has(other) && !open.has(other)) stack.push(other);
      }
    }
  }
  return depths;
}
