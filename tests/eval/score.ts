import type { Document, Gold } from './corpus.ts';
import { isClassNoun, OURS } from './ours.ts';
import { goldError } from './reviewed.ts';

/** What a tagger says: an exact span and our entry. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly drug: string;
}

export type Tagger = (text: string) => readonly Found[];

export interface Counts {
  hit: number;
  /** Gold of ours without an exact span. */
  missed: number;
  /** Found where no gold mention has exactly this span. */
  extra: number;
}

/** `ambiguity`: a form that waits for words around it or is left beside others, and did here. */
export type ErrorKind = 'missing form' | 'boundary' | 'ambiguity' | 'not marked up' | 'gold error';

export interface Disagreement {
  readonly kind: ErrorKind;
  readonly doc: string;
  readonly drug: string;
  readonly wanted: string;
  readonly found: string;
  readonly context: string;
}

export interface Score {
  readonly all: Counts;
  /** Without the gold errors, which count neither as missed nor as extra. */
  readonly reviewed: Counts;
  readonly byDrug: Map<string, Counts>;
  readonly errors: Disagreement[];
}

/**
 * Exact spans on the gold mentions of our entries. Discontinuous gold mentions are left out on both sides. What a
 * tagger finds counts against it unless gold has exactly this span, also where gold marks a longer or shorter one.
 * Entries that are no medicines (conditions, enzymes, transport) have no gold and are left out; so are nouns for
 * classes in a corpus that does not mark them up.
 *
 * @param isAmbiguous whether a text is a form that counts only beside certain words, to sort the errors
 */
export function score(
  documents: readonly Document[],
  tag: Tagger,
  isAmbiguous: (text: string) => boolean = () => false,
): Score {
  const result: Score = { all: none(), reviewed: none(), byDrug: new Map(), errors: [] };
  for (const { doc, text, gold, marksClasses } of documents) {
    const count = (drug: string, what: keyof Counts, wrong = false): void => {
      result.all[what]++;
      if (!wrong) result.reviewed[what]++;
      const counts = result.byDrug.get(drug) ?? none();
      counts[what]++;
      result.byDrug.set(drug, counts);
    };
    const found = tag(text).filter(
      ({ start, end, drug }) => drug in OURS && (marksClasses || !isClassNoun(text.slice(start, end))),
    );
    const report = (kind: ErrorKind, drug: string, want: Gold | undefined, got: Found | undefined): void => {
      const { start, end } = (want ?? got)!;
      const context = `${text.slice(Math.max(0, start - 40), start)}[${text.slice(start, end)}]${text.slice(end, end + 40)}`;
      const quote = (span: { start: number; end: number } | undefined): string =>
        span ? text.slice(span.start, span.end) : '';
      result.errors.push({
        kind,
        doc,
        drug,
        wanted: quote(want),
        found: quote(got),
        context: context.replace(/\s+/g, ' '),
      });
    };
    const overlapping = (span: { start: number; end: number }, list: readonly { start: number; end: number }[]) =>
      list.find(({ start, end }) => start < span.end && span.start < end);
    for (const want of gold) {
      if (want.drug === undefined || want.discontinuous || (want.noun && !marksClasses)) continue;
      if (found.some((got) => same(got, want))) count(want.drug, 'hit');
      else {
        const near = overlapping(want, found) as Found | undefined;
        const wrong = goldError(doc, want.drug, text.slice(want.start, (near ?? want).end)) !== undefined;
        count(want.drug, 'missed', wrong);
        const kind = near ? 'boundary' : isAmbiguous(want.text) ? 'ambiguity' : 'missing form';
        report(wrong ? 'gold error' : kind, want.drug, want, near);
      }
    }
    for (const got of found) {
      if (gold.some((want) => want.discontinuous && overlapping(got, [want]))) continue;
      if (gold.some((want) => same(got, want))) continue;
      const near = overlapping(got, gold) as Gold | undefined;
      const wrong = goldError(doc, got.drug, text.slice(got.start, got.end)) !== undefined;
      count(got.drug, 'extra', wrong);
      const kind = near ? 'boundary' : 'not marked up';
      if (near?.drug === undefined) report(wrong ? 'gold error' : kind, got.drug, near, got);
    }
  }
  return result;
}

const none = (): Counts => ({ hit: 0, missed: 0, extra: 0 });
const same = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start === b.start && a.end === b.end;

/** Precision, recall and F1 of counts, each from 0 to 1. */
export function rates({ hit, missed, extra }: Counts): { precision: number; recall: number; f1: number } {
  const precision = hit + extra === 0 ? 1 : hit / (hit + extra);
  const recall = hit + missed === 0 ? 1 : hit / (hit + missed);
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}
