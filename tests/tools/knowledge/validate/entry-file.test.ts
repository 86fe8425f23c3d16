import { entryFile } from '../../../../src/tools/knowledge/validate/entry-file.ts';
import { entryIn, testRule } from './rule-test.ts';

testRule(entryFile, [
  {
    name: 'an id that is not the file’s name',
    breaks: (files) => Object.assign(entryIn(files, 'soda'), { id: 'soda-water' }),
    file: 'drugs/soda.json',
    place: '/id',
    says: 'belongs in drugs/soda-water.json',
  },
  {
    name: 'a class among the drugs',
    breaks: (files) => Object.assign(entryIn(files, 'soda'), { kind: 'class' }),
    file: 'drugs/soda.json',
    place: '/id',
    says: 'belongs in classes/soda.json',
  },
  {
    name: 'an entry without memantine',
    breaks: (files) => Reflect.deleteProperty(entryIn(files, 'quinine'), 'withMemantine'),
    file: 'drugs/quinine.json',
    place: '',
    says: 'says nothing about memantine',
  },
]);
