/** Typed lookups in the compiled knowledge. Pure: the card, the popup, the options page and the report use it alike. */
import { MEMANTINE } from '../shared/policy/pairs.ts';
import { pairWord } from './pair-word.ts';
import { openPairs, worstFirst } from './pairs.ts';
import { sentencesIn } from './sentences.ts';
import type { Addition, CompiledEntry, CompiledKnowledge, FactCount, Name, PairView, UseView } from './types.ts';
import { entryUses, memantineUses } from './uses.ts';

/** What `openKnowledge` gives. Ids that are unknown give `undefined` or an empty list, never an error. */
export type Knowledge = ReturnType<typeof openKnowledge>;

/** Opens compiled knowledge, bundled or with packs merged in, for lookups. Costs a few maps; texts are not touched. */
export function openKnowledge(compiled: CompiledKnowledge) {
  const entries = new Map(compiled.entries.map((entry) => [entry.id, entry]));
  const indications = new Map(compiled.indications.map((indication) => [indication.id, indication]));
  const sources = new Map(compiled.sources.map((source) => [source.id, source]));
  const present = (ids: readonly string[] = []): CompiledEntry[] => ids.flatMap((id) => entries.get(id) ?? []);
  /** What packs add to a bundled entry. */
  const additions = (id: string): Addition[] => compiled.additions.filter(({ entry }) => entry === id);
  /** Classes that the entry is in. */
  const classes = (id: string): CompiledEntry[] => present(entries.get(id)?.classes);
  /** What is known about two entries, memantine included: at most one bundled view, then one of each pack. */
  const pair = openPairs(entries, compiled.pairs);

  /** Approved uses first. */
  function usesOf(id: string): UseView[] {
    const entry = entries.get(id);
    if (!entry) return [];
    return [...(id === MEMANTINE ? memantineUses(compiled.indications) : []), ...entryUses(entry, indications)];
  }

  return {
    entry: (id: string) => entries.get(id),
    /** All entries, sorted by id. */
    entries: () => compiled.entries,
    /** The name record of a surface form as the knowledge writes it (a mention's `form`): for the card's head. */
    form: (id: string, form: string): Name | undefined =>
      [...(entries.get(id)?.names ?? []), ...additions(id).flatMap(({ names }) => names)].find(
        (name) => name.form === form,
      ),
    /** Entries in a class, or components of a combination. */
    members: (id: string) => present(entries.get(id)?.members),
    classes,
    additions,
    pair,
    /**
     * The pairs among entries that the knowledge says something about, worst action first. That a pair is missing says
     * nothing about its safety.
     */
    pairsAmong(ids: readonly string[]): PairView[] {
      const unique = [...new Set(ids)];
      return unique.flatMap((a, index) => unique.slice(index + 1).flatMap((b) => pair(a, b))).sort(worstFirst);
    },
    /** How the verdict about a pair is worded. */
    word: (view: PairView) => pairWord(view, classes),
    usesOf,
    /** The use that answers for an indication, or for a broader one where the entry has nothing on the narrow one. */
    useFor(id: string, indication: string): UseView | undefined {
      const uses = usesOf(id);
      const tried = new Set<string>();
      for (let at: string | undefined = indication; at && !tried.has(at); at = indications.get(at)?.broader) {
        tried.add(at);
        const use = uses.find((candidate) => candidate.indication === at);
        if (use) return use;
      }
      return undefined;
    },
    source: (id: string) => sources.get(id),
    /** Sentences of an entry by status; for memantine with its uses. */
    facts: (id: string) => countFacts([entries.get(id), id === MEMANTINE ? compiled.indications : undefined]),
    stats: () => statsOf(compiled),
  };
}

function countFacts(root: unknown): FactCount {
  const sentences = [...sentencesIn(root)];
  const verified = sentences.filter(({ sentence }) => sentence.status === 'verified').length;
  return { verified, unverified: sentences.length - verified };
}

/** Figures for the options page and the report; reviews are ISO days over entries, pairs and memantine's uses. */
function statsOf({ entries, pairs, indications, sources }: CompiledKnowledge) {
  const byKind = { drug: 0, combination: 0, class: 0, condition: 0 };
  for (const { kind } of entries) byKind[kind] += 1;
  const reviews = [...entries, ...pairs, ...indications.flatMap(({ memantine }) => memantine ?? [])]
    .map(({ reviewedOn }) => reviewedOn)
    .sort();
  return {
    entries: entries.length,
    byKind,
    pairs: pairs.length,
    indications: indications.length,
    names: entries.reduce((sum, { names }) => sum + names.length, 0),
    sources: sources.length,
    facts: countFacts([entries, pairs, indications]),
    oldestReview: reviews[0] ?? '',
    newestReview: reviews.at(-1) ?? '',
  };
}
