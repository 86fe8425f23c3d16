/**
 * An entry's file is named after its id and stands in the folder of its kind. Each but memantine says what it has to do
 * with memantine, or a class or component says it in its place.
 */
import type { Entry } from '../../../knowledge/types.ts';
import { MEMANTINE } from '../../../shared/policy/pairs.ts';
import { rule } from './rule.ts';

const FOLDERS = { drug: 'drugs', combination: 'drugs', class: 'classes', condition: 'conditions' } as const;

export const entryFile = rule('entry-file', ({ entries }, found) => {
  const byId = new Map(entries.map(({ data }) => [data.id, data]));
  const speaksOfMemantine = (entry: Entry, seen: ReadonlySet<string> = new Set()): boolean => {
    if (entry.withMemantine) return true;
    const others = [...(entry.classes ?? []), ...(entry.kind === 'combination' ? (entry.members ?? []) : [])];
    return others.some((id) => {
      const other = byId.get(id);
      return other !== undefined && !seen.has(id) && speaksOfMemantine(other, new Set([...seen, id]));
    });
  };
  for (const { file, data } of entries) {
    const expected = `${FOLDERS[data.kind]}/${data.id}.json`;
    if (file !== expected) {
      const message = `a ${data.kind} with the id "${data.id}" belongs in ${expected}`;
      found(file, '/id', message, `Rename the file to ${expected}, or correct id and kind.`);
    }
    if (data.id !== MEMANTINE && !speaksOfMemantine(data)) {
      const repair = 'Add "withMemantine"; where studies found nothing, its action is "none-found".';
      found(file, '', 'says nothing about memantine', repair);
    }
  }
});
