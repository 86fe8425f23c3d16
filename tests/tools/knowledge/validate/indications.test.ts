import { indications } from '../../../../src/tools/knowledge/validate/indications.ts';
import { entryIn, testRule } from './rule-test.ts';

testRule(indications, [
  {
    name: 'a use of an indication that does not exist',
    breaks: (files) => Object.assign(entryIn(files, 'tonic').uses![0]!, { indication: 'hunger' }),
    file: 'drugs/tonic.json',
    place: '/uses/0/indication',
    says: 'there is no indication "hunger"',
  },
  {
    name: 'a circle of broader ones',
    breaks: (files) => Object.assign(files.indications.data.indications[1]!, { broader: 'great-thirst' }),
    file: 'indications.json',
    place: '/indications/1/broader',
    says: 'leads back here',
  },
  {
    name: 'a term that two own',
    breaks: (files) => files.indications.data.indications[2]!.terms.push({ form: 'Dementia' }),
    file: 'indications.json',
    place: '/indications/2/terms/1',
    says: '"Dementia" names "dementia" already',
  },
  {
    name: 'an id twice',
    breaks: (files) => Object.assign(files.indications.data.indications[1]!, { id: 'dementia' }),
    file: 'indications.json',
    place: '/indications/1/id',
    says: '"dementia" is there twice',
  },
  {
    name: 'an indication that nothing speaks of',
    breaks: (files) => files.indications.data.indications.push({ id: 'cold', name: 'cold', terms: [{ form: 'cold' }] }),
    file: 'indications.json',
    place: '/indications/3',
    says: 'no use names "cold"',
    severity: 'warning',
  },
]);
