/** What the glance says: the few things that a reader in a hurry takes from a card. Pure. */
import { compareStrength } from '../knowledge/source-rank.ts';
import type { Action } from '../knowledge/types.ts';
import type { CardModel, Citation, Line, PassageUse, Use } from './model.ts';

/** What is known of an entry and memantine, or of the use that the passage names; every word is the view's. */
export interface Glance {
  /** What it is, in the words of the knowledge, to stand after the name: `a water tablet (diuretic)`. */
  readonly what: string;
  /** The verdict's colour and icon; the key of its words with what they are filled with. */
  readonly tone: string;
  readonly verdict: Verdict;
  /** The one sentence; absent where nothing is known of the pair or of the use. */
  readonly sentence: Line | undefined;
  /** Whom to ask: before combining, about the pair, or about the use. */
  readonly ask: 'Before' | 'Whether' | 'Use';
  readonly source: Citation | undefined;
}

/** Of the pair with memantine; of the use that the passage names; or what it is approved for. */
type Verdict =
  | { readonly kind: 'pair'; readonly action: Action | 'nothing'; readonly other?: string }
  | { readonly kind: 'use'; readonly use: PassageUse }
  | { readonly kind: 'approved'; readonly use: Use };

/** Citations by the strength of their sources, the strongest first. */
export function ranked(citations: readonly Citation[]): Citation[] {
  return [...citations].sort((a, b) => compareStrength(a.source, b.source));
}

/** `Riluzole is a medicine for ALS; it …` and `A water tablet.` as what may follow a name. */
export function whatOf(sentence: string, name: string): string {
  const [first = ''] = sentence.replace(/\.$/, '').split(/[:;]\s/);
  const start = `${name} is `.toLowerCase();
  const rest = first.toLowerCase().startsWith(start) ? first.slice(start.length) : first;
  // Abbreviations and names keep their capitals.
  return /^[A-Z][a-z]*\b(?![A-Z-])/.test(rest) ? rest.charAt(0).toLowerCase() + rest.slice(1) : rest;
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
    const { action, summary, ratings, other } = relation;
    const harmless = action === 'none-found' || action === 'theoretical';
    const [source] = ranked([...summary.citations, ...ratings.flatMap(({ citations }) => citations)]);
    return {
      what,
      tone: action,
      verdict: { kind: 'pair', action, ...(other === undefined ? {} : { other }) },
      sentence: summary,
      ask: harmless ? 'Whether' : 'Before',
      source,
    };
  }
  const [lead] = entry.id === 'memantine' ? uses : [];
  const use = lead?.use ?? (entry.id === 'memantine' ? approved[0] : undefined);
  if (lead || use) {
    const verdict: Verdict = lead ? { kind: 'use', use: lead } : { kind: 'approved', use: use! };
    const sentence = lead ? lead.use?.summary : use?.summary;
    const tone = lead ? (lead.status === 'unknown' ? 'theoretical' : lead.status) : 'approved';
    return { what, tone, verdict, sentence, ask: 'Use', source: ranked((sentence ?? drugClass).citations)[0] };
  }
  return {
    what,
    tone: 'theoretical',
    verdict: { kind: 'pair', action: 'nothing' },
    sentence: undefined,
    ask: 'Whether',
    source: ranked(drugClass.citations)[0],
  };
}
