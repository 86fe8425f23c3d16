import { uniqueForms } from '../../../../src/tools/knowledge/validate/unique-forms.ts';
import { entryIn, testRule } from './rule-test.ts';

testRule(uniqueForms, [
  {
    name: 'a form of another entry, in other letters',
    breaks: (files) => entryIn(files, 'tonic').names.push({ form: 'Quiníne', kind: 'translation', lang: 'xx' }),
    file: 'drugs/quinine.json',
    place: '/names/0/form',
    says: '"quinine" is a name in drugs/tonic.json already',
  },
  {
    name: 'a look-alike that is a name of ours',
    breaks: (files) => Object.assign(entryIn(files, 'soda'), { neverMatch: ['tonic water', 'Tonic'] }),
    file: 'drugs/soda.json',
    place: '/neverMatch/1',
    says: '"Tonic" would hide a name of drugs/tonic.json',
  },
  {
    name: 'a form that stands twice',
    breaks: (files) => entryIn(files, 'soda').names.push({ form: 'SODA', kind: 'synonym' }),
    file: 'drugs/soda.json',
    place: '/names/2/form',
    says: '"SODA" is a name in drugs/soda.json already',
  },
  {
    name: 'a form that a language declines and lists twice',
    breaks: (files) => {
      for (const form of ['Soda', 'sódà'])
        entryIn(files, 'soda').names.push({ form, kind: 'translation', lang: 'xx', endings: ['m'] });
    },
    file: 'drugs/soda.json',
    place: '/names/3/form',
    says: '"sódà" is a name in drugs/soda.json already',
  },
]);
