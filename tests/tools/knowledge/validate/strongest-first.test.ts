import { strongestFirst } from '../../../../src/tools/knowledge/validate/strongest-first.ts';
import { entryIn, testRule } from './rule-test.ts';

testRule(strongestFirst, [
  {
    name: 'more sources than a sentence shows',
    breaks: (files) => {
      const { sources } = files.sources.data;
      for (const id of ['a', 'b', 'c']) sources.push({ ...sources[0]!, id });
      entryIn(files, 'memantine').mechanism![0]!.sources = ['a', 'b', 'c', 'label'];
    },
    file: 'drugs/memantine.json',
    place: '/mechanism/0/sources',
    says: 'has 4 sources',
  },
  {
    name: 'a web page before a label',
    breaks: (files) => {
      const { sources } = files.sources.data;
      sources.push({ ...sources[0]!, id: 'page', type: 'other' });
      entryIn(files, 'memantine').mechanism![0]!.sources = ['page', 'label'];
    },
    file: 'drugs/memantine.json',
    place: '/mechanism/0/sources',
    says: 'strongest source first',
  },
]);
