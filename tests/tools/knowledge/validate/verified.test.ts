import { verified } from '../../../../src/tools/knowledge/validate/verified.ts';
import { testRule } from './rule-test.ts';

testRule(verified, [
  {
    name: 'a verified sentence whose source nobody read',
    breaks: ({ sources }) => Object.assign(sources.data.sources[0]!.read, { in: 'not-read' }),
    file: 'drugs/memantine.json',
    place: '/mechanism/0/status',
    says: 'none of its sources was read in the original',
  },
  {
    name: 'a verified position whose source nobody read',
    breaks: ({ sources }) => Object.assign(sources.data.sources[0]!.read, { in: 'not-read' }),
    file: 'drugs/quinine.json',
    place: '/withMemantine/positions/0/status',
    says: 'none of its sources was read in the original',
  },
  {
    name: 'a verified sentence read in a copy that does not show what it is',
    breaks: ({ sources }) => Object.assign(sources.data.sources[0]!.read, { in: 'copy', host: 'a collection' }),
    file: 'drugs/memantine.json',
    place: '/mechanism/0/status',
    says: 'in a copy that identifies it',
  },
]);
