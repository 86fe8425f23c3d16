import { plainText } from '../../../../src/tools/knowledge/validate/plain-text.ts';
import { entryIn, testRule } from './rule-test.ts';

const broken = (text: string, says: string) => ({
  name: says,
  breaks: (files: Parameters<typeof entryIn>[0]) => Object.assign(entryIn(files, 'soda').drugClass, { text }),
  file: 'drugs/soda.json',
  place: '/drugClass/text',
  says,
});

testRule(plainText, [
  broken('It is a <b>weak</b> base.', 'has an HTML tag'),
  broken('It is a weak&nbsp;base.', 'has an HTML entity'),
  broken('It is a **weak** base.', 'has Markdown'),
  broken('It is a weak\u0007 base.', 'has a control character'),
  broken('It is a  weak base.', 'more than one space'),
]);
