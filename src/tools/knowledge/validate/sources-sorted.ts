/** sources.json is sorted by id, and every id is there once. */
import { rule } from './rule.ts';

export const sourcesSorted = rule('sources-sorted', ({ sources: { file, data } }, found) => {
  for (const [index, { id }] of data.sources.entries()) {
    const before = data.sources[index - 1]?.id;
    if (before === undefined || before < id) continue;
    const message = before === id ? `"${id}" is there twice` : `"${id}" stands after "${before}"`;
    const repair = before === id ? 'Join the two.' : 'Sort by id: npm run -s knowledge -- --fix does.';
    found(file, `/sources/${index}/id`, message, repair);
  }
});
