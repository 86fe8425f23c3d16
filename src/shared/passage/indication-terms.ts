/** Finds the words of a passage that name a condition. */
import { isUnspaced } from '../recognise/characters.ts';
import { normalise } from '../recognise/normalise.ts';

/** A word or phrase that names an indication; see knowledge/types. */
export interface ConditionTerm {
  readonly indication: string;
  readonly form: string;
  readonly case: 'any' | 'exact';
  /** `introduced`: counts only where the passage has another term of the same indication. */
  readonly gate: 'none' | 'introduced';
}

/** A condition in a text. Offsets are into the folded text, end exclusive. */
export interface Condition {
  readonly indication: string;
  readonly start: number;
  readonly end: number;
}

/** A text as it is searched in: folded, with the way from raw offsets to folded ones. */
export interface FoldedText {
  readonly raw: string;
  readonly text: string;
  readonly starts: ArrayLike<number>;
}

export interface ConditionFinder {
  fold(raw: string): FoldedText;
  /** Disjoint, the longest first where they overlap, in order. `around`: text that may spell short names out. */
  find(folded: FoldedText, around: FoldedText): Condition[];
}

/** Words that share a form with a condition and are none: "CNS depression", "depression of the node". */
const OTHER_SENSES =
  /(?:cns|nervous system|respiratory|cardio\w*|myocardial|marrow|st|spreading|synaptic|circulatory|behaviou?ral|neuronal)[ -]depression|depression(?= of (?:the|a) )/g;

/** Compiles terms once. */
export function createConditionFinder(terms: readonly ConditionTerm[]): ConditionFinder {
  const byForm = new Map<string, ConditionTerm[]>();
  for (const term of terms) {
    const key = normalise(term.form).text.trim();
    byForm.set(key, [...(byForm.get(key) ?? []), term]);
  }
  const forms = [...byForm.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(anyOf(forms), 'gu');

  function found(folded: FoldedText): { term: ConditionTerm; start: number; end: number }[] {
    const other = [...folded.text.matchAll(OTHER_SENSES)];
    return [...folded.text.matchAll(pattern)].flatMap((match) => {
      const start = match.index;
      const end = start + match[0].length;
      if (other.some((sense) => start >= sense.index && start < sense.index + sense[0].length)) return [];
      const raw = folded.raw.slice(folded.starts[start]!, folded.starts[end]!).trim();
      const term = byForm.get(match[0])!.find(({ form, case: rule }) => rule === 'any' || raw === form);
      return term ? { term, start, end } : [];
    });
  }

  return {
    fold: (raw) => ({ raw, ...normalise(raw) }),
    find(folded, around) {
      const spelled = new Set(found(around).flatMap(({ term }) => (term.gate === 'none' ? term.indication : [])));
      return found(folded)
        .filter(({ term }) => term.gate === 'none' || spelled.has(term.indication))
        .map(({ term, start, end }) => ({ indication: term.indication, start, end }));
    },
  };
}

/**
 * Whole words only, where the script has spaces between them. The borders are written once: with each form they took half
 * a second to compile.
 */
function anyOf(forms: readonly string[]): string {
  const union = (some: readonly string[]): string =>
    some.map((form) => form.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|') || '(?!)';
  const unspaced = forms.filter((form) => isUnspaced(form.codePointAt(0)!));
  const spaced = forms.filter((form) => !unspaced.includes(form));
  return `(?<![\\p{L}\\p{N}])(?:${union(spaced)})(?![\\p{L}\\p{N}])|${union(unspaced)}`;
}
