import { sentenceLength } from '../../../../src/tools/knowledge/validate/sentence-length.ts';
import { entryIn, testRule } from './rule-test.ts';

testRule(sentenceLength, [
  {
    name: 'a sentence of 221 characters',
    breaks: (files) => Object.assign(entryIn(files, 'soda').drugClass, { text: `${'a'.repeat(220)}.` }),
    file: 'drugs/soda.json',
    place: '/drugClass/text',
    says: 'has 221 characters',
  },
]);
