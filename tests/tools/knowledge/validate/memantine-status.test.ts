import { memantineStatus } from '../../../../src/tools/knowledge/validate/memantine-status.ts';
import { testRule } from './rule-test.ts';

testRule(memantineStatus, [
  {
    name: 'a status of approved that the list does not know',
    breaks: (files) => Object.assign(files.approvedUses[0]!.data.regions[0]!, { approved: [] }),
    file: 'indications.json',
    place: '/indications/0/memantine/status/US',
    says: 'is "approved", and the approved uses do not',
  },
  {
    name: 'an approved use that is called off-label',
    breaks: (files) => Object.assign(files.indications.data.indications[0]!.memantine!.status, { US: 'off-label' }),
    file: 'indications.json',
    place: '/indications/0/memantine/status/US',
    says: 'is "off-label", and the approved uses name it',
  },
]);
