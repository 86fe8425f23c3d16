import { namesSorted } from '../../../../src/tools/knowledge/validate/names-sorted.ts';
import { entryIn, testRule } from './rule-test.ts';

testRule(namesSorted, [
  {
    name: 'a kind out of order',
    breaks: (files) => entryIn(files, 'soda').names.unshift({ form: 'sodium', kind: 'synonym' }),
    file: 'drugs/soda.json',
    place: '/names/1',
    says: '"soda" (inn) stands after "sodium" (synonym)',
  },
  {
    name: 'a form out of order',
    breaks: (files) =>
      entryIn(files, 'soda').names.push({ form: 'natron', kind: 'synonym' }, { form: 'Natrium', kind: 'synonym' }),
    file: 'drugs/soda.json',
    place: '/names/3',
    says: '"Natrium" (synonym) stands after "natron" (synonym)',
  },
]);
