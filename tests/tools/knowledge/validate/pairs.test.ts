import { pairs } from '../../../../src/tools/knowledge/validate/pairs.ts';
import { testRule } from './rule-test.ts';

const file = 'pairs/alkalinizers--quinine.json';
const broken = (name: string, drugs: [string, string], place: string, says: string) => ({
  name,
  breaks: (files: Parameters<Parameters<typeof testRule>[1][number]['breaks']>[0]) =>
    Object.assign(files.pairs[0]!.data, { drugs }),
  file,
  place,
  says,
});

testRule(pairs, [
  broken('an id that does not exist', ['alkalinizers', 'zinc'], '/drugs/1', 'there is no entry "zinc"'),
  broken('ids out of order', ['quinine', 'alkalinizers'], '/drugs', 'not in alphabetical order'),
  broken('another pair than the file’s', ['alkalinizers', 'tonic'], '', 'belongs in pairs/alkalinizers--tonic.json'),
  broken('memantine', ['memantine', 'quinine'], '/drugs/0', 'is a pair with memantine'),
  broken('a class with its member', ['alkalinizers', 'soda'], '/drugs', 'a class with its own member'),
]);
