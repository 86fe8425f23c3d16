import type { Rule } from './rule.ts';

/** Labels change: each says which revision it is, or at least when it stood like this. */
export const labelDated: Rule = {
  name: 'label-dated',
  check({ sources: { file, data } }) {
    return data.sources.flatMap(({ id, type, document }, index) =>
      type !== 'label' || !document || document.revision || document.asOf
        ? []
        : [
            {
              file,
              place: `/sources/${index}/document`,
              message: `the label "${id}" has no revision`,
              severity: 'warning',
              repair: 'Add "revision" as the label shows it, "asOf" as its copy does, or use a label that has one.',
            },
          ],
    );
  },
};
