import { members } from '../../../../src/tools/knowledge/validate/members.ts';
import { entryIn, testRule } from './rule-test.ts';

testRule(members, [
  {
    name: 'a member that does not name its class',
    breaks: (files) => Reflect.deleteProperty(entryIn(files, 'soda'), 'classes'),
    file: 'drugs/soda.json',
    place: '/classes',
    says: '"alkalinizers" counts this among its members',
  },
  {
    name: 'a class that does not name its member',
    breaks: (files) => Object.assign(entryIn(files, 'alkalinizers'), { members: [] }),
    file: 'classes/alkalinizers.json',
    place: '/members',
    says: '"soda" says that it belongs here',
  },
  {
    name: 'a component that does not exist',
    breaks: (files) => entryIn(files, 'tonic').members!.push('gin'),
    file: 'drugs/tonic.json',
    place: '/members/2',
    says: 'there is no entry "gin"',
  },
  {
    name: 'a class that is none',
    breaks: (files) => Object.assign(entryIn(files, 'quinine'), { classes: ['soda'] }),
    file: 'drugs/quinine.json',
    place: '/classes/0',
    says: 'there is no class "soda"',
  },
  {
    name: 'a drug with members',
    breaks: (files) => Object.assign(entryIn(files, 'quinine'), { members: ['soda'] }),
    file: 'drugs/quinine.json',
    place: '/members',
    says: 'a drug has no members',
  },
]);
