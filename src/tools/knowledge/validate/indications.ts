import { fold } from '../../../shared/recognise/normalise.ts';
import type { Finding, Rule } from './rule.ts';

/** Indications that are named exist; their chain of broader ones ends; no two own the same term. */
export const indications: Rule = {
  name: 'indications',
  check({ entries, indications: { file, data } }) {
    const findings: Finding[] = [];
    const byId = new Map(data.indications.map((indication) => [indication.id, indication]));
    const named = new Set<string>();
    for (const entry of entries) {
      for (const [index, { indication }] of (entry.data.uses ?? []).entries()) {
        if (indication === undefined) continue;
        named.add(indication);
        if (!byId.has(indication)) {
          findings.push({
            file: entry.file,
            place: `/uses/${index}/indication`,
            message: `there is no indication "${indication}"`,
            repair: 'Add it to indications.json (id, name, terms), or correct the id.',
          });
        }
      }
    }
    const ids = new Set<string>();
    const owners = new Map<string, string>();
    for (const [index, { id, broader, memantine, terms }] of data.indications.entries()) {
      const place = `/indications/${index}`;
      if (ids.has(id)) {
        findings.push({ file, place: `${place}/id`, message: `"${id}" is there twice`, repair: 'Join the two.' });
      }
      ids.add(id);
      if (broader !== undefined && !chainEnds(id, byId)) {
        findings.push({
          file,
          place: `${place}/broader`,
          message: `"${broader}" does not exist or leads back here`,
          repair: 'Name an indication that is broader than this one, or remove the field.',
        });
      }
      if (
        !memantine &&
        broader === undefined &&
        !named.has(id) &&
        !data.indications.some((other) => other.broader === id)
      ) {
        findings.push({
          file,
          place,
          message: `no use names "${id}", and nothing is said of memantine`,
          repair: 'Name it in the "uses" of an entry, or remove it.',
          severity: 'warning',
        });
      }
      for (const [termIndex, { form, case: rule }] of terms.entries()) {
        const key = rule === 'exact' ? form : fold(form);
        const owner = owners.get(key);
        if (owner !== undefined) {
          findings.push({
            file,
            place: `${place}/terms/${termIndex}`,
            message: `"${form}" names "${owner}" already`,
            repair: 'Keep it where it fits better.',
          });
        }
        owners.set(key, id);
      }
    }
    return findings;
  },
};

function chainEnds(id: string, byId: ReadonlyMap<string, { broader?: string }>): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined; at = byId.get(at)?.broader) {
    if (seen.has(at) || !byId.has(at)) return false;
    seen.add(at);
  }
  return true;
}
