/** No condition of the vocabulary belongs to two indications: a card would show the evidence of the wrong one. */
import { join } from 'node:path';
import { useKey } from '../../../knowledge/use-finder.ts';
import { ROOT } from '../../command.ts';
import { nameReader } from '../build/use-finder.ts';
import { rule } from './rule.ts';

export const oneHome = rule('one-home', ({ indications: { file, data } }, found) => {
  // The vocabulary is no file of the knowledge that editors write: always the one beside this program.
  const reader = nameReader(join(ROOT, 'knowledge'), data);
  const homes = new Map<string, { readonly id: string; readonly form: string }>();
  for (const [index, { id, terms }] of data.indications.entries()) {
    for (const [at, { form }] of terms.entries()) {
      const read = reader.read(form);
      const key = read?.isWhole && useKey(read);
      if (!key) continue;
      const home = homes.get(key);
      if (!home) homes.set(key, { id, form });
      if (!home || home.id === id) continue;
      const message = `"${form}" means the same as "${home.form}", which opens "${home.id}"`;
      const repair =
        'Give each its own row in vocabulary/terms.tsv, or keep the term with the indication that it fits.';
      found(file, `/indications/${index}/terms/${at}`, message, repair);
    }
  }
});
