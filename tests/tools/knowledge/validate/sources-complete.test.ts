import { sourcesComplete } from '../../../../src/tools/knowledge/validate/sources-complete.ts';
import { testRule } from './rule-test.ts';

testRule(sourcesComplete, [
  {
    name: 'a source without an address',
    breaks: ({ sources }) => Reflect.deleteProperty(sources.data.sources[0]!, 'url'),
    file: 'sources.json',
    place: '/sources/0',
    says: '"label" has no address',
  },
  {
    name: 'a source that cannot be found again',
    breaks: ({ sources }) => {
      Reflect.deleteProperty(sources.data.sources[0]!, 'year');
      Reflect.deleteProperty(sources.data.sources[0]!, 'section');
    },
    file: 'sources.json',
    place: '/sources/0',
    says: 'neither year nor section nor identifier',
  },
  {
    name: 'an address that the card does not open',
    breaks: ({ sources }) => Object.assign(sources.data.sources[0]!, { url: 'http://example.org/' }),
    file: 'sources.json',
    place: '/sources/0/url',
    says: 'is not on https',
    severity: 'warning',
  },
]);
