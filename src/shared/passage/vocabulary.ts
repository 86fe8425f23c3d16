/**
 * Finds the words of a text that name a condition: a disease, a symptom, or an aim such as giving up smoking.
 *
 * Names come from a compiled vocabulary (knowledge/vocabulary). What no list has is known by its shape: the ending of a
 * word ("-itis"), or a noun such as "syndrome" with the word that says which.
 */

import { withoutAccents } from '../without-accents.ts';
import type { Introduced } from './abbreviations.ts';
import { stemOf, type Word, wordsOf } from './words.ts';

/** Something that can be treated. */
export interface Concept {
  readonly name: string;
  /** Of the Disease Ontology; empty where it has none. */
  readonly doid: string;
  /** `effect`: mostly an effect of medicines or a companion of the disease, a use only where words say so. */
  readonly kind: 'disease' | 'symptom' | 'effect';
  readonly parents: readonly number[];
}

/** The vocabulary as it is shipped; see tools/knowledge/build/vocabulary. */
export interface PackedVocabulary {
  /** One line a concept: name, doid, kind, numbers of its parents, forms; see `openVocabulary`. */
  readonly concepts: string;
  /** Ends of words that name a condition by themselves. */
  readonly endings: readonly string[];
  /** Nouns that name one together with the word before them, or with what follows "of". */
  readonly heads: readonly string[];
  /** Those of them that only stand before: "maladie de Castleman". */
  readonly headsBefore: readonly string[];
  /** Words that make none with a head noun: "the disease", "this syndrome". */
  readonly empty: readonly string[];
  /** Phrases that hold the name of a condition and mean another thing. */
  readonly others: readonly string[];
}

/** A condition in a text. Offsets into the text, end exclusive; `first` and `last`: its words. */
export interface Condition {
  /** Undefined where only its shape is known. */
  readonly concept: Concept | undefined;
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly last: number;
}

export type Vocabulary = ReturnType<typeof openVocabulary>;

const LONGEST = 8;
/** Words of one name stand together. */
const TIGHT = /^(?:[-\s'’/\u2010-\u2013]{1,2}|, ?|\s*\/\s*)$/;

/** Opens the shipped vocabulary: some milliseconds, so once a frame. */
export function openVocabulary(packed: PackedVocabulary) {
  const concepts: Concept[] = [];
  const byForm = new Map<string, { readonly concept: Concept; readonly exact?: string }>();
  const byDoid = new Map<string, Concept>();
  const unspaced: [string, Concept][] = [];
  for (const line of packed.concepts.split('\n')) {
    const [name, doid, kind, parents, forms] = line.split('\t') as [string, string, string, string, string];
    const concept: Concept = {
      name,
      doid,
      kind: kind === 's' ? 'symptom' : kind === 'e' ? 'effect' : 'disease',
      parents: parents === '' ? [] : parents.split(',').map((n) => Number.parseInt(n, 36)),
    };
    concepts.push(concept);
    if (doid !== '') byDoid.set(doid, concept);
    for (const form of forms.split('|')) {
      // "=MS" counts in this case only, "~" stands before scripts without spaces.
      if (form.startsWith('=')) {
        const exact = form.slice(1);
        const key = stemOf(exact);
        byForm.set(byForm.has(key) ? `=${exact}` : key, { concept, exact });
      } else if (form.startsWith('~')) unspaced.push([form.slice(1), concept]);
      else byForm.set(form, { concept });
    }
  }
  // The longest name first: "vascular dementia" in Chinese ends in "dementia".
  unspaced.sort(([a], [b]) => b.length - a.length);
  const heads = new Set(packed.heads.map(stemOf));
  const leading = new Set(packed.headsBefore.map(stemOf));
  const empty = new Set(packed.empty.map(stemOf));
  const ending = new RegExp(`.{3}(?:${packed.endings.join('|')})$`);
  const others = new RegExp(packed.others.join('|'), 'g');

  function named(text: string, words: readonly Word[], at: number): Condition | undefined {
    let key = '';
    let found: Condition | undefined;
    for (let last = at; last < words.length && last < at + LONGEST; last++) {
      const word = words[last]!;
      if (last > at && !TIGHT.test(word.gap)) break;
      key = last > at ? `${key} ${word.stem}` : word.stem;
      const raw = text.slice(words[at]!.start, word.end);
      const hit = [byForm.get(key), byForm.get(`=${raw}`)].find((form) => form && (!form.exact || form.exact === raw));
      if (hit) found = condition(words, at, last, hit.concept);
    }
    return found;
  }

  /** "Chiari malformation", "maladie de Castleman", "Sehnenscheidenentzündung". */
  function shaped(words: readonly Word[], at: number): Condition | undefined {
    const [before, word, of, which] = [words[at - 1], words[at]!, words[at + 1], words[at + 2]];
    if (!heads.has(word.stem)) {
      return !empty.has(word.stem) && ending.test(withoutAccents(word.text)) ? condition(words, at, at) : undefined;
    }
    if (of && which && /^(?:de|des|du|d|del)$/.test(of.stem) && isContent(which)) return condition(words, at, at + 2);
    const isTight = TIGHT.test(word.gap) && /^[-\s\u2010-\u2013]+$/.test(word.gap);
    return before && !leading.has(word.stem) && isContent(before) && isTight ? condition(words, at - 1, at) : undefined;
  }

  /** A concept and all that it falls under. */
  function above(concept: Concept): ReadonlySet<Concept> {
    const all = new Set([concept]);
    // What is added on the way is visited, too.
    for (const one of all) for (const number of one.parents) all.add(concepts[number]!);
    return all;
  }

  const isContent = ({ text, stem }: Word): boolean => text.length > 3 && !empty.has(stem) && !/\d/.test(text);

  return {
    /** Disjoint, in order; the longest where they overlap. */
    find(text: string, words: readonly Word[], introduced?: Introduced): Condition[] {
      const skip = [...text.toLowerCase().matchAll(others)].map(({ index, 0: other }) => [index, index + other.length]);
      const found: Condition[] = [];
      for (let at = 0; at < words.length; at++) {
        const short = words[at]!.text;
        const one = introduced?.has(short)
          ? condition(words, at, at, introduced.get(short))
          : (named(text, words, at) ?? shaped(words, at));
        if (!one || skip.some(([from, to]) => one.start < to! && one.end > from!)) continue;
        if (found.length > 0 && found.at(-1)!.last >= one.first) continue;
        found.push(one);
        at = one.last;
      }
      for (const [form, concept] of unspaced) {
        for (let start = text.indexOf(form); start >= 0; start = text.indexOf(form, start + 1)) {
          const end = start + form.length;
          if (found.some((other) => other.start < end && other.end > start)) continue;
          const word = words.findIndex((one) => one.end > start);
          found.push({ concept, start, end, first: word, last: word });
        }
      }
      return found.sort((a, b) => a.start - b.start);
    },
    byDoid: (doid: string) => byDoid.get(doid),
    above,
    /** Whether a concept is the other or falls under it. */
    isUnder: (concept: Concept, other: Concept) => above(concept).has(other),
  };
}

const condition = (words: readonly Word[], first: number, last: number, concept?: Concept): Condition => ({
  concept,
  start: words[first]!.start,
  end: words[last]!.end,
  first,
  last,
});

/** A name as the vocabulary has it: the stems of its words. */
export function formKey(form: string): string {
  return wordsOf(form)
    .map(({ stem }) => stem)
    .join(' ');
}
