import type { Finding, Rule } from './rule.ts';

const FOLDERS = { drug: 'drugs', combination: 'drugs', class: 'classes', condition: 'conditions' } as const;

/** An entry's file is named after its id and stands in the folder of its kind; only memantine lacks `withMemantine`. */
export const entryFile: Rule = {
  name: 'entry-file',
  check({ entries }) {
    return entries.flatMap(({ file, data }) => {
      const findings: Finding[] = [];
      const expected = `${FOLDERS[data.kind]}/${data.id}.json`;
      if (file !== expected) {
        findings.push({
          file,
          place: '/id',
          message: `a ${data.kind} with the id "${data.id}" belongs in ${expected}`,
          repair: `Rename the file to ${expected}, or correct id and kind.`,
        });
      }
      if (data.id !== 'memantine' && !data.withMemantine) {
        findings.push({
          file,
          place: '',
          message: 'says nothing about memantine',
          repair: 'Add "withMemantine"; where studies found nothing, its action is "none-found".',
        });
      }
      return findings;
    });
  },
};
