/** What the glance says: the few things that a reader in a hurry takes from a card. Pure. */
import type { PairWord } from '../knowledge/pair-word.ts';
import { compareStrength } from '../knowledge/source-rank.ts';
import type { CardModel, Citation, PassageUse, Relation, Use } from './model.ts';

/** What is known of an entry and memantine, or of the use that the passage names; every word is the view's. */
export interface Glance {
  /** What it is, in the words of the knowledge, to stand after the name: `a water tablet (diuretic)`. */
  readonly what: string;
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

/** Of the pair with memantine; of the use that the passage names; or what it is approved for. */
type Verdict =
  | { readonly kind: 'pair'; readonly action: PairWord; readonly other?: string }
  | { readonly kind: 'use'; readonly use: PassageUse }
  | { readonly kind: 'approved'; readonly use: Use };

/** Letters that there is room for: in what it is, and in the sentences, of which the first stands in any case. */
const WHAT = 72;
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

/** The source of the advice that a pair's verdict follows; else one of those that give it, or that carry the sentence. */
function behind({ action, actionBy, ratings, summary }: Relation): Citation | undefined {
  const followed = ratings.filter(({ by }) => by === actionBy);
  const same = ratings.filter(({ says }) => says === action);
  return [followed, same, [summary]]
    .map((lines) => ranked(lines.flatMap(({ citations }) => citations))[0])
    .find((citation) => citation !== undefined);
}

/** `Riluzole is a medicine for ALS; it …` and `A water tablet.` as what may follow a name. */
export function whatOf(sentence: string, name: string): string {
  const [first = ''] = sentence.replace(/\.$/, '').split(/[:;]\s/);
  const start = `${name} is `.toLowerCase();
  const rest = first.toLowerCase().startsWith(start) ? first.slice(start.length) : first;
  const short = rest.length > WHAT ? rest.replace(/(,| \().*/, '') : rest;
  // Abbreviations and names keep their capitals.
  return /^[A-Z][a-z]*\b(?![A-Z-])/.test(short) ? short.charAt(0).toLowerCase() + short.slice(1) : short;
}

/** With what it is for, where that is not said: `an NMDA-receptor antagonist for Alzheimer's disease`. */
function forWhat(what: string, use: string | undefined): string {
  if (use === undefined || /\b(for|against|that|of|used)\b/.test(what)) return what;
  return `${what} for ${use.replace(/ \(.*/, '')}`;
}

export function glanceOf(model: CardModel): Glance {
  const { entry, drugClass, relations, uses, approved } = model;
  const what = forWhat(
    whatOf(drugClass.text, entry.englishName ?? entry.name),
    approved[0]?.englishName ?? approved[0]?.name,
  );
  const [relation] = relations;
  if (relation) {
    const { action, word, summary, other } = relation;
    const harmless = action === 'none-found' || action === 'theoretical';
    return {
      what,
      tone: action,
      verdict: { kind: 'pair', action: word, ...(other === undefined ? {} : { other }) },
      sentence: firstSentences(summary.text),
      ask: harmless ? 'Whether' : 'Before',
      source: behind(relation),
    };
  }
  const [lead] = entry.id === 'memantine' ? uses : [];
  const use = lead?.use ?? (entry.id === 'memantine' ? approved[0] : undefined);
  if (lead || use) {
    const verdict: Verdict = lead ? { kind: 'use', use: lead } : { kind: 'approved', use: use! };
    const summary = lead ? lead.use?.summary : use?.summary;
    const tone = lead ? (lead.status === 'unknown' ? 'theoretical' : lead.status) : 'approved';
    return {
      what,
      tone,
      verdict,
      sentence: summary && firstSentences(summary.text),
      ask: 'Use',
      source: ranked(summary?.citations ?? [])[0],
    };
  }
  return {
    what,
    tone: 'theoretical',
    verdict: { kind: 'pair', action: 'nothing' },
    sentence: undefined,
    ask: 'Whether',
    source: undefined,
  };
}
