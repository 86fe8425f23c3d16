import { sourceUsed } from '../../../../src/tools/knowledge/validate/source-used.ts';
import { testRule } from './rule-test.ts';

testRule(sourceUsed, [
  {
    name: 'a source that carries nothing',
    breaks: ({ sources: { data } }) => data.sources.push({ ...data.sources[0]!, id: 'leaflet' }),
    file: 'sources.json',
    place: '/sources/1',
    says: 'nothing names the source "leaflet"',
  },
]);
