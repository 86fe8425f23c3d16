/**
 * Names stand by kind, in the order of the schema, and within a kind by form, so that they are found and not doubled.
 */
import type { Name } from '../../../knowledge/types.ts';
import { compareNames } from '../tidy.ts';
import { rule } from './rule.ts';

const said = ({ form, kind }: Name): string => `"${form}" (${kind})`;

export const namesSorted = rule('names-sorted', ({ entries }, found) => {
  for (const { file, data } of entries) {
    const index = data.names.findIndex((name, at) => at > 0 && compareNames(data.names[at - 1]!, name) > 0);
    if (index < 0) continue;
    const [before, name] = [data.names[index - 1]!, data.names[index]!];
    const repair = 'Sort by kind, then by form: npm run -s knowledge -- --fix does.';
    found(file, `/names/${index}`, `${said(name)} stands after ${said(before)}`, repair);
  }
});
