/**
 * What a reader takes along of a page, to print or to copy: its medicines, their pairs with memantine and among each
 * other, and who says so. Of the medicines that the reader watches it says nothing: it is made to be shown to others.
 * Pure.
 */
import type { Knowledge } from '../../knowledge/access.ts';
import { strongest } from '../../knowledge/source-rank.ts';
import type { CompiledSource, PairView } from '../../knowledge/types.ts';
import { isWithMemantine, MEMANTINE } from '../../shared/policy/pairs.ts';
import type { FoundDrug } from './found.ts';
import { pageName } from './page-name.ts';

/** Pairs on one sheet of paper; the gravest are kept. */
const MOST = 18;
/** Sources of one sentence. */
const SOURCES = 2;

export type Summary = ReturnType<typeof summaryOf>;

export function summaryOf(drugs: readonly FoundDrug[], knowledge: Knowledge) {
  const nameOf = (id: string): string => knowledge.entry(id)?.name ?? id;
  const all = knowledge.pairsAmong([...drugs.map(({ drug }) => drug), MEMANTINE]);
  const isOther = (view: PairView): boolean => !isWithMemantine(view);
  const kept = [...all.filter(isWithMemantine), ...all.filter(isOther)].slice(0, MOST);
  const sources: CompiledSource[] = [];
  const pairOf = (view: PairView) => {
    const { first: one, second: other, interaction } = view;
    const { action, summary } = interaction;
    const found = summary.sources.flatMap((id) => knowledge.source(id) ?? []);
    // Places in the list of sources, from 1.
    const marks = strongest(found, SOURCES).map((source) => {
      if (!sources.includes(source)) sources.push(source);
      return sources.indexOf(source) + 1;
    });
    const names = [one, other].filter((id) => id !== MEMANTINE).map(nameOf);
    return { names: names.join(' + '), action, word: knowledge.word(view), text: summary.text, marks };
  };
  return {
    medicines: drugs.map(({ drug, names }) => pageName(names, nameOf(drug)).join('')),
    withMemantine: kept.filter(isWithMemantine).map(pairOf),
    among: kept.filter(isOther).map(pairOf),
    // Pairs that had no room.
    left: all.length - kept.length,
    sources,
  };
}
