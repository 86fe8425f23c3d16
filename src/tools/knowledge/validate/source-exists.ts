import { sourceLists } from '../../../knowledge/sentences.ts';
import { type Finding, factFiles, type Rule } from './rule.ts';

/** Every source id that a fact names stands in sources.json. */
export const sourceExists: Rule = {
  name: 'source-exists',
  check(knowledge) {
    const known = new Set(knowledge.sources.data.sources.map(({ id }) => id));
    const findings: Finding[] = [];
    for (const { file, data } of factFiles(knowledge)) {
      for (const { place, ids } of sourceLists(data)) {
        for (const [index, id] of ids.entries()) {
          if (known.has(id)) continue;
          findings.push({
            file,
            place: `${place}/${index}`,
            message: `there is no source "${id}"`,
            repair: 'Add it to sources.json, or name a source that is there.',
          });
        }
      }
    }
    return findings;
  },
};
