import { schema } from '../../../../src/tools/knowledge/validate/schema.ts';
import { entryIn, testRule } from './rule-test.ts';

testRule(schema, [
  {
    name: 'a missing field',
    breaks: (files) => Reflect.deleteProperty(entryIn(files, 'soda'), 'group'),
    file: 'drugs/soda.json',
    place: '',
    says: '"group" is missing',
  },
  {
    name: 'a field that is not there',
    breaks: (files) => Object.assign(entryIn(files, 'soda').drugClass, { colour: 'white' }),
    file: 'drugs/soda.json',
    place: '/drugClass',
    says: '"colour" is no field',
  },
  {
    name: 'a value that is not allowed',
    breaks: (files) => Object.assign(files.pairs[0]!.data.interaction, { action: 'forbid' }),
    file: 'pairs/alkalinizers--quinine.json',
    place: '/interaction/action',
    says: 'none of the values',
  },
  {
    name: 'a day that does not exist',
    breaks: (files) => Object.assign(files.sources.data.sources[0]!.read, { on: '2026-13-01' }),
    file: 'sources.json',
    place: '/sources/0/read/on',
    says: 'is no date',
  },
  {
    name: 'a sentence without a source',
    breaks: (files) => Object.assign(entryIn(files, 'memantine').mechanism![0]!, { sources: [] }),
    file: 'drugs/memantine.json',
    place: '/mechanism/0/sources',
    says: 'has fewer than 1 members',
  },
  {
    name: 'a word of the wrong type in the cues',
    breaks: (files) => Object.assign(files.cues.data.lists.medicine!, { words: [7] }),
    file: 'cues.json',
    place: '/lists/medicine/words/0',
    says: 'is no string',
  },
]);
