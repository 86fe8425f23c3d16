import { expect, it } from 'vitest';
import { primaryDocuments, primaryShares } from '../../../../src/tools/knowledge/validate/primary-documents.ts';
import { smallKnowledge } from '../../../knowledge/fixture.ts';
import { testRule } from './rule-test.ts';

testRule(primaryDocuments, [
  {
    name: 'memantine by hearsay',
    breaks: ({ sources }) => Object.assign(sources.data.sources[0]!, { type: 'other' }),
    file: 'drugs/memantine.json',
    place: '',
    says: '0 of 4 sentences on memantine',
  },
  {
    name: 'interactions read on a blog',
    breaks: ({ sources }) => Object.assign(sources.data.sources[0]!, { weak: 'blog' }),
    file: 'pairs',
    place: '',
    says: '0 of 3 sentences on interactions',
  },
]);

it('counts memantine with its uses, and all interactions together', () => {
  expect(primaryShares(smallKnowledge())).toMatchObject([
    { name: 'memantine', primary: 4, all: 4 },
    { name: 'interactions', primary: 3, all: 3 },
  ]);
});
