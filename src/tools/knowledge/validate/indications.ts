/**
 * Indications that are named exist, and those that are there are named; their chain of broader ones ends; no two own
 * the same term.
 */
import { fold } from '../../../shared/recognise/normalise.ts';
import { rule } from './rule.ts';

export const indications = rule('indications', ({ entries, indications: { file, data } }, found) => {
  const byId = new Map(data.indications.map((indication) => [indication.id, indication]));
  const named = new Set<string>();
  for (const entry of entries) {
    for (const [index, { indication }] of (entry.data.uses ?? []).entries()) {
      if (indication === undefined) continue;
      named.add(indication);
      if (byId.has(indication)) continue;
      const repair = 'Add it to indications.json (id, name, terms), or correct the id.';
      found(entry.file, `/uses/${index}/indication`, `there is no indication "${indication}"`, repair);
    }
  }
  const ids = new Set<string>();
  const owners = new Map<string, string>();
  for (const [index, { id, broader, memantine, terms }] of data.indications.entries()) {
    const place = `/indications/${index}`;
    if (ids.has(id)) found(file, `${place}/id`, `"${id}" is there twice`, 'Join the two.');
    ids.add(id);
    if (broader !== undefined && !chainEnds(id, byId)) {
      const repair = 'Name an indication that is broader than this one, or remove the field.';
      found(file, `${place}/broader`, `"${broader}" does not exist or leads back here`, repair);
    }
    const belongs = memantine || broader !== undefined || named.has(id);
    if (!belongs && !data.indications.some((other) => other.broader === id)) {
      const message = `no use names "${id}", and nothing is said of memantine`;
      found(file, place, message, 'Name it in the "uses" of an entry, or remove it.', 'warning');
    }
    for (const [termIndex, { form, case: matched }] of terms.entries()) {
      const key = matched === 'exact' ? form : fold(form);
      const owner = owners.get(key);
      if (owner !== undefined) {
        found(
          file,
          `${place}/terms/${termIndex}`,
          `"${form}" names "${owner}" already`,
          'Keep it where it fits better.',
        );
      }
      owners.set(key, id);
    }
  }
});

function chainEnds(id: string, byId: ReadonlyMap<string, { broader?: string }>): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined; at = byId.get(at)?.broader) {
    if (seen.has(at) || !byId.has(at)) return false;
    seen.add(at);
  }
  return true;
}
