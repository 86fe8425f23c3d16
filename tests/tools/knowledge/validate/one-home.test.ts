import { oneHome } from '../../../../src/tools/knowledge/validate/one-home.ts';
import { testRule } from './rule-test.ts';

testRule(oneHome, [
  {
    name: 'a condition under two indications, in other words',
    breaks: (files) => {
      files.indications.data.indications[0]!.terms.push({ form: 'tinnitus' });
      files.indications.data.indications[1]!.terms.push({ form: 'ringing in the ears' });
    },
    file: 'indications.json',
    place: '/indications/1/terms/1',
    says: '"ringing in the ears" means the same as "tinnitus", which opens "dementia"',
  },
]);
