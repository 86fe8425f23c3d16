import { walk } from '../../../knowledge/sentences.ts';
import { type Finding, factFiles, type Rule } from './rule.ts';

/** `verified` says that a source was read: one of those that carry the statement must be marked as read. */
export const verified: Rule = {
  name: 'verified',
  check(knowledge) {
    const { sources } = knowledge.sources.data;
    const read = new Set<unknown>(sources.filter((source) => source.read !== 'not-read').map(({ id }) => id));
    const findings: Finding[] = [];
    for (const { file, data } of factFiles(knowledge)) {
      for (const { place, node } of walk(data)) {
        const statement = node as { status?: unknown; sources?: unknown } | null;
        if (statement?.status !== 'verified') continue;
        if (Array.isArray(statement.sources) && statement.sources.some((id) => read.has(id))) continue;
        findings.push({
          file,
          place: `${place}/status`,
          message: 'is verified, and none of its sources was read',
          repair: 'Read a source and say so in sources.json ("read"), or write "unverified".',
        });
      }
    }
    return findings;
  },
};
