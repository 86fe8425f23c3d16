/** Every source id that a fact names stands in sources.json. */
import { sourceLists } from '../../../knowledge/sentences.ts';
import { factFiles, rule } from './rule.ts';

export const sourceExists = rule('source-exists', (knowledge, found) => {
  const known = new Set(knowledge.sources.data.sources.map(({ id }) => id));
  for (const { file, data } of factFiles(knowledge)) {
    for (const { place, ids } of sourceLists(data)) {
      for (const [index, id] of ids.entries()) {
        if (known.has(id)) continue;
        const repair = 'Add it to sources.json, or name a source that is there.';
        found(file, `${place}/${index}`, `there is no source "${id}"`, repair);
      }
    }
  }
});
