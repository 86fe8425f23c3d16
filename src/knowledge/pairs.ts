/** Finds what is known about two entries: written for themselves, or inherited from a component or a class. */
import { byKey } from '../shared/groups.ts';
import { compareActions, isWithMemantine, MEMANTINE, pairKey } from '../shared/policy/pairs.ts';
import { remembering } from '../shared/remembering.ts';
import type { CompiledEntry, CompiledPair, PairView } from './types.ts';

/** A pair that answers for two entries, the entries that it is written for, and how far they are away. */
interface Statement {
  readonly pair: CompiledPair;
  readonly left: string;
  readonly right: string;
  readonly distance: number;
}

/**
 * Finds what is known about two entries, bundled first, then what packs say. What is written for the two themselves wins,
 * then the nearest class. Each component of a combination speaks for itself, and the worst of them is heard: what is
 * known of one must not hide what is known of another. An entry inherits nothing about its own class, member or
 * component. Empty for unknown ids and for one entry twice.
 */
export function openPairs(
  entries: ReadonlyMap<string, CompiledEntry>,
  pairs: readonly CompiledPair[],
): (a: string, b: string) => PairView[] {
  /** By the ids in alphabetical order; a bundled pair and those of packs stand beside each other. */
  const pairsOf = byKey([...pairs, ...[...entries.values()].flatMap(memantinePair)], ({ drugs }) =>
    pairKey(drugs[0]!, drugs[1]!),
  );
  /** The entry, its classes and those classes' classes, each with how far away it is, nearest first. */
  const standsFor = remembering((id: string): ReadonlyMap<string, number> => {
    const distances = new Map<string, number>(entries.has(id) ? [[id, 0]] : []);
    // What is added on the way is visited, too.
    for (const [at, distance] of distances) {
      for (const next of entries.get(at)?.classes ?? [])
        if (entries.has(next) && !distances.has(next)) distances.set(next, distance + 1);
    }
    return distances;
  });
  const known = new Map<string, readonly Statement[]>();

  function between(a: string, b: string): readonly Statement[] {
    const key = `${a} ${b}`;
    // Each two once: combinations of combinations share components, and would multiply them otherwise.
    const found = known.get(key) ?? look(a, b);
    known.set(key, found);
    return found;
  }

  function look(a: string, b: string): readonly Statement[] {
    if (a === b) return [];
    if (holds(a, b) || holds(b, a)) return written(a, b, 0);
    const own = nearest(a, b);
    if (own[0]?.distance === 0) return own;
    return [
      ...own,
      ...ofComponents(components(a).map((component) => between(component, b))),
      ...ofComponents(components(b).map((component) => between(a, component))),
    ];
  }

  /** What is written for the two or for the nearest of their classes. */
  function nearest(a: string, b: string): readonly Statement[] {
    const found = [...standsFor(a)].flatMap(([left, far]) =>
      [...standsFor(b)].flatMap(([right, further]) => written(left, right, far + further)),
    );
    const least = Math.min(...found.map(({ distance }) => distance));
    return found.filter(({ distance }) => distance === least);
  }

  function written(a: string, b: string, distance: number): readonly Statement[] {
    return (pairsOf.get(pairKey(a, b)) ?? []).map((pair) => ({ pair, left: a, right: b, distance }));
  }

  /** Whether the second is a class or a component of the first, or a class of a component. */
  function holds(a: string, b: string): boolean {
    const parts = new Set([a]);
    for (const part of parts) {
      if (standsFor(part).has(b)) return true;
      for (const component of components(part)) parts.add(component);
    }
    return false;
  }

  function components(id: string): readonly string[] {
    const entry = entries.get(id);
    return entry?.kind === 'combination' ? (entry.members ?? []) : [];
  }

  return (a, b) => {
    const found = between(a, b).toSorted((one, other) => one.distance - other.distance);
    return worstOfEachOrigin(found.map((statement) => view(statement, a, b)));
  };
}

/** Orders views worst first; the same action with memantine first, then by the drugs, so that lists do not jump. */
export function worstFirst(a: PairView, b: PairView): number {
  const byAction = compareActions(a.interaction.action, b.interaction.action);
  const byMemantine = Number(isWithMemantine(b)) - Number(isWithMemantine(a));
  return byAction || byMemantine || (pairKey(a.first, a.second) < pairKey(b.first, b.second) ? -1 : 1);
}

/** An entry's `withMemantine` as a pair: first the entry, second memantine, as its `direction` is written. */
function memantinePair({ id, reviewedOn, withMemantine, origin }: CompiledEntry): CompiledPair[] {
  return withMemantine ? [{ drugs: [id, MEMANTINE], reviewedOn, interaction: withMemantine, origin }] : [];
}

/** Keeps the pair's own order, so that its `direction` stays true. */
function view({ pair, left, right }: Statement, a: string, b: string): PairView {
  const { drugs, interaction, reviewedOn, origin } = pair;
  const [first, second, viaFirst, viaSecond] = drugs[0] === left ? [a, b, left, right] : [b, a, right, left];
  const via = {
    ...(viaFirst === first ? {} : { first: viaFirst }),
    ...(viaSecond === second ? {} : { second: viaSecond }),
  };
  return { first, second, interaction, reviewedOn, via, origin };
}

/**
 * What the components of one combination say, one step further away. That studies of one component found nothing says
 * nothing about a combination whose other component was not studied.
 */
function ofComponents(lists: readonly (readonly Statement[])[]): readonly Statement[] {
  const all = lists.every((list) => list.length > 0);
  return lists
    .flat()
    .filter(({ pair }) => all || pair.interaction.action !== 'none-found')
    .map((found) => ({ ...found, distance: found.distance + 1 }));
}

/** Classes at the same distance and components may both have something to say: the worse one speaks. */
function worstOfEachOrigin(views: readonly PairView[]): PairView[] {
  const worst = new Map<string, PairView>();
  for (const candidate of views.toSorted(worstFirst)) {
    const origin = candidate.origin ?? '';
    if (!worst.has(origin)) worst.set(origin, candidate);
  }
  return [...worst.values()].sort((a, b) => (a.origin ?? '').localeCompare(b.origin ?? ''));
}
