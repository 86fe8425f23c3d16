/** What the glance says: the few things that a reader in a hurry takes from a card. Pure. */

import type { PairWord } from '../knowledge/pair-word.ts';
import { compareStrength } from '../knowledge/source-rank.ts';
import { whatOf } from '../knowledge/what-it-is.ts';
import { MEMANTINE } from '../shared/policy/pairs.ts';
import type { CardModel, Citation, Use, UseInPassage } from './model.ts';
import { toneOf } from './use-words.ts';
import { sourceBehind } from './verdict-source.ts';

/** What is known of an entry and memantine, or of the use that the passage names; every word is the view's. */
export interface Glance {
  /** What it is, in the words of the knowledge, to stand after the name: `a water tablet (diuretic)`. */
  readonly what: What;
  /** The verdict's colour and icon; the key of its words with what they are filled with. */
  readonly tone: string;
  readonly verdict: Verdict;
  /** One sentence, or a few short ones; absent where nothing is known of the pair or of the use. */
  readonly sentence: string | undefined;
  /** Whom to ask: before combining, about the pair, or about the use. */
  readonly ask: 'Before' | 'Whether' | 'Use';
  /** What carries the verdict; absent where nothing does. */
  readonly source: Citation | undefined;
}

export interface What {
  readonly text: string;
  /** In English, whatever the language of the words. */
  readonly isEnglish: boolean;
}

/** Of the pair with memantine; of the use that the passage names; or what it is approved for. */
type Verdict =
  | { readonly kind: 'pair'; readonly action: PairWord; readonly other?: string }
  | { readonly kind: 'use'; readonly use: UseInPassage }
  | { readonly kind: 'approved'; readonly use: Use };

/** Letters that there is room for in the sentences, of which the first stands in any case. */
const SENTENCES = 220;

/** Citations by the strength of their sources, the strongest first. */
export function ranked(citations: readonly Citation[]): Citation[] {
  return [...citations].sort((a, b) => compareStrength(a.source, b.source));
}

/** A text by its sentences. */
export function inSentences(text: string): string[] {
  return text.split(/(?<=[.!?])\s+(?=\p{Lu})/u);
}

/** The first sentences of a text, as many as there is room for, the first in any case; none is cut: half of one may mislead. */
export function firstSentences(text: string, room = SENTENCES): string {
  const [first = '', ...others] = inSentences(text);
  let said = first;
  for (const one of others) {
    if (said.length + 1 + one.length > room) break;
    said = `${said} ${one}`;
  }
  return said;
}

/** With what it is for, where that is not said: `an NMDA-receptor antagonist for Alzheimer's disease`. */
function whatIs({ entry, drugClass, approved: [use] }: CardModel): What {
  const english = whatOf(drugClass.text, entry.englishName ?? entry.name);
  const isEnglish = entry.what === undefined;
  const text = entry.what ?? english;
  const name = isEnglish ? (use?.englishName ?? use?.name) : use?.name;
  if (name === undefined || /\b(for|against|that|of|used)\b/.test(english)) return { text, isEnglish };
  // What is said in passing makes way; other languages have no one word for "for".
  const kind = text.replace(/, .*/, '');
  const what = name.replace(/ \(.*/, '');
  return { text: isEnglish ? `${kind} for ${what}` : `${kind} (${what})`, isEnglish };
}

/** Whom to ask, and when: before combining, about a pair that seems harmless, or about the use. */
export function askOf({ entry, relations: [relation], uses, approved }: CardModel): Glance['ask'] {
  if (relation) return relation.action === 'none-found' || relation.action === 'theoretical' ? 'Whether' : 'Before';
  return entry.id === MEMANTINE && (uses.length > 0 || approved.length > 0) ? 'Use' : 'Whether';
}

export function glanceOf(model: CardModel): Glance {
  const { entry, relations, uses, approved } = model;
  const what = whatIs(model);
  const ask = askOf(model);
  const [relation] = relations;
  if (relation) {
    const { action, word, summary, other } = relation;
    return {
      what,
      tone: action,
      verdict: { kind: 'pair', action: word, ...(other === undefined ? {} : { other }) },
      sentence: firstSentences(summary.text),
      ask,
      source: sourceBehind(relation),
    };
  }
  const [lead] = entry.id === MEMANTINE ? uses : [];
  const use = lead?.use ?? (entry.id === MEMANTINE ? approved[0] : undefined);
  if (lead || use) {
    const verdict: Verdict = lead ? { kind: 'use', use: lead } : { kind: 'approved', use: use! };
    const summary = lead ? lead.use?.summary : use?.summary;
    const tone = lead ? toneOf(lead) : 'approved';
    return {
      what,
      tone,
      verdict,
      sentence: summary && firstSentences(summary.text),
      ask,
      source: ranked(summary?.citations ?? [])[0],
    };
  }
  return {
    what,
    tone: 'theoretical',
    verdict: { kind: 'pair', action: 'nothing' },
    sentence: undefined,
    ask,
    source: undefined,
  };
}
