import { identifiers } from '../../../../src/tools/knowledge/validate/identifiers.ts';
import { entryIn, testRule } from './rule-test.ts';

const code = (value: string) => [{ value, sources: ['label'] }];

testRule(identifiers, [
  {
    name: 'a code of the wrong shape',
    breaks: (files) => Object.assign(entryIn(files, 'soda'), { identifiers: { drugbank: code('DB1390') } }),
    file: 'drugs/soda.json',
    place: '/identifiers/drugbank/0/value',
    says: '"DB1390" is no drugbank code',
  },
  {
    name: 'a CAS number with a slip',
    breaks: (files) => Object.assign(entryIn(files, 'memantine'), { identifiers: { cas: code('19982-08-1') } }),
    file: 'drugs/memantine.json',
    place: '/identifiers/cas/0/value',
    says: '"19982-08-1" is no cas code',
  },
  {
    name: 'a code that two entries claim',
    breaks: (files) => {
      Object.assign(entryIn(files, 'memantine'), { identifiers: { cas: code('19982-08-2') } });
      Object.assign(entryIn(files, 'soda'), { identifiers: { cas: code('19982-08-2') } });
    },
    file: 'drugs/soda.json',
    place: '/identifiers/cas/0/value',
    says: 'is the code of drugs/memantine.json as well',
  },
]);
