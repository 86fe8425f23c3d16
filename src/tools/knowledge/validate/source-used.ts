/** Every source in sources.json is named by a fact. */
import { citedIn } from '../../../knowledge/sentences.ts';
import { factFiles, rule } from './rule.ts';

export const sourceUsed = rule('source-used', (knowledge, found) => {
  const used = citedIn(factFiles(knowledge));
  const { file, data } = knowledge.sources;
  for (const [index, { id }] of data.sources.entries()) {
    const repair = 'Remove it (npm run -s knowledge -- --fix does), or name it where it carries a sentence.';
    if (!used.has(id)) found(file, `/sources/${index}`, `nothing names the source "${id}"`, repair);
  }
});
