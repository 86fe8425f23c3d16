import { expect, it } from 'vitest';
import { weakKindOf, weakSources } from '../../../../src/tools/knowledge/validate/weak-sources.ts';
import { smallKnowledge } from '../../../knowledge/fixture.ts';
import { testRule } from './rule-test.ts';

it.each([
  ['https://me.blog.example./page', 'blog'],
  ['https://example.com/blog/1', 'blog'],
  ['https://example.com/news', undefined],
  ['https://notblog.example/', undefined],
  ['no address', undefined],
])('knows %s as %s', (url, kind) => {
  expect(weakKindOf(url, smallKnowledge().weakSources.data)).toBe(kind);
});

testRule(weakSources, [
  {
    name: 'a blog that does not say so',
    breaks: ({ sources }) => Object.assign(sources.data.sources[0]!.read, { url: 'https://me.blog.example/1' }),
    file: 'sources.json',
    place: '/sources/0',
    says: 'listed as blog',
  },
  {
    name: 'a sentence that rests on a blog alone',
    breaks: ({ sources }) => Object.assign(sources.data.sources[0]!, { weak: 'blog' }),
    file: 'drugs/memantine.json',
    place: '/mechanism/0/sources',
    says: 'rests on weak sources alone: label',
    severity: 'warning',
  },
]);
