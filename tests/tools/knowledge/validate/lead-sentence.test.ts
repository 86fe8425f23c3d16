import { leadSentence } from '../../../../src/tools/knowledge/validate/lead-sentence.ts';
import { sentence } from '../../../knowledge/fixture.ts';
import { entryIn, testRule } from './rule-test.ts';

const leads = (text: string) => ({
  breaks: (files: Parameters<typeof entryIn>[0]) => {
    entryIn(files, 'quinine').withMemantine!.summary = sentence(text);
  },
  file: 'drugs/quinine.json',
  place: '/withMemantine/summary/text',
});

testRule(leadSentence, [
  { name: 'a lead without memantine', ...leads('Quinine may raise its level.'), says: 'does not name memantine' },
  {
    name: 'a lead without the medicine',
    ...leads('Memantine levels may rise with it.'),
    says: 'does not name quinine',
  },
  {
    name: 'a lead without an effect',
    ...leads('Quinine and memantine are medicines.'),
    says: 'does not say what may happen',
  },
  {
    name: 'a lead that stands for nothing alone',
    ...leads('The label asks for care.'),
    says: 'does not name memantine, nor name quinine, nor say what may happen',
  },
]);
