/**
 * Leaves out what a card has said already, in the same or in other words. Sentences are compared by what they are
 * about: words that only say who speaks, or that bind others together, do not count, and a few that stand for the same
 * thing count as one. Numbers, negations and places have to be the same: what differs in them is never left out. Pure.
 */

import type { Sentence } from '../knowledge/types.ts';

/** Share of a sentence's words in an earlier one above which it says nothing new. */
const SAME = 0.8;
/** A sentence of fewer words is too short to be told from another by them: `avoid`. */
const LEAST = 3;

const EMPTY = new Set(
  `the and for with are was were been its this that these those than then both may can could might does did have has had
  from what which who whom when where while also other more most some any each their they them such only people patients take
  taking taken medicine medicines drug drugs pair pairs together combination combined use used uses using say says said
  name names named call calls called advise advises advised ask asks asked warn warns text texts label labels product
  information leaflet leaflets time guidance agency authority swiss german italian japanese philippine turkish canadian
  european american brazilian`.split(/\s+/),
);

const ALIKE: ReadonlyMap<string, string> = new Map(
  [
    'check monitor watch measure test',
    'clot inr prothrombin coagulation',
    'high rise raise increas',
    'low lower reduc decreas fall',
    'strong stronger strengthen',
    'weak weaker weaken',
  ].flatMap((line) => line.split(' ').map((word, _, [first]) => [word, first!] as const)),
);

/** Without its ending, as far as needed to find it again in another form. */
function stem(word: string): string {
  const bare = word.replace(/(?<=.{4})(?:ings?|ed|es|ly|s)$/, '').replace(/([^aeiouls])\1$/, '$1');
  return ALIKE.get(bare) ?? ALIKE.get(word) ?? bare;
}

const NOT = /^(?:no|not|none|never|without|cannot|nor)$/;

/** Where something holds: `In the UK it is approved`. */
const PLACE = /\b[Ii]n (?:the )?(US|EU|UK|[A-Z]\p{L}+)/gu;

/** What a sentence is about: its words, and apart from them its numbers, negations and places. */
interface Content {
  readonly words: ReadonlySet<string>;
  readonly exact: ReadonlySet<string>;
}

function contentOf(text: string): Content {
  const all = text.toLowerCase().match(/\d+(?:[.,]\d+)*|\p{L}+/gu) ?? [];
  const isExact = (word: string): boolean => /\d/.test(word) || NOT.test(word);
  return {
    words: new Set(all.filter((word) => word.length > 2 && !isExact(word) && !EMPTY.has(word)).map(stem)),
    exact: new Set([
      ...all.filter(isExact).map((word) => (NOT.test(word) ? 'no' : word)),
      ...[...text.matchAll(PLACE)].map(([, place]) => place!),
    ]),
  };
}

/** Whether the second sentence says nothing that the first does not. */
function saysAll(first: Content, second: Content): boolean {
  const { words, exact } = second;
  if (words.size < LEAST || ![...exact].every((word) => first.exact.has(word))) return false;
  // What is said not to be so is something else where only one of the two says so.
  if (first.exact.has('no') !== exact.has('no')) return false;
  return [...words].filter((word) => first.words.has(word)).length >= words.size * SAME;
}

type Spoken = Pick<Sentence, 'text' | 'level'>;

export class Said {
  readonly #lay: Content[] = [];
  readonly #professional: Content[] = [];

  /** Whether this was said; what only professionals are shown counts for them alone. */
  has({ text, level }: Spoken): boolean {
    const content = contentOf(text);
    const before = level === 'professional' ? [...this.#lay, ...this.#professional] : this.#lay;
    return before.some((other) => saysAll(other, content));
  }

  /** Remembers it, and gives it back. */
  say<T extends Spoken>(sentence: T): T {
    const list = sentence.level === 'professional' ? this.#professional : this.#lay;
    list.push(contentOf(sentence.text));
    return sentence;
  }

  /** The sentences that are news; remembers them. */
  news<T extends Spoken>(sentences: readonly T[] = []): T[] {
    return sentences.flatMap((sentence) => (this.has(sentence) ? [] : [this.say(sentence)]));
  }
}
