import type { KnowledgeFiles } from '../../../../src/tools/knowledge/read.ts';
import { approvedUses } from '../../../../src/tools/knowledge/validate/approved-uses.ts';
import { testRule } from './rule-test.ts';

const regionsOf = (files: KnowledgeFiles) => files.approvedUses[0]!.data.regions;
const file = 'approved-uses/memantine.json';

testRule(approvedUses, [
  {
    name: 'a drug without a list',
    breaks: (files) => Object.assign(files, { approvedUses: files.approvedUses.slice(1) }),
    file,
    place: '',
    says: 'is not there',
  },
  {
    name: 'a list of no drug',
    breaks: (files) => Object.assign(files.approvedUses[0]!.data, { drug: 'alkalinizers' }),
    file,
    place: '/drug',
    says: '"alkalinizers" is no drug',
  },
  {
    name: 'a region that is missing',
    breaks: (files) => regionsOf(files).pop(),
    file,
    place: '/regions',
    says: 'says nothing of EU',
  },
  {
    name: 'a region twice',
    breaks: (files) => regionsOf(files).push({ ...regionsOf(files)[1]! }),
    file,
    place: '/regions/2/region',
    says: 'EU is there twice',
  },
  {
    name: 'a closed list that was not read',
    breaks: (files) => Object.assign(regionsOf(files)[1]!, { complete: true }),
    file,
    place: '/regions/1/complete',
    says: 'was not read',
  },
  {
    name: 'a closed list with a use that was not read',
    breaks: (files) => Object.assign(regionsOf(files)[0]!.approved[0]!, { status: 'unverified' }),
    file,
    place: '/regions/0/complete',
    says: 'was not read',
  },
  {
    name: 'a closed list without a source',
    breaks: (files) => Object.assign(regionsOf(files)[0]!, { sources: undefined }),
    file,
    place: '/regions/0',
    says: 'by no source',
  },
  {
    name: 'a verified use without a source that was read',
    breaks: (files) =>
      regionsOf(files)[1]!.approved.push({ name: 'thirst', conditions: [{ name: 'thirst' }], status: 'verified' }),
    file,
    place: '/regions/1/approved/0/status',
    says: 'no source of its own',
  },
  {
    name: 'an indication that does not exist',
    breaks: (files) => Object.assign(regionsOf(files)[0]!.approved[0]!.conditions[0]!, { indication: 'hunger' }),
    file,
    place: '/regions/0/approved/0/conditions/0/indication',
    says: 'no indication "hunger"',
  },
  {
    name: 'exceptions without subtypes',
    breaks: (files) => Object.assign(regionsOf(files)[0]!.approved[0]!.conditions[0]!, { except: ['DOID:1'] }),
    file,
    place: '/regions/0/approved/0/conditions/0/except',
    says: 'covers no subtypes',
  },
  {
    name: 'ages that end before they begin',
    breaks: (files) => Object.assign(regionsOf(files)[0]!.approved[0]!, { limits: { ages: { from: 18, to: 6 } } }),
    file,
    place: '/regions/0/approved/0/limits/ages',
    says: 'ends before it begins',
  },
]);
