/** A pair's ids exist, stand in alphabetical order, name its file, and neither is memantine. */
import { MEMANTINE } from '../../../shared/policy/pairs.ts';
import { rule } from './rule.ts';

export const pairs = rule('pairs', ({ entries, pairs: files }, found) => {
  const byId = new Map(entries.map(({ data }) => [data.id, data]));
  for (const { file, data } of files) {
    const [first = '', second = ''] = data.drugs;
    for (const [index, id] of data.drugs.entries()) {
      const place = `/drugs/${index}`;
      if (!byId.has(id)) found(file, place, `there is no entry "${id}"`, 'Add the entry or correct the id.');
      if (id === MEMANTINE) {
        const other = index === 0 ? second : first;
        const repair = `Write it as "withMemantine" in the entry "${other}" and remove this file.`;
        found(file, place, 'is a pair with memantine', repair);
      }
    }
    if (first > second) {
      const repair = `Write ["${second}", "${first}"], swap first and second in "direction", and rename the file.`;
      found(file, '/drugs', 'ids are not in alphabetical order', repair);
    }
    const expected = `pairs/${first}--${second}.json`;
    if (file !== expected) found(file, '', `belongs in ${expected}`, `Rename it to ${expected}.`);
    const owners = [...(byId.get(first)?.classes ?? []), ...(byId.get(second)?.classes ?? [])];
    if (owners.includes(first) || owners.includes(second)) {
      const repair = 'Pair the member with another member, or remove the file.';
      found(file, '/drugs', 'pairs a class with its own member', repair);
    }
  }
});
