/**
 * The knowledge at run time: what the card, the popup and the options page read.
 *
 * The shapes of a fact are those of the hand-edited files (`generated/schema-types.ts`, from knowledge/schema); this module adds
 * how the files are put together and the views that lookups return.
 */
import type {
  ApprovedUses,
  Entry,
  Evidence,
  Indication,
  Interaction,
  Name,
  Pair,
  Sentence,
  Source,
  UseStatus,
} from '../generated/schema-types.ts';

export type * from '../generated/schema-types.ts';

/** Name of the pack that a fact comes from; absent on bundled facts. */
export type Origin = string;

/** An entry of the bundled knowledge or of a pack. */
export type CompiledEntry = Omit<Entry, '$schema'> & {
  readonly origin?: Origin;
  /** Where `name` is in another language; see `in-language.ts`. */
  readonly englishName?: string;
  /** What it is, in few words of that language, where they are held. */
  readonly what?: string;
};

/** A pair of the bundled knowledge or of a pack. A pack's pair may name memantine. */
export type CompiledPair = Omit<Pair, '$schema'> & { readonly origin?: Origin };

/** A source of the bundled knowledge or of a pack. */
export type CompiledSource = Source & { readonly origin?: Origin };

/** What a pack says about a bundled entry, kept apart from the entry's own facts. */
export interface Addition {
  readonly origin: Origin;
  readonly entry: string;
  readonly names: readonly Name[];
  readonly notes: readonly Sentence[];
}

/** All knowledge as one value; also what `dist/knowledge.json` holds. Entries, indications and sources sorted by id. */
export interface CompiledKnowledge {
  readonly format: 'memantine-lens-knowledge';
  /** Of this shape. */
  readonly version: 1;
  readonly entries: readonly CompiledEntry[];
  readonly pairs: readonly CompiledPair[];
  /** One for each drug, sorted by it. */
  readonly approvedUses: readonly Omit<ApprovedUses, '$schema'>[];
  readonly indications: readonly (Indication & { readonly origin?: Origin; readonly englishName?: string })[];
  readonly sources: readonly CompiledSource[];
  /** Empty in the bundled knowledge. */
  readonly additions: readonly Addition[];
}

/**
 * An interaction among two drugs of a page. `interaction.direction` speaks of `first` and `second` in this order.
 */
export interface PairView {
  /** The two entries as they were asked for. */
  readonly first: string;
  readonly second: string;
  readonly interaction: Interaction;
  /** ISO day. */
  readonly reviewedOn: string;
  /**
   * The entries that the interaction is written for, where they are not `first` and `second` themselves: a class that
   * the drug belongs to, or a component of the combination.
   */
  readonly via: { readonly first?: string; readonly second?: string };
  readonly origin?: Origin;
}

/** What holds in one region, and since which year. */
export interface InRegion<Status extends string = string> {
  readonly region: string;
  readonly status: Status;
  readonly since?: number;
}

/** A use of a drug, the same for memantine (indications.json) and every other entry. */
export interface UseView {
  readonly indication?: string;
  /** Name of the indication, where there is one. */
  readonly name?: string;
  /** Where `name` is in another language. */
  readonly englishName?: string;
  readonly regions: readonly InRegion<UseStatus>[];
  readonly evidence?: Evidence;
  /** The one line. */
  readonly summary: Sentence;
  readonly details: readonly Sentence[];
  readonly reviewedOn: string;
}

/** A word or phrase of passages that names an indication. */
export interface IndicationTerm {
  readonly indication: string;
  readonly form: string;
  readonly lang?: string;
  readonly case: 'any' | 'exact';
  /** `introduced`: counts only where the page spells it out. */
  readonly gate: 'none' | 'introduced';
}

/** How many sentences of an entry (or of everything) were read in their source. */
export interface FactCount {
  readonly verified: number;
  readonly unverified: number;
}

/** Figures for the options page and the report. */
export interface KnowledgeStats {
  readonly entries: number;
  readonly byKind: Readonly<Record<Entry['kind'], number>>;
  readonly pairs: number;
  readonly indications: number;
  readonly names: number;
  readonly sources: number;
  readonly facts: FactCount;
  /** ISO days over entries, pairs and memantine's uses. */
  readonly oldestReview: string;
  readonly newestReview: string;
}
