/** Typed lookups in the compiled knowledge. Pure: the card, the popup, the options page and the report use it alike. */
import { MEMANTINE } from '../shared/policy/pairs.ts';
import { type PairWord, pairWord } from './pair-word.ts';
import { PairFinder, worstFirst } from './pairs.ts';
import { sentencesIn } from './sentences.ts';
import type {
  Addition,
  CompiledEntry,
  CompiledKnowledge,
  CompiledSource,
  FactCount,
  IndicationTerm,
  KnowledgeStats,
  Name,
  PairView,
  UseView,
} from './types.ts';
import { entryUses, memantineUses } from './uses.ts';

/** What `openKnowledge` gives. Ids that are unknown give `undefined` or an empty list, never an error. */
export interface Knowledge {
  entry(id: string): CompiledEntry | undefined;
  /** All entries, sorted by id. */
  entries(): readonly CompiledEntry[];
  /** The name record of a surface form as the knowledge writes it (a mention's `form`): for the card's head. */
  form(id: string, form: string): Name | undefined;
  /** Entries in a class, or components of a combination. */
  members(id: string): readonly CompiledEntry[];
  /** Classes that the entry is in. */
  classes(id: string): readonly CompiledEntry[];
  /** What packs add to a bundled entry. */
  additions(id: string): readonly Addition[];
  /** What is known about two entries, memantine included: at most one bundled view, then one of each pack. */
  pair(a: string, b: string): readonly PairView[];
  /**
   * The pairs among entries that the knowledge says something about, worst action first. That a pair is missing says
   * nothing about its safety.
   */
  pairsAmong(ids: readonly string[]): readonly PairView[];
  /** How the verdict about a pair is worded. */
  word(view: PairView): PairWord;
  /** Approved uses first. */
  usesOf(id: string): readonly UseView[];
  /** The use that answers for an indication, or for a broader one where the entry has nothing on the narrow one. */
  useFor(id: string, indication: string): UseView | undefined;
  /** Name of an indication as the card writes it. */
  indicationName(id: string): string | undefined;
  indicationTerms(): readonly IndicationTerm[];
  source(id: string): CompiledSource | undefined;
  sources(): readonly CompiledSource[];
  /** Sentences of an entry by status; for memantine with its uses. */
  facts(id: string): FactCount;
  stats(): KnowledgeStats;
}

/** Opens compiled knowledge, bundled or with packs merged in, for lookups. Costs a few maps; texts are not touched. */
export function openKnowledge(compiled: CompiledKnowledge): Knowledge {
  const entries = new Map(compiled.entries.map((entry) => [entry.id, entry]));
  const indications = new Map(compiled.indications.map((indication) => [indication.id, indication]));
  const sources = new Map(compiled.sources.map((source) => [source.id, source]));
  const finder = new PairFinder(entries, compiled.pairs);
  const present = (ids: readonly string[] | undefined) =>
    (ids ?? []).flatMap((id) => {
      const entry = entries.get(id);
      return entry ? [entry] : [];
    });
  const additions = (id: string) => compiled.additions.filter(({ entry }) => entry === id);

  function usesOf(id: string): readonly UseView[] {
    const entry = entries.get(id);
    if (!entry) return [];
    return [...(id === MEMANTINE ? memantineUses(compiled.indications) : []), ...entryUses(entry, indications)];
  }

  const classes = (id: string) => present(entries.get(id)?.classes);

  return {
    entry: (id) => entries.get(id),
    entries: () => compiled.entries,
    form: (id, form) =>
      [...(entries.get(id)?.names ?? []), ...additions(id).flatMap(({ names }) => names)].find(
        (name) => name.form === form,
      ),
    members: (id) => present(entries.get(id)?.members),
    classes,
    additions,
    pair: (a, b) => finder.among(a, b),
    pairsAmong(ids) {
      const unique = [...new Set(ids)];
      const views = unique.flatMap((a, index) => unique.slice(index + 1).flatMap((b) => finder.among(a, b)));
      return views.sort(worstFirst);
    },
    word: (view) => pairWord(view, classes),
    usesOf,
    useFor(id, indication) {
      const uses = usesOf(id);
      const tried = new Set<string>();
      for (let at: string | undefined = indication; at && !tried.has(at); at = indications.get(at)?.broader) {
        tried.add(at);
        const use = uses.find((candidate) => candidate.indication === at);
        if (use) return use;
      }
      return undefined;
    },
    indicationName: (id) => indications.get(id)?.name,
    indicationTerms: () =>
      compiled.indications.flatMap(({ id, terms }) =>
        terms.map((term) => ({ case: 'any' as const, gate: 'none' as const, ...term, indication: id })),
      ),
    source: (id) => sources.get(id),
    sources: () => compiled.sources,
    facts: (id) => countFacts([entries.get(id), id === MEMANTINE ? compiled.indications : undefined]),
    stats: () => statsOf(compiled),
  };
}

function countFacts(root: unknown): FactCount {
  let verified = 0;
  let unverified = 0;
  for (const { sentence } of sentencesIn(root)) {
    if (sentence.status === 'verified') verified += 1;
    else unverified += 1;
  }
  return { verified, unverified };
}

function statsOf(compiled: CompiledKnowledge): KnowledgeStats {
  const { entries, pairs, indications, sources } = compiled;
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
