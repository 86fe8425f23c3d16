import { noSafetyClaim } from '../../../../src/tools/knowledge/validate/no-safety-claim.ts';
import { entryIn, testRule } from './rule-test.ts';

const broken = (text: string) => ({
  name: text,
  breaks: (files: Parameters<typeof entryIn>[0]) => Object.assign(entryIn(files, 'soda').drugClass, { text }),
  file: 'drugs/soda.json',
  place: '/drugClass/text',
  says: 'calls something safe',
});

testRule(noSafetyClaim, [
  broken('The combination is safe.'),
  broken('It is generally considered safe with memantine.'),
  broken('Both can safely be combined.'),
  broken('There is no risk.'),
]);
