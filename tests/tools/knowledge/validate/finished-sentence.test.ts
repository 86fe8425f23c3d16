import { finishedSentence } from '../../../../src/tools/knowledge/validate/finished-sentence.ts';
import { entryIn, testRule } from './rule-test.ts';

const broken = (name: string, text: string, says: string) => ({
  name,
  breaks: (files: Parameters<typeof entryIn>[0]) => Object.assign(entryIn(files, 'soda').drugClass, { text }),
  file: 'drugs/soda.json',
  place: '/drugClass/text',
  says,
});

testRule(finishedSentence, [
  broken('a draft', 'DRAFT of a sentence.', 'is a draft'),
  broken('a fragment', 'weak base.', 'does not begin with a capital letter'),
  broken('an open end', 'It is a weak base', 'does not end with a full stop'),
  {
    name: 'a sentence that its file says twice',
    breaks: (files) => Object.assign(entryIn(files, 'quinine'), { notes: [entryIn(files, 'quinine').drugClass] }),
    file: 'drugs/quinine.json',
    place: '/notes/0/text',
    says: 'says the same as /drugClass',
  },
]);
