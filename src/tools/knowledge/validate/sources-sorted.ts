import type { Rule } from './rule.ts';

/** sources.json is sorted by id, and every id is there once. */
export const sourcesSorted: Rule = {
  name: 'sources-sorted',
  check({ sources: { file, data } }) {
    return data.sources.flatMap(({ id }, index) => {
      const before = data.sources[index - 1]?.id;
      if (before === undefined || before < id) return [];
      return [
        {
          file,
          place: `/sources/${index}/id`,
          message: before === id ? `"${id}" is there twice` : `"${id}" stands after "${before}"`,
          repair: before === id ? 'Join the two.' : 'Sort by id: npm run -s knowledge -- --fix does.',
        },
      ];
    });
  },
};
