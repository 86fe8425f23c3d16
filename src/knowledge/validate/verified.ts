import { allSentences, type Rule } from './rule.ts';

/** `verified` says that a source was read: one of the sentence's sources must be marked as read. */
export const verified: Rule = {
  name: 'verified',
  check(knowledge) {
    const read = new Set(
      knowledge.sources.data.sources.filter((source) => source.read !== 'not-read').map(({ id }) => id),
    );
    return allSentences(knowledge).flatMap(({ file, place, sentence }) =>
      sentence.status === 'verified' && !sentence.sources.some((id) => read.has(id))
        ? [
            {
              file,
              place: `${place}/status`,
              message: 'is verified, and none of its sources was read',
              repair: 'Read a source and say so in sources.json ("read"), or write "unverified".',
            },
          ]
        : [],
    );
  },
};
