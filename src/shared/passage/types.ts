/** What is found about the conditions of a passage, from the words around a mention to a named use. */
import type { Cue } from './cues.ts';
import type { Qualifiers } from './qualifiers.ts';
import type { Route } from './routes.ts';
import type { Concept } from './vocabulary.ts';

/** The words around a mention, as its page has them; empty where it has none. */
export interface Passage {
  /** The paragraph, list item or table cell, cut far from the mention. */
  readonly text: string;
  /** Offset of the mention in `text`. */
  readonly start: number;
  /** Before a list. */
  readonly intro: string;
  readonly rowHead: string;
  readonly columnHead: string;
  readonly heading: string;
  readonly title: string;
  /** Where the page introduces the passage's abbreviations, before it; see `introductionsFor`. */
  readonly introductions: string;
}

/** A passage and what is known of its medicine. */
export interface PassageText extends Pick<Passage, 'text' | 'start'>, Partial<Omit<Passage, 'text' | 'start'>> {
  /** Of the mention. */
  readonly length: number;
  /** Further names of the medicine, folded: where they stand, it is named again. */
  readonly names?: readonly string[];
  /** What is known of the medicine and a condition, as clues: whether it is approved there. */
  readonly known?: (use: NamedUse) => readonly string[];
}

export type Place = 'text' | 'intro' | 'rowHead' | 'columnHead' | 'heading' | 'title';

/** A condition that is named as a use. */
export interface NamedUse extends Qualifiers {
  readonly place: Place;
  /** Offsets into the text of the place, end exclusive; stage and what else narrows it included. */
  readonly start: number;
  readonly end: number;
  readonly condition: string;
  /** Undefined where only its shape is known ("Chiari malformation"). */
  readonly concept: Concept | undefined;
  /** What it is a symptom or complication of: agitation in Alzheimer's disease. */
  readonly within: Concept | undefined;
  /** Probability that it is a use. */
  readonly certainty: number;
  /** The same by the words of the passage alone, whatever is known of the medicine. */
  readonly byWords: number;
  /** How the medicine is given there; empty where nothing says it. */
  readonly routes: readonly Route[];
  /** Where it stands, seen from the mention. */
  readonly scope?: Scope;
  /** Another medicine stands between it and the mention. */
  readonly isBehindOther?: boolean;
  /** Words rule it out, and what else stands there outweighs them. */
  readonly doubted?: boolean;
}

/** Where a condition stands, seen from the mention. What the text itself names is taken alone; else heads are asked. */
export type Scope = 'own' | 'on' | 'after' | 'before' | 'intro' | 'row' | 'column' | 'heading' | 'title';

/** A condition as the rules judge it, before it is weighed. */
export interface Judged {
  readonly use: NamedUse;
  /** What the rules alone make of it. */
  readonly verdict: 'use' | 'open' | 'out';
  readonly why: string;
  /** In a clause that does not name the medicine. */
  readonly aside: boolean;
  /** Where its clause begins. */
  readonly clause: number;
  readonly cue: Cue | undefined;
  readonly distance: number;
  /** Empty for bare stages, which are taken as they are. */
  readonly clues: readonly string[];
}

/** A condition of a passage as it was weighed. */
export interface WeighedUse extends Pick<Judged, 'use' | 'verdict' | 'clues'> {
  readonly scope: Scope;
}

/** What the name of a condition means. */
export interface ReadName extends Pick<NamedUse, 'concept' | 'within' | 'stages'> {
  /** Beside the condition the name says that it is prevented, and nothing else. */
  readonly prevents: boolean;
  /** False where the name has further words: "depression as a psychiatric emergency" is more than depression. */
  readonly isWhole: boolean;
}
