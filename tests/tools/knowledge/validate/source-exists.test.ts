import { sourceExists } from '../../../../src/tools/knowledge/validate/source-exists.ts';
import { entryIn, testRule } from './rule-test.ts';

testRule(sourceExists, [
  {
    name: 'a sentence on a source that is not there',
    breaks: (files) => entryIn(files, 'memantine').mechanism![0]!.sources.push('hearsay'),
    file: 'drugs/memantine.json',
    place: '/mechanism/0/sources/1',
    says: 'there is no source "hearsay"',
  },
  {
    name: 'a position on a source that is not there',
    breaks: (files) => Object.assign(files.pairs[0]!.data.interaction.positions[0]!, { sources: ['hearsay'] }),
    file: 'pairs/alkalinizers--quinine.json',
    place: '/interaction/positions/0/sources/0',
    says: 'there is no source "hearsay"',
  },
]);
