/**
 * The types of the recogniser, from a form of a name to a mention in text, shared by every layer. This module imports
 * nothing.
 *
 * All offsets are UTF-16 code units, end exclusive, into the text that was given.
 */

/**
 * What else must hold before a form counts as a mention.
 * `context`: a cue near and no anticue. `page`: an ungated name of ours elsewhere on the page.
 * `introduced`: the page writes the form beside the full name ("dextromethorphan (DXM)").
 */
export type Gate = 'none' | 'context' | 'page' | 'introduced';

/** What many forms have in common. */
export interface Style {
  /** `name` takes salts, `class` takes heads, `block` is a look-alike that hides what stands inside it. */
  readonly role: 'name' | 'class' | 'fixed' | 'block';
  /** How case is compared. `initial`: capital first letter, or all capitals. `exact`: as written. */
  readonly case: 'any' | 'initial' | 'exact';
  /** `introduced`: compared exactly, see `Dictionary.terms`. */
  readonly gate: Gate;
  /** Words, `*` at the end for any ending, of which one must stand near (gate `context`). */
  readonly cues: readonly string[];
  /** Words of which none may stand near. */
  readonly anticues: readonly string[];
  /** Case endings that may follow, beside the regular English plural and possessive. */
  readonly endings: readonly string[];
}

/** One surface form as the dictionary compiler takes it; the knowledge's `names[]` with lists resolved. */
export interface SurfaceForm extends Style {
  /** As written in the knowledge. */
  readonly form: string;
  /** Id of the entry that owns the form; empty for a look-alike. */
  readonly drug: string;
  readonly lang?: string | undefined;
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

/** A place where a form of the dictionary or a term of the page stands, before the page decided about it. */
export interface Span extends Mention {
  /**
   * What the page must show before it counts: any medicine of ours without doubt, the span's drug, or the same form where
   * the words around make it a medicine. `here` counts as `none` does, and shows nothing for others.
   */
  readonly gate: 'none' | 'here' | 'page' | 'drug' | 'form';
}

/** "dextromethorphan (DXM)": the page itself gives a medicine a short name. */
export interface Introduction {
  /** As written, compared exactly: `DXM`. */
  readonly term: string;
  readonly drug: string;
  readonly form: string;
}

/** What one text holds. Spans may overlap; `settle` chooses. Sorted by start, the longer first. */
export interface Analysis {
  readonly spans: readonly Span[];
  readonly introductions: readonly Introduction[];
}

/** What a page has shown so far. Only grows; make one with `createPageState`, feed it with `learn`. */
export interface PageState {
  /** Ids that the page names without doubt. */
  readonly drugs: Set<string>;
  /** Forms that it writes without doubt as medicines. */
  readonly forms: Set<string>;
  /** Short names in force, by their exact spelling. */
  readonly terms: Map<string, Introduction>;
}
