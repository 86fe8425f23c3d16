/** Labels change: each says which revision it is, or when it stood like this, or openly that its copy shows neither. */
import { rule } from './rule.ts';

export const labelDated = rule('label-dated', ({ sources: { file, data } }, found) => {
  for (const [index, { id, type, document }] of data.sources.entries()) {
    if (type !== 'label' || !document || document.revision || document.asOf || document.undated) continue;
    const repair =
      'Add "revision" as the label shows it or "asOf" as its copy does; where both are silent, "undated": true.';
    found(file, `/sources/${index}/document`, `the label "${id}" has no revision`, repair);
  }
});
