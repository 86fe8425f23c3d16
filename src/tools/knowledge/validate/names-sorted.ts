import { compareNames } from '../tidy.ts';
import type { Rule } from './rule.ts';

/** Names stand by kind, in the order of the schema, and within a kind by form, so that they are found and not doubled. */
export const namesSorted: Rule = {
  name: 'names-sorted',
  check({ entries }) {
    return entries.flatMap(({ file, data: { names } }) => {
      const index = names.findIndex((name, at) => at > 0 && compareNames(names[at - 1]!, name) > 0);
      if (index < 0) return [];
      return [
        {
          file,
          place: `/names/${index}`,
          message: `"${names[index]!.form}" (${names[index]!.kind}) stands after "${names[index - 1]!.form}" (${names[index - 1]!.kind})`,
          repair: 'Sort by kind, then by form: npm run -s knowledge -- --fix does.',
        },
      ];
    });
  },
};
