/** Which mentions the reader wants to see, and which of these are marked. */
import { findAll } from '../../dom/read.ts';
import { HEADING } from '../../shared/elements.ts';
import type { ActionFloor, Group, MarkChoice, TraitLists } from '../../shared/policy/marks.ts';
import type { PageMention } from './mention.ts';
import { compareInPage } from './order.ts';

/** What the choice needs to know of an entry. */
export interface Trait {
  readonly group: Group;
  /** What to do about the pair with memantine; absent where nothing is said, as on memantine itself. */
  readonly action?: string;
}

/** Traits by id. */
export function openTraits(lists: TraitLists): Map<string, Trait> {
  const traits = new Map<string, Trait>();
  for (const [group, actions] of Object.entries(lists)) {
    for (const [action, ids] of Object.entries(actions)) {
      for (const id of ids.split(' ')) traits.set(id, { group: group as Group, ...(action ? { action } : {}) });
    }
  }
  return traits;
}

const RANK: Readonly<Record<string, number>> = {
  'none-found': 0,
  theoretical: 1,
  monitor: 2,
  caution: 3,
  avoid: 4,
  'contains-memantine': 4,
};
const FLOOR: Readonly<Record<ActionFloor, number>> = {
  everything: 0,
  theoretical: 1,
  monitor: 2,
  caution: 3,
  avoid: 4,
};

/**
 * Whether mentions of a drug count at all under the settings. Memantine itself has no severity and is below no floor; of
 * others of which nothing is said with memantine, only readers who want everything hear.
 */
export function wantsDrug(
  drug: string,
  traits: ReadonlyMap<string, Trait>,
  { groups, floor, hiddenDrugs }: MarkChoice,
): boolean {
  if (hiddenDrugs.includes(drug)) return false;
  const trait = traits.get(drug);
  if (!trait) return true;
  if (!groups.includes(trait.group)) return false;
  if (trait.action === undefined) return trait.group === 'memantine' || floor === 'everything';
  return RANK[trait.action]! >= FLOOR[floor];
}

/** The mentions to mark when only the first of each drug is, of a list in document order. */
export function firstOfEach(
  mentions: readonly PageMention[],
  per: 'first-per-section' | 'first-per-page',
): Set<PageMention> {
  const headings = per === 'first-per-section' ? [...findAll(document, HEADING)] : [];
  const chosen = new Set<PageMention>();
  const seen = new Set<string>();
  let next = 0;
  for (const mention of mentions) {
    const before = next;
    while (next < headings.length && compareInPage(headings[next]!, mention.first.node) < 0) next++;
    if (next !== before) seen.clear();
    if (seen.has(mention.drug)) continue;
    seen.add(mention.drug);
    chosen.add(mention);
  }
  return chosen;
}
