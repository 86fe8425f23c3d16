/**
 * `verified` says that the passage was read in the document itself, or in a copy whose text shows which document and
 * which revision it is. Elsewhere the card says that the passage was not checked.
 */
import { walk } from '../../../knowledge/sentences.ts';
import { isWitnessed } from '../../../knowledge/source-rank.ts';
import { factFiles, rule } from './rule.ts';

export const verified = rule('verified', (knowledge, found) => {
  const witnessed = new Set<unknown>(
    knowledge.sources.data.sources.filter((source) => source.read && isWitnessed(source)).map(({ id }) => id),
  );
  for (const { file, data } of factFiles(knowledge)) {
    for (const { place, node } of walk(data)) {
      const statement = node as { status?: unknown; sources?: unknown } | null;
      if (statement?.status !== 'verified' || !Array.isArray(statement.sources)) continue;
      if (statement.sources.some((id) => witnessed.has(id))) continue;
      const message = 'is verified, and none of its sources was read in the original or in a copy that identifies it';
      const repair = 'Read the original or such a copy and say so in sources.json ("read"), or write "unverified".';
      found(file, `${place}/status`, message, repair);
    }
  }
});
