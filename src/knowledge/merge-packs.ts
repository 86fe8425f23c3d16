/**
 * Packs beside the bundled knowledge: they add to it and never change its facts; all that comes from a pack carries its
 * name as `origin`.
 */
import { structureProblems } from './pack-structure.ts';
import type { NamedEntry } from './surface-forms.ts';
import type { CompiledKnowledge, Pack, PackSource, Source } from './types.ts';

/**
 * The knowledge with packs added, the first installed first. What has lost its place since the pack was checked (an
 * update may bundle the same entry, or drop one that the pack speaks of) is left out, and so is an entry that contains
 * itself: a pack of an older version was not asked that.
 */
export function mergePacks(base: CompiledKnowledge, packs: readonly Pack[]): CompiledKnowledge {
  return packs.reduce(mergePack, base);
}

/** The names that a dictionary is made of: those of all entries, and those that packs add to bundled ones. */
export function namedEntries({ entries, additions }: CompiledKnowledge): NamedEntry[] {
  const kinds = new Map(entries.map(({ id, kind }) => [id, kind]));
  return [...entries, ...additions.map(({ entry, names }) => ({ id: entry, kind: kinds.get(entry)!, names }))];
}

function mergePack(base: CompiledKnowledge, pack: Pack): CompiledKnowledge {
  const origin = pack.name;
  const { sources, entries = [], pairs = [], indications = [], additions = [] } = withOwnSources(pack);
  const known = new Set(base.entries.map(({ id }) => id));
  const knownIndications = new Set(base.indications.map(({ id }) => id));
  const fresh = entries.filter(({ id }) => !known.has(id));
  const endless = new Set(structureProblems(fresh, base.entries).map(({ id }) => id));
  const added = fresh.filter(({ id }) => !endless.has(id));
  const all = new Set([...known, ...added.map(({ id }) => id)]);
  return {
    ...base,
    entries: [...base.entries, ...added.map((entry) => ({ ...entry, origin }))],
    pairs: [
      ...base.pairs,
      ...pairs.filter(({ drugs }) => drugs.every((id) => all.has(id))).map((pair) => ({ ...pair, origin })),
    ],
    indications: [
      ...base.indications,
      ...indications.filter(({ id }) => !knownIndications.has(id)).map((indication) => ({ ...indication, origin })),
    ],
    sources: [...base.sources, ...sources.map((source) => ({ ...sourceOfPack(source), origin }))],
    additions: [
      ...base.additions,
      ...additions
        .filter(({ entry }) => known.has(entry))
        .map(({ entry, names = [], notes = [] }) => ({ origin, entry, names, notes })),
    ],
  };
}

/** The pack with its own sources under ids that no other pack and no bundled source has. */
function withOwnSources(pack: Pack): Pack {
  const own = new Map(pack.sources.map(({ id }) => [id, `${pack.name}/${id}`]));
  const copy = JSON.parse(JSON.stringify(pack), (key, value: unknown) =>
    key === 'sources' && Array.isArray(value) ? value.map((id) => own.get(id) ?? id) : value,
  ) as Pack;
  return { ...copy, sources: pack.sources.map((source) => ({ ...source, id: own.get(source.id)! })) };
}

/**
 * What a pack says of a source, in the shape of the bundled ones: who writes a pack has one text before them, and says in
 * one word (`read`) where and how far it was read.
 */
function sourceOfPack({ id, type, read, reviewedOn, region, year, url, note, ...named }: PackSource): Source {
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
