import { citedIn } from '../../../knowledge/sentences.ts';
import { factFiles, type Rule } from './rule.ts';

/** Every source carries something. */
export const sourceUsed: Rule = {
  name: 'source-used',
  check(knowledge) {
    const used = citedIn(factFiles(knowledge));
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
