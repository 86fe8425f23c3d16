/** Finds what is known about two entries: written for themselves, or inherited from a component or a class. */
import { compareActions, isWithMemantine, MEMANTINE, pairKey } from '../shared/policy/pairs.ts';
import type { CompiledEntry, CompiledPair, PairView } from './types.ts';

/** An entry that another one stands for, and how far away: 0 itself, 1 its class, 2 its class's class. */
interface Stand {
  readonly id: string;
  readonly distance: number;
}

/** A pair that answers for two entries, the entries that it is written for, and how far they are away. */
interface Statement {
  readonly pair: CompiledPair;
  readonly left: string;
  readonly right: string;
  readonly distance: number;
}

export class PairFinder {
  readonly #entries: ReadonlyMap<string, CompiledEntry>;
  /** By the ids in alphabetical order; a bundled pair and those of packs stand beside each other. */
  readonly #pairs = new Map<string, CompiledPair[]>();
  readonly #founds = new Map<string, readonly Statement[]>();
  readonly #stands = new Map<string, readonly Stand[]>();

  constructor(entries: ReadonlyMap<string, CompiledEntry>, pairs: readonly CompiledPair[]) {
    this.#entries = entries;
    for (const pair of pairs) this.#add(pair);
    for (const entry of entries.values()) if (entry.withMemantine) this.#add(memantinePair(entry));
  }

  /**
   * What is known about two entries, bundled first, then what packs say. What is written for the two themselves wins,
   * then the nearest class. Each component of a combination speaks for itself, and the worst of them is heard: what is
   * known of one must not hide what is known of another. An entry inherits nothing about its own class, member or
   * component. Empty for unknown ids and for one entry twice.
   */
  among(a: string, b: string): PairView[] {
    const found = [...this.#between(a, b)].sort((one, other) => one.distance - other.distance);
    return worstOfEachOrigin(found.map(({ pair, left, right }) => view(pair, a, left, b, right)));
  }

  #between(a: string, b: string): readonly Statement[] {
    const key = `${a} ${b}`;
    // Each two once: combinations of combinations share components, and would multiply them otherwise.
    const found = this.#founds.get(key) ?? this.#look(a, b);
    this.#founds.set(key, found);
    return found;
  }

  #look(a: string, b: string): readonly Statement[] {
    if (a === b) return [];
    if (this.#related(a, b)) return this.#written(a, b, 0);
    const own = this.#nearest(a, b);
    if (own[0]?.distance === 0) return own;
    return [
      ...own,
      ...ofComponents(this.#components(a).map((component) => this.#between(component, b))),
      ...ofComponents(this.#components(b).map((component) => this.#between(a, component))),
    ];
  }

  /** What is written for the two or for the nearest of their classes. */
  #nearest(a: string, b: string): readonly Statement[] {
    let nearest = Number.POSITIVE_INFINITY;
    let found: readonly Statement[] = [];
    for (const left of this.#standsFor(a)) {
      for (const right of this.#standsFor(b)) {
        const distance = left.distance + right.distance;
        if (distance > nearest) continue;
        const written = this.#written(left.id, right.id, distance);
        if (written.length === 0) continue;
        found = distance < nearest ? written : [...found, ...written];
        nearest = distance;
      }
    }
    return found;
  }

  #add(pair: CompiledPair): void {
    const key = pairKey(pair.drugs[0]!, pair.drugs[1]!);
    const there = this.#pairs.get(key);
    if (there) there.push(pair);
    else this.#pairs.set(key, [pair]);
  }

  #written(a: string, b: string, distance: number): readonly Statement[] {
    return (this.#pairs.get(pairKey(a, b)) ?? []).map((pair) => ({ pair, left: a, right: b, distance }));
  }

  #related(a: string, b: string): boolean {
    return this.#holds(a, b) || this.#holds(b, a);
  }

  /** Whether the second is a class or a component of the first, or a class of a component. */
  #holds(a: string, b: string): boolean {
    const parts = new Set([a]);
    for (const part of parts) {
      if (this.#standsFor(part).some(({ id }) => id === b)) return true;
      for (const component of this.#components(part)) parts.add(component);
    }
    return false;
  }

  #components(id: string): readonly string[] {
    const entry = this.#entries.get(id);
    return entry?.kind === 'combination' ? (entry.members ?? []) : [];
  }

  /** The entry, its classes and those classes' classes, nearest first. */
  #standsFor(id: string): readonly Stand[] {
    const known = this.#stands.get(id);
    if (known) return known;
    const distances = new Map<string, number>();
    const queue: Stand[] = [{ id, distance: 0 }];
    for (const { id: at, distance } of queue) {
      const entry = this.#entries.get(at);
      if (!entry || distances.has(at)) continue;
      distances.set(at, distance);
      for (const next of entry.classes ?? []) queue.push({ id: next, distance: distance + 1 });
    }
    const stands = [...distances].map(([stand, distance]) => ({ id: stand, distance }));
    this.#stands.set(id, stands);
    return stands;
  }
}

/** Orders views worst first; the same action with memantine first, then by the drugs, so that lists do not jump. */
export function worstFirst(a: PairView, b: PairView): number {
  const byAction = compareActions(a.interaction.action, b.interaction.action);
  const byMemantine = Number(isWithMemantine(b)) - Number(isWithMemantine(a));
  return byAction || byMemantine || (pairKey(a.first, a.second) < pairKey(b.first, b.second) ? -1 : 1);
}

/** An entry's `withMemantine` as a pair: first the entry, second memantine, as its `direction` is written. */
function memantinePair(entry: CompiledEntry): CompiledPair {
  return {
    drugs: [entry.id, MEMANTINE],
    reviewedOn: entry.reviewedOn,
    interaction: entry.withMemantine!,
    ...(entry.origin ? { origin: entry.origin } : {}),
  };
}

/** Keeps the pair's own order, so that its `direction` stays true. */
function view(pair: CompiledPair, a: string, standsForA: string, b: string, standsForB: string): PairView {
  const straight = pair.drugs[0] === standsForA;
  const [first, second] = straight ? [a, b] : [b, a];
  const [viaFirst, viaSecond] = straight ? [standsForA, standsForB] : [standsForB, standsForA];
  return {
    first,
    second,
    interaction: pair.interaction,
    reviewedOn: pair.reviewedOn,
    via: {
      ...(viaFirst === first ? {} : { first: viaFirst }),
      ...(viaSecond === second ? {} : { second: viaSecond }),
    },
    ...(pair.origin ? { origin: pair.origin } : {}),
  };
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
  for (const candidate of [...views].sort(worstFirst)) {
    const origin = candidate.origin ?? '';
    if (!worst.has(origin)) worst.set(origin, candidate);
  }
  return [...worst.values()].sort((a, b) => (a.origin ?? '').localeCompare(b.origin ?? ''));
}
