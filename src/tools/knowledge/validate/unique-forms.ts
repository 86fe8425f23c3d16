/**
 * A surface form leads to one card: compared as the recogniser compares, no two entries own the same one, no entry
 * lists it twice, and no list of look-alikes hides it. Forms that the page must introduce are compared as written. A
 * language that declines a name in its own way may list it again, with its endings.
 */
import type { Name } from '../../../knowledge/types.ts';
import { fold } from '../../../shared/recognise/normalise.ts';
import { rule } from './rule.ts';

export const uniqueForms = rule('unique-forms', ({ entries }, found) => {
  const owners = new Map<string, string>();
  for (const { file, data } of entries) {
    for (const [index, name] of data.names.entries()) {
      const key = name.gate === 'introduced' ? name.form : fold(name.form);
      const owner = owners.get(key);
      const isDeclined = owner === file && name.lang !== undefined && name.endings !== undefined;
      if (isDeclined && !sameLanguage(data.names, index, key)) continue;
      owners.set(key, owner ?? file);
      if (owner === undefined) continue;
      const repair =
        owner === file
          ? 'Remove one of the two; case, accents and hyphens are folded.'
          : 'Keep it in the entry that the name means; a mixture of drugs is an entry of its own.';
      found(file, `/names/${index}/form`, `"${name.form}" is a name in ${owner} already`, repair);
    }
  }
  for (const { file, data } of entries) {
    for (const [index, form] of (data.neverMatch ?? []).entries()) {
      const owner = owners.get(fold(form));
      if (owner === undefined) continue;
      const repair = 'Remove it here: a name of ours is found as what it is.';
      found(file, `/neverMatch/${index}`, `"${form}" would hide a name of ${owner}`, repair);
    }
  }
});

/** Whether an earlier name of the list has the same key and language. */
function sameLanguage(names: readonly Name[], index: number, key: string): boolean {
  return names.slice(0, index).some(({ form, lang }) => lang === names[index]!.lang && fold(form) === key);
}
