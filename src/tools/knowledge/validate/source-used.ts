import { walk } from '../../../knowledge/sentences.ts';
import { factFiles, type Rule } from './rule.ts';

/** Every source carries something. */
export const sourceUsed: Rule = {
  name: 'source-used',
  check(knowledge) {
    const used = new Set<unknown>();
    for (const { data } of factFiles(knowledge)) {
      for (const { key, node } of walk(data)) {
        if (key === 'sources' && Array.isArray(node)) for (const id of node) used.add(id);
      }
    }
    const { file, data } = knowledge.sources;
    return data.sources.flatMap(({ id }, index) =>
      used.has(id)
        ? []
        : [
            {
              file,
              place: `/sources/${index}`,
              message: `nothing names the source "${id}"`,
              repair: 'Remove it (npm run -s knowledge -- --fix does), or name it where it carries a sentence.',
            },
          ],
    );
  },
};
