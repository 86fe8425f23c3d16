import { sourcesSorted } from '../../../../src/tools/knowledge/validate/sources-sorted.ts';
import { testRule } from './rule-test.ts';

testRule(sourcesSorted, [
  {
    name: 'a source out of order',
    breaks: ({ sources: { data } }) => data.sources.push({ ...data.sources[0]!, id: 'abstract' }),
    file: 'sources.json',
    place: '/sources/1/id',
    says: '"abstract" stands after "label"',
  },
  {
    name: 'a source that stands twice',
    breaks: ({ sources: { data } }) => data.sources.push(data.sources[0]!),
    file: 'sources.json',
    place: '/sources/1/id',
    says: '"label" is there twice',
  },
]);
