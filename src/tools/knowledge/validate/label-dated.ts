import type { Rule } from './rule.ts';

/** Labels change: each says which revision it is, or when it stood like this, or openly that its copy shows neither. */
export const labelDated: Rule = {
  name: 'label-dated',
  check({ sources: { file, data } }) {
    return data.sources.flatMap(({ id, type, document }, index) =>
      type !== 'label' || !document || document.revision || document.asOf || document.undated
        ? []
        : [
            {
              file,
              place: `/sources/${index}/document`,
              message: `the label "${id}" has no revision`,
              repair:
                'Add "revision" as the label shows it or "asOf" as its copy does; where both are silent, "undated": true.',
            },
          ],
    );
  },
};
