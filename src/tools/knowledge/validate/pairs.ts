import { MEMANTINE } from '../../../shared/policy/pairs.ts';
import type { Finding, Rule } from './rule.ts';

/** A pair's ids exist, stand in alphabetical order, name its file, and neither is memantine. */
export const pairs: Rule = {
  name: 'pairs',
  check({ entries, pairs: files }) {
    const byId = new Map(entries.map(({ data }) => [data.id, data]));
    return files.flatMap(({ file, data: { drugs } }) => {
      const findings: Finding[] = [];
      const [first = '', second = ''] = drugs;
      for (const [index, id] of drugs.entries()) {
        const place = `/drugs/${index}`;
        if (!byId.has(id)) {
          findings.push({
            file,
            place,
            message: `there is no entry "${id}"`,
            repair: 'Add the entry or correct the id.',
          });
        }
        if (id === MEMANTINE) {
          findings.push({
            file,
            place,
            message: 'is a pair with memantine',
            repair: `Write it as "withMemantine" in the entry "${index === 0 ? second : first}" and remove this file.`,
          });
        }
      }
      if (first > second) {
        findings.push({
          file,
          place: '/drugs',
          message: 'ids are not in alphabetical order',
          repair: `Write ["${second}", "${first}"], swap first and second in "direction", and rename the file.`,
        });
      }
      const expected = `pairs/${first}--${second}.json`;
      if (file !== expected) {
        findings.push({ file, place: '', message: `belongs in ${expected}`, repair: `Rename it to ${expected}.` });
      }
      const owners = [...(byId.get(first)?.classes ?? []), ...(byId.get(second)?.classes ?? [])];
      if (owners.includes(first) || owners.includes(second)) {
        findings.push({
          file,
          place: '/drugs',
          message: 'pairs a class with its own member',
          repair: 'Pair the member with another member, or remove the file.',
        });
      }
      return findings;
    });
  },
};
