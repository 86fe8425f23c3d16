/** What a card says, as plain data: decided here once, drawn by `view.ts`, written as text by `as-text.ts`. */
import type { PairWord } from '../knowledge/pair-word.ts';
import type { PassageUse } from '../knowledge/passage-uses.ts';
import type {
  Action,
  CompiledEntry,
  Interaction,
  Name,
  PairView,
  Position,
  Source,
  UseStatus,
  UseView,
} from '../knowledge/types.ts';

/** A source with the number that it has on this card. */
export interface Citation {
  readonly number: number;
  readonly source: Source;
}

/** A sentence of the knowledge with what carries it. */
export interface Line {
  readonly text: string;
  readonly citations: readonly Citation[];
  /** Someone read the passage in a cited source while writing the sentence. */
  readonly verified: boolean;
  /** Shown only where the reader wants professional detail. */
  readonly professional: boolean;
}

/**
 * How one authority rates an interaction, in its own words. `says` and `voice`: what its wording amounts to and whose it is,
 * see knowledge/RATINGS.md.
 */
export interface Rating extends Omit<Position, 'sources' | 'status'>, Pick<Line, 'citations' | 'verified'> {
  /** The card says as much already: who says it is all that is new. */
  readonly isSaid: boolean;
}

/**
 * An interaction: what to do, how severe and how well documented stay three things. `origin`: the reader's pack that says
 * so.
 */
export interface Relation
  extends Pick<Interaction, 'action' | 'actionBy' | 'kind' | 'direction' | 'documentation'>,
    Pick<PairView, 'origin'> {
  /** Name of the watched medicine that it is about; absent: memantine, or a pair of the page. */
  readonly other?: string;
  /** The page does not name that one: nobody but the reader is to hear of it. */
  readonly unnamed?: boolean;
  /** How the verdict is worded. */
  readonly word: PairWord;
  /** Names of the pair in the order that `direction` speaks of. */
  readonly names: readonly [string, string];
  /** The class or component that the statement is written for, where it is not the drug itself. */
  readonly via: readonly string[];
  readonly ratings: readonly Rating[];
  readonly summary: Line;
  readonly management: readonly Line[];
  readonly effect: readonly Line[];
  readonly mechanism: readonly Line[];
  readonly evidence: readonly Line[];
}

/** A use with its status. `englishName` where `name` is in another language. */
export interface Use extends Pick<UseView, 'name' | 'englishName' | 'regions' | 'evidence'> {
  /** The status that heads it: the best one that any region gives. */
  readonly status: UseStatus;
  readonly summary: Line;
  readonly details: readonly Line[];
}

/** A use that the passage names: `condition` in the page's own words, `regions` those whose approved uses we hold. */
export type NamedInPassage = Pick<PassageUse, 'condition' | 'indication' | 'status' | 'regions' | 'limits'>;

export interface UseInPassage extends NamedInPassage {
  /** What the knowledge holds on it; missing: no summary of studies. */
  readonly use?: Use;
}

/** Key of a section's title, after `cardSection`. */
export type SectionKey =
  | 'notes'
  | 'cautions'
  | 'effects'
  | 'stopping'
  | 'dosing'
  | 'pregnancy'
  | 'driving'
  | 'mechanism';

export interface Section {
  readonly key: SectionKey;
  readonly lines: readonly Line[];
}

/** On the cards of memantine and of what contains it: what has an action with it, classes in place of their members. */
export interface Combining {
  readonly action: Action;
  /** Classes first. `members`: names of the drugs of a class that have the same action. */
  readonly items: readonly { readonly name: string; readonly members: readonly string[]; readonly summary: Line }[];
}

export interface CardModel {
  readonly entry: CompiledEntry;
  /** As the page wrote it. */
  readonly title: string;
  readonly form: Name | undefined;
  readonly drugClass: Line;
  /** Names of the entries in a class or combination. */
  readonly members: readonly string[];
  /**
   * With the watched medicines, worst first, and with memantine: of each the bundled statement, then those of packs. Of an
   * entry with itself there is nothing.
   */
  readonly relations: readonly Relation[];
  readonly combining: readonly Combining[];
  /** The uses that the passage names, the leading one first. */
  readonly uses: readonly UseInPassage[];
  readonly approved: readonly Use[];
  readonly otherUses: readonly Use[];
  readonly sections: readonly Section[];
  readonly onPage: readonly { readonly drug: string; readonly name: string; readonly count: number }[];
  /** Pairs among the page's drugs, this entry included; not those that `relations` has. Worst first. */
  readonly pairs: readonly Relation[];
  readonly citations: readonly Citation[];
  /** The entry's review is old. */
  readonly old: boolean;
}
