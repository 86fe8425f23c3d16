/**
 * Vocabulary of the recogniser, shared by every layer. Pure types: this module imports nothing.
 *
 * All offsets are UTF-16 code units, end exclusive, into the text that was given.
 */

/** What kind of name a surface form is; the same words as `names[].kind` in the knowledge. */
export type NameKind =
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

/** How the case of a form is compared. `initial`: capital first letter, or all capitals. `exact`: as written. */
export type CaseRule = 'any' | 'initial' | 'exact';

/**
 * What else must hold before a form counts as a mention.
 * `context`: a cue near and no anticue. `page`: an ungated name of ours elsewhere on the page.
 * `introduced`: the page writes the form beside the full name ("dextromethorphan (DXM)").
 */
export type Gate = 'none' | 'context' | 'page' | 'introduced';

/** One surface form as the dictionary compiler takes it; the knowledge's `names[]` with lists resolved. */
export interface SurfaceForm {
  /** As written in the knowledge. */
  readonly form: string;
  /** Id of the entry that owns the form. */
  readonly drug: string;
  readonly kind: NameKind;
  readonly case: CaseRule;
  readonly gate: Gate;
  /** Case endings that may follow, beside the regular English plural and possessive. */
  readonly endings: readonly string[];
  /** Words, `*` at the end for any ending, of which one must stand near (gate `context`). */
  readonly cues: readonly string[];
  /** Words of which none may stand near. */
  readonly anticues: readonly string[];
  readonly lang?: string;
}

/** A surface form found in text. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  /** `text.slice(start, end)`: as the page wrote it. */
  readonly text: string;
  /** Knowledge id of the entry. */
  readonly drug: string;
  /** The form as the knowledge writes it. */
  readonly form: string;
}
