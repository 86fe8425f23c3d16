/**
 * What a reader takes along of a page, to print or to copy: its medicines, their pairs with memantine and among each other,
 * and who says so. Of the medicines that the reader watches it says nothing: it is made to be shown to others. Pure.
 */
import type { Knowledge } from '../../knowledge/access.ts';
import type { PairWord } from '../../knowledge/pair-word.ts';
import { strongest } from '../../knowledge/source-rank.ts';
import type { Action, CompiledSource, PairView } from '../../knowledge/types.ts';
import { isWithMemantine, MEMANTINE } from '../../shared/policy/pairs.ts';
import type { FoundDrug } from './found.ts';
import { pageName, pageNameText } from './page-name.ts';

/** Pairs on one sheet of paper; the gravest are kept. */
const MOST = 18;
/** Sources of one sentence. */
const SOURCES = 2;

export interface SummaryPair {
  readonly names: string;
  readonly action: Action;
  readonly word: PairWord;
  readonly text: string;
  /** Places in the list of sources, from 1. */
  readonly marks: readonly number[];
}

export interface Summary {
  readonly medicines: readonly string[];
  readonly withMemantine: readonly SummaryPair[];
  readonly among: readonly SummaryPair[];
  /** Pairs that had no room. */
  readonly left: number;
  readonly sources: readonly CompiledSource[];
}

export function summaryOf(drugs: readonly FoundDrug[], knowledge: Knowledge): Summary {
  const nameOf = (id: string): string => knowledge.entry(id)?.name ?? id;
  const ids = drugs.map(({ drug }) => drug);
  const all = knowledge.pairsAmong([...ids, MEMANTINE]);
  const first = all.filter(isWithMemantine);
  const others = all.filter((view) => !isWithMemantine(view));
  const kept = first.slice(0, MOST);
  const keptOthers = others.slice(0, Math.max(0, MOST - kept.length));
  const sources: CompiledSource[] = [];
  const pairOf = (view: PairView): SummaryPair => {
    const { first: one, second: other, interaction } = view;
    const found = interaction.summary.sources.flatMap((id) => knowledge.source(id) ?? []);
    const marks = strongest(found, SOURCES).map((source) => {
      if (!sources.includes(source)) sources.push(source);
      return sources.indexOf(source) + 1;
    });
    const names =
      one === MEMANTINE ? nameOf(other) : other === MEMANTINE ? nameOf(one) : `${nameOf(one)} + ${nameOf(other)}`;
    const word = knowledge.word(view);
    return { names, action: interaction.action, word, text: interaction.summary.text, marks };
  };
  return {
    medicines: drugs.map(({ drug, names }) => pageNameText(pageName(names, nameOf(drug)))),
    withMemantine: kept.map(pairOf),
    among: keptOthers.map(pairOf),
    left: all.length - kept.length - keptOthers.length,
    sources,
  };
}
