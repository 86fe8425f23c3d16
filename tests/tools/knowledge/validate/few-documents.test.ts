import { fewDocuments } from '../../../../src/tools/knowledge/validate/few-documents.ts';
import { entryIn, testRule } from './rule-test.ts';

testRule(fewDocuments, [
  {
    name: 'an entry of memantine with more documents than anybody reads',
    breaks: (files) => {
      entryIn(files, 'memantine').mechanism![0]!.sources = Array.from({ length: 61 }, (_, index) => `s${index}`);
    },
    file: 'drugs/memantine.json',
    place: '',
    says: 'cites 62 documents, more than 60',
  },
]);
