import { sourcesComplete } from '../../../../src/tools/knowledge/validate/sources-complete.ts';
import { testRule } from './rule-test.ts';

const at = { file: 'sources.json', place: '/sources/0' };

testRule(sourcesComplete, [
  {
    name: 'a source without an address',
    breaks: ({ sources }) => Reflect.deleteProperty(sources.data.sources[0]!.read, 'url'),
    ...at,
    says: '"label" has no address',
  },
  {
    name: 'a source that cannot be found again',
    breaks: ({ sources }) => {
      Reflect.deleteProperty(sources.data.sources[0]!.document, 'revision');
      Reflect.deleteProperty(sources.data.sources[0]!.document, 'section');
    },
    ...at,
    says: 'neither date nor section nor identifier',
  },
  {
    name: 'an address that the card does not open',
    breaks: ({ sources }) => Object.assign(sources.data.sources[0]!.read, { url: 'http://example.org/' }),
    ...at,
    says: 'is not on https',
    severity: 'warning',
  },
  {
    name: 'a copy of which nobody knows whose it is',
    breaks: ({ sources }) => Object.assign(sources.data.sources[0]!.read, { in: 'copy' }),
    ...at,
    says: '"host" says whose copy it is',
  },
  {
    name: 'a copy that is said to show its revision, which is not given',
    breaks: ({ sources }) => {
      Object.assign(sources.data.sources[0]!.read, { in: 'copy', host: 'example', identified: true });
      Reflect.deleteProperty(sources.data.sources[0]!.document, 'revision');
    },
    ...at,
    says: '"identified" without what identifies it',
  },
]);
