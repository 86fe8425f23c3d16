import { attribution } from '../../../../src/tools/knowledge/validate/attribution.ts';
import { sentence } from '../../../knowledge/fixture.ts';
import { entryIn, testRule } from './rule-test.ts';

const says = (text: string) => ({
  breaks: (files: Parameters<typeof entryIn>[0]) => {
    entryIn(files, 'memantine').mechanism = [
      sentence(text, { covers: entryIn(files, 'memantine').mechanism![0]!.covers! }),
    ];
  },
  file: 'drugs/memantine.json',
  place: '/mechanism/0/text',
});

testRule(attribution, [
  {
    name: 'a place that no source is from',
    ...says('The UK leaflet says that it blocks a receptor.'),
    says: 'says "UK"',
  },
  { name: 'Europe by an American label', ...says('European texts say that it blocks a receptor.'), says: '"European"' },
  { name: 'texts that nobody counted', ...says('Some texts say that it blocks a receptor.'), says: '"Some texts"' },
  { name: 'studies that nobody weighed', ...says('It helped in most trials that were made.'), says: '"most trials"' },
  { name: 'an only of our own', ...says('It is stopped only after a severe side effect.'), says: '"only after"' },
  { name: 'what seems so to us', ...says('It seems to block a receptor of the brain.'), says: '"seems"' },
  { name: 'a never of our own', ...says('It has never been tested with that.'), says: '"never"' },
]);
