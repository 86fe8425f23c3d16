/** What the glance says: the few things that a reader in a hurry takes from a card. Pure. */

import type { PairWord } from '../knowledge/pair-word.ts';
import { compareStrength } from '../knowledge/source-rank.ts';
import type { Source } from '../knowledge/types.ts';
import { whatOf } from '../knowledge/what-it-is.ts';
import { ACTION_OF } from '../knowledge/wordings.ts';
import { MEMANTINE } from '../shared/policy/pairs.ts';
import type { CardModel, Citation, Line, Relation, Use, UseInPassage } from './model.ts';
import { toneOf } from './use-words.ts';

/** Of the pair with memantine; of the use that the passage names; or what it is approved for. */
type Verdict =
  | { readonly kind: 'pair'; readonly action: PairWord; readonly other?: string | undefined }
  | { readonly kind: 'use'; readonly use: UseInPassage }
  | { readonly kind: 'approved'; readonly use: Use };

/** What is known of an entry and memantine, or of the use that the passage names; every word is the view's. */
export interface Glance {
  /** The verdict's colour and icon. */
  readonly tone: string;
  readonly verdict: Verdict;
  /** Absent where nothing is known of the pair or of the use. */
  readonly summary?: Line | undefined;
  /** What carries the verdict; absent where nothing does. */
  readonly source?: Citation | undefined;
}

/** Letters that there is room for in the sentences, of which the first stands in any case. */
const SENTENCES = 220;

/** Citations by the strength of their sources, the strongest first. */
export function ranked(citations: readonly Citation[]): Citation[] {
  return [...citations].sort((a, b) => compareStrength(a.source, b.source));
}

/** The first sentences of a text, as many as there is room for, the first in any case; none is cut: half of one may mislead. */
export function firstSentences(text: string, room = SENTENCES): string[] {
  const said: string[] = [];
  for (const one of text.split(/(?<=[.!?])\s+(?=\p{Lu})/u)) {
    if (said.length > 0 && [...said, one].join(' ').length > room) break;
    said.push(one);
  }
  return said;
}

/**
 * What it is, to stand after the name, with what it is for, where that is not said: `an NMDA-receptor antagonist for
 * Alzheimer's disease`. Some are in English, whatever the language of the card.
 */
export function whatIs({ entry, drugClass, approved: [use] }: CardModel): { text: string; isEnglish: boolean } {
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
export function askOf({ entry, relations: [relation], uses, approved }: CardModel): 'Before' | 'Whether' | 'Use' {
  if (relation) return relation.action === 'none-found' || relation.action === 'theoretical' ? 'Whether' : 'Before';
  return entry.id === MEMANTINE && (uses.length > 0 || approved.length > 0) ? 'Use' : 'Whether';
}

const isDated = ({ document: { revision, asOf } }: Source): boolean => revision !== undefined || asOf !== undefined;

/**
 * The source that a pair's verdict is shown with: of those that advise as much, one that was checked before one
 * that was not, then one with a date before one without, then one that the verdict follows, then an official one, then the
 * strongest; a weak one last. Where nobody says as much, the same of the sentence.
 */
export function sourceBehind({ action, actionBy, ratings, summary }: Relation): Citation | undefined {
  const advice = ratings.flatMap(({ by, says, voice, citations, verified }) => {
    const isFollowed = by === actionBy;
    if (!isFollowed && ACTION_OF[says ?? ''] !== action) return [];
    return citations.map((citation) => ({
      citation,
      verified,
      weight: (isFollowed ? 2 : 0) + Number(voice === 'official'),
    }));
  });
  const sentence = summary.citations.map((citation) => ({ citation, verified: summary.verified, weight: 0 }));
  const rank = ({ citation: { source }, verified, weight }: (typeof advice)[number]): number =>
    source.weak === undefined ? (verified ? 8 : 0) + (isDated(source) ? 4 : 0) + weight : -1;
  const [best] = (advice.length > 0 ? advice : sentence).sort(
    (a, b) => rank(b) - rank(a) || compareStrength(a.citation.source, b.citation.source),
  );
  return best?.citation;
}

export function glanceOf({ entry, relations: [relation], uses, approved }: CardModel): Glance {
  if (relation) {
    const { action, word, summary, other } = relation;
    return { tone: action, verdict: { kind: 'pair', action: word, other }, summary, source: sourceBehind(relation) };
  }
  const [lead, use] = entry.id === MEMANTINE ? [uses[0], approved[0]] : [];
  const summary = (lead ? lead.use : use)?.summary;
  const source = ranked(summary?.citations ?? [])[0];
  if (lead) return { tone: toneOf(lead), verdict: { kind: 'use', use: lead }, summary, source };
  if (use) return { tone: 'approved', verdict: { kind: 'approved', use }, summary, source };
  return { tone: 'theoretical', verdict: { kind: 'pair', action: 'nothing' } };
}
