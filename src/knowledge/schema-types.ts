/**
 * The knowledge's types. Written by `npm run generate` from knowledge/schema; edit the schemas, not this file.
 */

/**
 * Identifier of an entry, a source or an indication: lower-case words joined by single hyphens.
 */
export type Id = string;
/**
 * Day, ISO 8601.
 */
export type Day = string;
/**
 * Where a statement or a name holds: ISO 3166 country code, EU, or INT (no single country).
 */
export type Region = string;
/**
 * Ids in sources.json that carry the statement.
 *
 * @minItems 1
 */
export type SourceIds = Id[];
/**
 * verified: someone read the passage in a listed source while writing the sentence. unverified: known, not read.
 */
export type Status = 'verified' | 'unverified';
/**
 * Id in the Human Disease Ontology.
 */
export type Doid = string;
/**
 * @minItems 1
 */
export type Codes = {
  value: string;
  sources: SourceIds;
}[];
export type Regions = Region[];
/**
 * plain (default): for every reader. professional: shown behind the detail switch.
 */
export type Level = 'plain' | 'professional';
/**
 * Numbers of the seed facts that this sentence carries.
 *
 * @minItems 1
 */
export type Covers = string[];
export type Sentences = Sentence[];
/**
 * Regulatory status of a use. off-label: prescribed or studied without approval there. investigational: only in trials. withdrawn: once approved.
 */
export type UseStatus = 'approved' | 'off-label' | 'investigational' | 'withdrawn';
/**
 * The verdict about a pair, the card's one line, by the table in RATINGS.md. contains-memantine > avoid > caution > monitor > theoretical > none-found (studied, no relevant interaction).
 */
export type Action = 'contains-memantine' | 'avoid' | 'caution' | 'monitor' | 'theoretical' | 'none-found';
/**
 * The first five are primary documents.
 */
export type SourceType =
  'label' | 'authority' | 'guideline' | 'systematic-review' | 'study' | 'reference-work' | 'database' | 'other';
/**
 * Year, month or day, ISO 8601: 2018, 2018-11, 2018-11-30.
 */
export type DayOrYear = string;
/**
 * Why the source is only a second witness; the list of hosts is weak-sources.json.
 */
export type WeakKind =
  'anonymous-copy' | 'blog' | 'content-farm' | 'dead-mirror' | 'gene-test-seller' | 'staging-host' | 'test-data';

/**
 * One property for each kind of file.
 */
export interface FileTypes {
  'approved-uses': ApprovedUses;
  changes: Changes;
  cues: Cues;
  entry: Entry;
  indications: Indications;
  pack: Pack;
  pair: Pair;
  sources: Sources;
  'weak-sources': WeakSources;
}
/**
 * What one medicine is approved for, region by region: a closed list where it says so.
 */
export interface ApprovedUses {
  $schema?: string;
  drug: Id;
  reviewedOn: Day;
  /**
   * US and EU always, others where they were looked up.
   *
   * @minItems 2
   */
  regions: ApprovedIn[];
}
/**
 * The approved uses in one region.
 */
export interface ApprovedIn {
  region: Region;
  /**
   * Whether every approved use of the substance there, of all its products, is listed. What is not listed is then off-label; otherwise it is unknown.
   */
  complete: boolean;
  /**
   * Why the list is not complete, or empty.
   */
  note?: string;
  sources?: SourceIds;
  status: Status;
  approved: ApprovedUse[];
}
/**
 * One approved use with its limits. Sources and status stand here where they differ from the region's.
 */
export interface ApprovedUse {
  /**
   * As it reads after "approved for".
   */
  name: string;
  /**
   * Year of approval.
   */
  since?: number;
  /**
   * @minItems 1
   */
  conditions: ApprovedCondition[];
  limits?: UseLimits;
  sources?: SourceIds;
  status?: Status;
}
/**
 * A condition that a use covers: that very condition, unless covers says that its subtypes are meant, too.
 */
export interface ApprovedCondition {
  /**
   * In plain words; also looked for in passages.
   */
  name: string;
  doid?: Doid;
  indication?: Id;
  /**
   * Further words for it.
   *
   * @minItems 1
   */
  also?: string[];
  /**
   * subtypes: the label's wording takes in what the ontology puts below the condition.
   */
  covers?: 'named' | 'subtypes';
  /**
   * Subtypes that the wording does not take in.
   *
   * @minItems 1
   */
  except?: Doid[];
}
/**
 * What narrows an approved use. All limits hold together.
 */
export interface UseLimits {
  /**
   * Stages that the label names; others are not approved.
   *
   * @minItems 1
   */
  stages?: ('mild' | 'moderate' | 'severe')[];
  /**
   * Stages and courses that the label leaves out; where the passage names none, the use is approved.
   *
   * @minItems 1
   */
  without?: ('early' | 'mild' | 'severe' | 'long-term' | 'recurrent' | 'complicated')[];
  /**
   * Years, the last one included.
   */
  ages?: {
    from?: number;
    to?: number;
  };
  /**
   * Approved only together with this.
   */
  addOnTo?: string;
  /**
   * Absent: to treat.
   *
   * @minItems 1
   */
  aims?: ('treat' | 'prevent' | 'acute' | 'maintenance')[];
  /**
   * Only these routes or forms.
   *
   * @minItems 1
   */
  forms?: string[];
  /**
   * Only products of these names.
   *
   * @minItems 1
   */
  products?: string[];
  /**
   * Any other limit, as the card can show it.
   */
  note?: string;
}
/**
 * What readers and those who reuse the knowledge see differently, edition by edition.
 */
export interface Changes {
  $schema?: string;
  /**
   * Newest first.
   *
   * @minItems 1
   */
  editions: {
    edition: Day;
    /**
     * @minItems 1
     */
    changes: string[];
  }[];
}
/**
 * Named lists of words that decide whether an ambiguous form is a medicine. Matched as whole words in any case; a trailing * matches any ending, a leading * any beginning.
 */
export interface Cues {
  $schema?: string;
  lists: {
    [k: string]: {
      about: string;
      /**
       * None of the words decides by itself; three different ones, of all lists of a form, in its paragraph do.
       */
      weak?: boolean;
      /**
       * The words make no medicine of a name; they keep one in a paragraph that speaks of something else.
       */
      keeps?: boolean;
      /**
       * @minItems 1
       */
      words: string[];
    };
  };
}
/**
 * One drug, combination, class or condition: everything that its card says and every name that leads to it.
 */
export interface Entry {
  $schema?: string;
  id: Id;
  kind: 'drug' | 'combination' | 'class' | 'condition';
  /**
   * The INN, or the name that heads the card.
   */
  name: string;
  /**
   * Where lists put the entry.
   */
  group: 'memantine' | 'nmda-antagonists' | 'urine-alkalinisers' | 'renal-transport' | 'others' | 'no-interaction';
  reviewedOn: Day;
  /**
   * Codes in public vocabularies; only verified ones.
   */
  identifiers?: {
    rxcui?: Codes;
    atc?: Codes;
    unii?: Codes;
    drugbank?: Codes;
    mesh?: Codes;
    wikidata?: Codes;
    cas?: Codes;
  };
  /**
   * @minItems 1
   */
  names: Name[];
  /**
   * Longer or look-alike words that are something else and block a match inside or at them.
   */
  neverMatch?: string[];
  /**
   * Entries of kind class that this one belongs to.
   */
  classes?: Id[];
  /**
   * For a class or combination: the entries in it.
   */
  members?: Id[];
  drugClass: Sentence;
  mechanism?: Sentences;
  /**
   * Approved and off-label uses. Memantine's are in indications.json; other entries list theirs here.
   */
  uses?: Use[];
  adverseEffects?: {
    common?: Sentences;
    serious?: Sentences;
  };
  contraindications?: Sentences;
  cautions?: Sentences;
  dosing?: Sentences;
  pregnancy?: Sentences;
  driving?: Sentences;
  stopping?: Sentences;
  notes?: Sentences;
  withMemantine?: Interaction;
}
/**
 * One surface form with the flags that the recogniser needs. The regular English plural and possessive need no form of their own.
 */
export interface Name {
  form: string;
  kind:
    | 'inn'
    | 'usan'
    | 'ban'
    | 'brand'
    | 'salt'
    | 'combination'
    | 'class'
    | 'condition'
    | 'abbreviation'
    | 'synonym'
    | 'code'
    | 'translation'
    | 'misspelling';
  /**
   * BCP 47 language of the form; absent: English or no single language.
   */
  lang?: string;
  regions?: Regions;
  /**
   * What the form is, for the card's head: "extended release".
   */
  note?: string;
  /**
   * Case endings that may follow the form in its language.
   */
  endings?: string[];
  /**
   * any (default): in any case. initial: only with its capital initial or all in capitals. exact: only as written.
   */
  case?: 'any' | 'initial' | 'exact';
  /**
   * none (default). context: only near a cue and without an anticue. page: only where the page has an ungated name of ours. introduced: only where the page writes it beside its full name.
   */
  gate?: 'none' | 'context' | 'page' | 'introduced';
  /**
   * Names of word lists in cues.json, or literal words, one of which must stand near (gate context).
   */
  cues?: string[];
  /**
   * Names of word lists in cues.json, or literal words, none of which may stand near.
   */
  anticues?: string[];
  /**
   * Why the form has a gate or a case rule.
   */
  reason?: string;
  sources?: SourceIds;
  status?: Status;
}
/**
 * One sentence in our own words with what carries it.
 */
export interface Sentence {
  text: string;
  sources: SourceIds;
  status: Status;
  level?: Level;
  covers?: Covers;
  /**
   * The source's own words, where the sentence claims more than the source's kind and place show.
   */
  quote?: string;
}
/**
 * A use of the medicine in one region.
 */
export interface Use {
  indication?: Id;
  status: UseStatus;
  region: Region;
  /**
   * Year of approval there.
   */
  since?: number;
  evidence?: Evidence;
  sentence: Sentence;
}
/**
 * What the studies of a use show, apart from its approval.
 */
export interface Evidence {
  /**
   * Kind of studies, as a noun phrase: "randomised trials", "case reports".
   */
  studies: string;
  direction: 'benefit' | 'small-benefit' | 'mixed' | 'no-benefit' | 'harm' | 'unknown';
  quality: 'high' | 'moderate' | 'low' | 'very-low' | 'unrated';
}
/**
 * What two medicines do to each other. What to do, how severe (positions) and how well documented are separate.
 */
export interface Interaction {
  action: Action;
  /**
   * Whose advice the action is: an authority of positions, "class reasoning" or "our reading of the sources".
   */
  actionBy: string;
  kind: 'pharmacodynamic' | 'pharmacokinetic' | 'both' | 'none' | 'unknown';
  /**
   * What rises or falls. first/second: the pair's drugs in order; in an entry's withMemantine, first is the entry and second is memantine.
   */
  direction:
    | 'first-up'
    | 'first-down'
    | 'second-up'
    | 'second-down'
    | 'both-up'
    | 'additive'
    | 'opposing'
    | 'no-change'
    | 'unknown';
  /**
   * The best kind of evidence there is for it.
   */
  documentation: 'clinical-study' | 'case-reports' | 'product-information' | 'class-reasoning' | 'theoretical';
  /**
   * Why the wording for a class weighs one step less here.
   */
  lowered?: {
    for: 'one-of-several-actions' | 'little-absorbed' | 'only-large-amounts' | 'only-severe';
    why: string;
  };
  /**
   * Why the action differs from what the table of RATINGS.md gives.
   */
  exception?: string;
  positions: Position[];
  summary: Sentence;
  mechanism?: Sentences;
  effect?: Sentences;
  management?: Sentences;
  evidence?: Sentences;
}
/**
 * How one authority rates a pair, in its own scale. Every authority stands beside the others.
 */
export interface Position {
  /**
   * Who rates: "US label", "EU product information", "First Databank".
   */
  by: string;
  region?: Region;
  /**
   * The authority's own word: "caution", "avoid", "serious".
   */
  rating: string;
  /**
   * Whose word it is; official ones weigh most (RATINGS.md).
   */
  voice?: 'official' | 'local' | 'reference' | 'study';
  /**
   * What the wording amounts to in the table of RATINGS.md.
   */
  says?:
    | 'contains'
    | 'rule-out'
    | 'avoid'
    | 'danger'
    | 'caution'
    | 'adjust'
    | 'monitor'
    | 'effect'
    | 'possible'
    | 'no-effect'
    | 'no-signal'
    | 'silent';
  /**
   * pair (default): it names this medicine. class: it names a class or group that this medicine belongs to.
   */
  reach?: 'pair' | 'class';
  /**
   * The scale that the rating belongs to, where it has one: "minor/moderate/major".
   */
  scale?: string;
  sources: SourceIds;
  status: Status;
}
/**
 * Conditions that medicines are used for: the words that name them and, where memantine has been used or studied, the status of that use.
 */
export interface Indications {
  $schema?: string;
  indications: Indication[];
}
/**
 * A condition: the words that name it, and what memantine has to do with it.
 */
export interface Indication {
  id: Id;
  /**
   * As the card writes it.
   */
  name: string;
  /**
   * Surface forms in passages. Longer terms win over shorter ones that they contain.
   *
   * @minItems 1
   */
  terms: {
    form: string;
    lang?: string;
    case?: 'any' | 'exact';
    /**
     * introduced: only where the page spells it out.
     */
    gate?: 'none' | 'introduced';
  }[];
  broader?: Id;
  memantine?: {
    /**
     * Status by region.
     */
    status: {
      US: UseStatus;
      EU: UseStatus;
    };
    since?: {
      US?: number;
      EU?: number;
    };
    reviewedOn: Day;
    evidence: Evidence;
    summary: Sentence;
    details?: Sentences;
  };
}
/**
 * Knowledge that a reader or a pharmacy adds: one JSON file of pure data in the schemas of the bundled knowledge. It adds beside the bundled facts and never changes them.
 */
export interface Pack {
  $schema?: string;
  format: 'memantine-lens-pack';
  /**
   * Of the format.
   */
  version: 1;
  /**
   * Shown on every card that says something from the pack.
   */
  name: string;
  /**
   * Who made it and for whom, one line for the options page.
   */
  about?: string;
  /**
   * New drugs, combinations, classes and conditions. An id that is bundled cannot be used again.
   */
  entries?: Entry[];
  /**
   * Interactions among bundled and new entries, also with memantine. Shown beside a bundled one, never in its place.
   */
  pairs?: Pair[];
  /**
   * New conditions for new entries.
   */
  indications?: Indication[];
  /**
   * What the pack has to say about bundled entries: further names and notes, marked as the pack's own.
   */
  additions?: {
    entry: Id;
    names?: Name[];
    notes?: Sentences;
  }[];
  /**
   * What carries the pack's sentences. Bundled sources may be named without being repeated.
   */
  sources: PackSource[];
}
/**
 * An interaction between two entries of which neither is memantine. A class stands for all its members. File name: <first>--<second>.json, ids in alphabetical order.
 */
export interface Pair {
  $schema?: string;
  /**
   * The two entries, in alphabetical order; the first and second of interaction.direction.
   *
   * @minItems 2
   * @maxItems 2
   */
  drugs: Id[];
  reviewedOn: Day;
  interaction: Interaction;
}
/**
 * A source of a pack, in one piece: what it is and how it was read.
 */
export interface PackSource {
  id: Id;
  type: SourceType;
  title: string;
  publisher: string;
  /**
   * Of publication or revision; absent when the source does not say.
   */
  year?: number;
  /**
   * Where in the source.
   */
  section?: string;
  /**
   * DOI, PMID, PMC, set id or similar.
   */
  identifier?: string;
  url?: string;
  region?: Region;
  /**
   * How it was read: original, a copy of it, its abstract, an excerpt, or not read.
   */
  read: 'original' | 'copy' | 'abstract' | 'excerpt' | 'not-read';
  reviewedOn: Day;
  note?: string;
}
/**
 * What carries the sentences, sorted by id.
 */
export interface Sources {
  $schema?: string;
  sources: Source[];
}
/**
 * A document and, apart from it, where it was read.
 */
export interface Source {
  id: Id;
  type: SourceType;
  document: Document;
  read: Reading;
  weak?: WeakKind;
  note?: string;
}
/**
 * What was written by whom, whoever shows it.
 */
export interface Document {
  title: string;
  publisher: string;
  jurisdiction?: Region;
  revision?: DayOrYear;
  asOf?: DayOrYear;
  /**
   * A label whose copy shows neither: the card says so, and nothing is verified by it.
   */
  undated?: true;
  /**
   * Where in the document.
   */
  section?: string;
  /**
   * PMID, PMC, DOI, set id, number of an authorisation or similar.
   */
  identifier?: string;
  /**
   * Address of the original, where the reading has another.
   */
  url?: string;
}
/**
 * Where, how far and when somebody read it for us.
 */
export interface Reading {
  /**
   * original: at its publisher, an authority or an official register. copy: shown by somebody else (host).
   */
  in: 'original' | 'copy' | 'not-read';
  /**
   * Whose copy.
   */
  host?: string;
  url?: string;
  /**
   * The text of the copy shows which document and which revision it is.
   */
  identified?: true;
  extent?: 'whole' | 'section' | 'excerpt' | 'abstract';
  on: Day;
}
/**
 * Kinds of places whose word alone is not enough. A source read there says so (weak) and is at most a second witness.
 */
export interface WeakSources {
  $schema?: string;
  kinds: {
    kind: WeakKind;
    about: string;
    /**
     * A host name stands for all below it; a path may follow.
     *
     * @minItems 1
     */
    hosts: string[];
  }[];
}
