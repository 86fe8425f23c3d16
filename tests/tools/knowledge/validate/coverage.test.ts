import type { KnowledgeFiles } from '../../../../src/tools/knowledge/read.ts';
import { coverage } from '../../../../src/tools/knowledge/validate/coverage.ts';
import { entry, sentence, smallKnowledge } from '../../../knowledge/fixture.ts';
import { entryIn, testRule } from './rule-test.ts';

const ELSEWHERE = {
  S18: 'drugs/amantadine.json',
  S19: 'drugs/ketamine.json',
  S20: 'drugs/dextromethorphan.json',
  S21: 'classes/carbonic-anhydrase-inhibitors.json',
  S22: 'drugs/sodium-bicarbonate.json',
};

/** Small knowledge in which every fact is told where it belongs. */
function coveredKnowledge(): KnowledgeFiles {
  const files = smallKnowledge();
  const others = Object.entries(ELSEWHERE).map(([fact, file]) => {
    const id = file.replace(/.*\/|\.json/g, '');
    return { file, data: entry(id, { drugClass: sentence('It does the same.', { covers: [fact] }) }) };
  });
  return { ...files, entries: [...files.entries, ...others] };
}

testRule(
  coverage,
  [
    {
      name: 'a fact that nobody tells',
      breaks: (files) => Object.assign(entryIn(files, 'memantine').mechanism![0]!, { covers: ['S1'] }),
      file: 'drugs/memantine.json',
      place: '',
      says: 'no sentence covers S2',
    },
    {
      name: 'a fact that stands on another card',
      breaks: (files) => {
        const { drugClass } = entryIn(files, 'amantadine');
        Object.assign(entryIn(files, 'ketamine').drugClass, { covers: drugClass.covers });
        Object.assign(drugClass, { covers: undefined });
      },
      file: 'drugs/amantadine.json',
      place: '',
      says: 'no sentence covers S18',
    },
  ],
  coveredKnowledge,
);
