/**
 * Whether the reader wants to know of a medicine, and of a mention, at all: by the medicine's group and what to do
 * about it (its trait), by what was hidden by hand, and by the wrong matches that were told of on the site.
 */

import type { Group, MarkChoice, TraitLists, WatchedVerdicts } from './marks.ts';
import { ACTIONS, type Action, compareActions, MEMANTINE } from './pairs.ts';

/** What the choice needs to know of an entry. */
export interface Trait {
  readonly group: Group;
  /** What to do about the pair with a watched medicine; absent where nothing is said, as on memantine itself. */
  readonly action?: Action | undefined;
}

/** Traits by id. */
export function openTraits(lists: TraitLists): Map<string, Trait> {
  const traits = new Map<string, Trait>();
  for (const [group, actions] of Object.entries(lists)) {
    for (const [action, ids] of Object.entries(actions)) {
      const trait = { group: group as Group, action: ACTIONS.find((one) => one === action) };
      for (const id of ids.split(' ')) traits.set(id, trait);
    }
  }
  return traits;
}

/** The traits with the actions that speak of the watched medicines, where these are others than memantine alone. */
export function withWatched(traits: ReadonlyMap<string, Trait>, watched: WatchedVerdicts): ReadonlyMap<string, Trait> {
  const lists = Object.entries(watched).filter(([, ids]) => ids) as [Action, string][];
  if (lists.length === 0) return traits;
  const actions = new Map(lists.flatMap(([action, ids]) => ids.split(' ').map((id) => [id, action])));
  actions.delete(MEMANTINE);
  return new Map([...traits].map(([id, { group }]) => [id, { group, action: actions.get(id) }]));
}

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
  if (floor === 'everything') return true;
  return trait.action ? compareActions(trait.action, floor) <= 0 : trait.group === 'memantine';
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
