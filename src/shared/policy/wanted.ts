/** Whether the reader wants to know of a medicine at all: by its group, its severity, and what was hidden by hand. */

import type { ActionFloor, Group, MarkChoice, TraitLists, WatchedVerdicts } from './marks.ts';
import { MEMANTINE } from './pairs.ts';

/** What the choice needs to know of an entry. */
export interface Trait {
  readonly group: Group;
  /** What to do about the pair with a watched medicine; absent where nothing is said, as on memantine itself. */
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

/** The traits with the actions that speak of the watched medicines, where these are others than memantine alone. */
export function withWatched(traits: ReadonlyMap<string, Trait>, watched: WatchedVerdicts): ReadonlyMap<string, Trait> {
  const actions = new Map(
    Object.entries(watched).flatMap(([action, ids]) => (ids ? ids.split(' ').map((id) => [id, action] as const) : [])),
  );
  if (actions.size === 0) return traits;
  return new Map(
    [...traits].map(([id, { group }]) => {
      const action = id === MEMANTINE ? undefined : actions.get(id);
      return [id, { group, ...(action === undefined ? {} : { action }) }];
    }),
  );
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

/** What the reader wants marked on one site. */
export interface MarkSettings {
  readonly marks: MarkChoice;
  /** Whether a text is no medicine on this site; see `exceptions.ts`. */
  readonly excepted?: ((text: string) => boolean) | undefined;
}

/** Whether a mention counts: the reader wants to know of its drug, and did not say that its text is none on this site. */
export function wantsMention(
  { drug, text }: { readonly drug: string; readonly text: string },
  traits: ReadonlyMap<string, Trait>,
  { marks, excepted }: MarkSettings,
): boolean {
  return wantsDrug(drug, traits, marks) && !(excepted?.(text) ?? false);
}
