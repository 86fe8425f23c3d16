import { join } from 'node:path';
import { useKey } from '../../../knowledge/use-finder.ts';
import { nameReader } from '../build/use-finder.ts';
import type { Rule } from './rule.ts';

/** The vocabulary is no file of the knowledge that editors write: always the one beside this program. */
const FOLDER = join(import.meta.dirname, '../../../../knowledge');

/** No condition of the vocabulary has a home in two indications: a card would show the evidence of the wrong one. */
export const oneHome: Rule = {
  name: 'one-home',
  check({ indications: { file, data } }) {
    const reader = nameReader(FOLDER, data);
    const homes = new Map<string, { readonly id: string; readonly form: string }>();
    return data.indications.flatMap(({ id, terms }, index) =>
      terms.flatMap(({ form }, at) => {
        const read = reader.read(form);
        const key = read?.isWhole && useKey(read);
        if (!key) return [];
        const home = homes.get(key);
        if (!home) homes.set(key, { id, form });
        if (!home || home.id === id) return [];
        return {
          file,
          place: `/indications/${index}/terms/${at}`,
          message: `"${form}" means the same as "${home.form}", which opens "${home.id}"`,
          repair: 'Give each its own row in vocabulary/terms.tsv, or keep the term with the indication that it fits.',
        };
      }),
    );
  },
};
