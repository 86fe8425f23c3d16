/**
 * What one page's card needs of the knowledge. All of it would more than double the card script in every frame, and
 * packs may hold thousands of drugs; the service worker keeps it and sends slices, which are compiled knowledge
 * themselves.
 */
import { MEMANTINE } from '../shared/policy/pairs.ts';
import { citedIn } from './sentences.ts';
import type { CompiledEntry, CompiledKnowledge } from './types.ts';

/**
 * The knowledge about some entries: they and all that they inherit from (components, classes) in full, with their
 * approved uses and the pairs among them; of their members, and of memantine, what lists name; where memantine is asked
 * for, what lists say of every entry with it; the words that name indications; the sources of what is there.
 * `openKnowledge` answers about `ids` and pairs among them as it would from all knowledge.
 */
export function sliceKnowledge(knowledge: CompiledKnowledge, ids: readonly string[]): CompiledKnowledge {
  const byId = new Map(knowledge.entries.map((entry) => [entry.id, entry]));
  const full = new Set<string>();
  const queue = [...ids];
  for (const id of queue) {
    const entry = byId.get(id);
    if (!entry || full.has(id)) continue;
    full.add(id);
    queue.push(...(entry.kind === 'combination' ? (entry.members ?? []) : []), ...(entry.classes ?? []));
  }
  const named = new Set([MEMANTINE, ...[...full].flatMap((id) => byId.get(id)?.members ?? [])]);
  const listed = (entry: CompiledEntry): CompiledEntry[] => {
    if (full.has(MEMANTINE) && entry.withMemantine) return [{ ...headOf(entry), ...lineOf(entry) }];
    return named.has(entry.id) ? [headOf(entry)] : [];
  };
  const entries = knowledge.entries.flatMap((entry) => (full.has(entry.id) ? [entry] : listed(entry)));
  const indications = full.has(MEMANTINE)
    ? knowledge.indications
    : knowledge.indications.map(({ memantine, ...indication }) => indication);
  const pairs = knowledge.pairs.filter(({ drugs }) => drugs.every((id) => full.has(id) || id === MEMANTINE));
  const approvedUses = knowledge.approvedUses.filter(({ drug }) => full.has(drug));
  const additions = knowledge.additions.filter(({ entry }) => full.has(entry));
  const cited = citedIn({ entries, indications, pairs, approvedUses, additions });
  const sources = knowledge.sources.filter(({ id }) => cited.has(id));
  return { ...knowledge, entries, pairs, approvedUses, indications, additions, sources };
}

/** What memantine's list of interactions shows of an entry beside its head. */
function lineOf({ classes, members, withMemantine }: CompiledEntry): Partial<CompiledEntry> {
  const { action, actionBy, kind, direction, documentation, summary } = withMemantine!;
  return {
    ...(classes ? { classes } : {}),
    ...(members ? { members } : {}),
    withMemantine: { action, actionBy, kind, direction, documentation, positions: [], summary },
  };
}

/** What a list shows of an entry. */
function headOf(entry: CompiledEntry): CompiledEntry {
  const { id, kind, name, englishName, group, reviewedOn, names, drugClass, origin } = entry;
  return { id, kind, name, englishName, group, reviewedOn, names: names.slice(0, 1), drugClass, origin };
}
