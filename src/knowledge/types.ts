/**
 * The knowledge at run time: what the card, the popup and the options page read.
 *
 * The shapes of a fact are those of the hand-edited files (from knowledge/schema, where they are described; written by
 * `npm run generate`); this module adds how the files are put together and the views that lookups return.
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

/** Of the bundled knowledge or of a pack. */
interface FromAnywhere {
  /** Name of the pack; absent on bundled facts. */
  readonly origin?: string | undefined;
}

/** What has a name in the reader's language; see `in-language.ts`. */
interface Named {
  /** Where `name` is in another language. */
  readonly englishName?: string | undefined;
}

export type CompiledEntry = Omit<Entry, '$schema'> &
  FromAnywhere &
  Named & {
    /** What it is, in few words of the reader's language, where they are held. */
    readonly what?: string | undefined;
  };

/** A pack's pair may name memantine. */
export type CompiledPair = Omit<Pair, '$schema'> & FromAnywhere;

export type CompiledSource = Source & FromAnywhere;

export type CompiledIndication = Indication & FromAnywhere & Named;

/** What a pack says about a bundled entry, kept apart from the entry's own facts. */
export interface Addition {
  readonly origin: string;
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
  readonly indications: readonly CompiledIndication[];
  readonly sources: readonly CompiledSource[];
  /** Empty in the bundled knowledge. */
  readonly additions: readonly Addition[];
}

/**
 * An interaction among two drugs of a page. `interaction.direction` speaks of `first` and `second` in this order.
 */
export interface PairView extends FromAnywhere {
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
}

/** What holds in one region, and since which year. */
export interface InRegion<Status extends string = string> {
  readonly region: string;
  readonly status: Status;
  readonly since?: number | undefined;
}

/** A use of a drug, the same for memantine (indications.json) and every other entry. */
export interface UseView extends Named {
  readonly indication?: string | undefined;
  /** Name of the indication, where there is one. */
  readonly name?: string | undefined;
  readonly regions: readonly InRegion<UseStatus>[];
  readonly evidence?: Evidence | undefined;
  /** The one line. */
  readonly summary: Sentence;
  readonly details: readonly Sentence[];
  readonly reviewedOn: string;
}

/** How many sentences of an entry (or of everything) were read in their source. */
export interface FactCount {
  readonly verified: number;
  readonly unverified: number;
}
